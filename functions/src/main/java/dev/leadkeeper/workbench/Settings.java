package dev.leadkeeper.workbench;

import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.BreakerSheet;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.FormSheet;
import dev.leadkeeper.people.Queries;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import dev.leadkeeper.settings.Breaker;
import dev.leadkeeper.settings.Calendars;
import dev.leadkeeper.settings.Documents;
import dev.leadkeeper.settings.FormBook;
import dev.leadkeeper.settings.Rulebooks;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/** What people configured: {@code GET /assignment/breaker}, {@code /settings/forms/{form}}, {@code /rulebook} and {@code /calendar}. */
final class Settings {
    private static final int LONGEST_VERSION = 128;

    private final Breaker breaker;
    private final Documents documents;
    private final Rulebooks rulebooks;

    Settings(Breaker breaker, Documents documents, Rulebooks rulebooks) {
        this.breaker = breaker;
        this.documents = documents;
        this.rulebooks = rulebooks;
    }

    Answer breaker(Person who, Access access, Ask ask) {
        return new Answer.Done(BreakerSheet.of(breaker.read()));
    }

    Answer form(Person who, Access access, Ask ask) {
        var form = ask.variable("form");
        return (FormSheet.isId(form) ? documents.find(FormBook.KIND, form) : Optional.<Documents.Document>empty())
                .<Answer>map(document -> new Answer.Done(FormSheet.of(form, document)))
                .orElse(new Answer.Missing("form"));
    }

    /** The business calendar by which deadlines count, those of teams in it. */
    Answer calendar(Person who, Access access, Ask ask) {
        var flaws = new ArrayList<Flaw>();
        Queries.known(ask, Set.of(), flaws);
        return flaws.isEmpty() ? documents.find(Calendars.KIND, Calendars.ID)
                .<Answer>map(document -> new Answer.Done(new Sheet().put("version", document.version()).put("calendar", document.doc()).done()))
                .orElse(new Answer.Missing("calendar")) : new Answer.Wrong(flaws);
    }

    /** The live rulebook, or the {@code version} that is asked for. */
    Answer rulebook(Person who, Access access, Ask ask) {
        var flaws = new ArrayList<Flaw>();
        Queries.known(ask, Set.of("version"), flaws);
        if (!flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
        }
        var live = rulebooks.liveVersion();
        return ask.parameter("version").or(() -> live).filter(version -> version.length() <= LONGEST_VERSION)
                .flatMap(version -> rulebooks.document(version).<Answer>map(document -> new Answer.Done(new Sheet()
                        .put("version", version)
                        .put("live", live.filter(version::equals).isPresent())
                        .put("rulebook", document)
                        .done())))
                .orElse(new Answer.Missing("rulebook"));
    }
}
