package dev.leadkeeper.workbench;

import dev.leadkeeper.codec.SentenceCodec;
import dev.leadkeeper.lead.Refusal;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.ledger.Drift;
import dev.leadkeeper.ledger.Failures;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.Pages;
import dev.leadkeeper.people.Queries;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the product counted: {@code GET /failures} and {@code GET /drift}. */
final class Signals {
    private static final int TOP = 10;
    private static final int DAYS = 30;

    private final Failures failures;
    private final Drift drift;

    Signals(Failures failures, Drift drift) {
        this.failures = failures;
        this.drift = drift;
    }

    /** The ten most frequent reasons of the last 30 days why leads did not go the way the rules meant (AS8). */
    Answer failures(Person who, Access access, Ask ask) {
        var flaws = new ArrayList<Flaw>();
        Queries.known(ask, Set.of(), flaws);
        if (!flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
        }
        var items = failures.top(TOP, DAYS).stream().map(each -> new Sheet()
                .put("reason", each.reason())
                .put("count", each.count())
                .put("sentence", SentenceCodec.toDoc(Refusal.of(each.reason()).map(Refusal::sentence)
                        .orElse(new Sentence(each.reason(), each.reason()))))
                .done()).toList();
        return new Answer.Done(new Sheet().put("items", items).put("next", null).done());
    }

    /** Fields that forms sent and their mapping does not know (IN5), by form and name. */
    Answer drift(Person who, Access access, Ask ask) {
        return Pages.answer(ask, "drift", "fields", from -> {
            var page = drift.all(from.limit(), from.after());
            return new Pages.Slice(page.fields().stream().map(Signals::field).toList(), page.next());
        });
    }

    private static Map<String, Object> field(Drift.Field field) {
        return new Sheet()
                .put("form", field.form())
                .put("field", field.name())
                .put("count", field.count())
                .put("firstSeen", field.firstSeen())
                .put("lastSeen", field.lastSeen())
                .put("days", new TreeMap<>(field.days()))
                .done();
    }
}
