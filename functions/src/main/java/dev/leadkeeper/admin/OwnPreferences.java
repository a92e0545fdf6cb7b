package dev.leadkeeper.admin;

import dev.leadkeeper.json.JsonRefused;
import dev.leadkeeper.lead.Preferences;
import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Body;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.PreferencesSheet;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import dev.leadkeeper.settings.NoticeRules;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/** {@code PUT /me/preferences}: how notices come to oneself. */
final class OwnPreferences {
    private final StaffBook book;
    private final Store store;
    private final Rounds rounds;

    OwnPreferences(StaffBook book, Store store, Rounds rounds) {
        this.book = book;
        this.store = store;
        this.rounds = rounds;
    }

    Answer answer(Person who, Access access, Ask ask) throws JsonRefused {
        var fields = ask.object();
        return rounds.until(() -> attempt(who, fields));
    }

    private Optional<Answer> attempt(Person who, Map<String, Object> fields) {
        var seen = book.findToEdit(who.id());
        if (seen.isEmpty()) {
            return Optional.of(new Answer.Missing("staff"));
        }
        var flaws = new ArrayList<Flaw>();
        var one = seen.get().staff();
        Preferences changed = new PreferencesForm(Body.of(fields, flaws), one.channels()).change(one.preferences());
        if (!flaws.isEmpty()) {
            return Optional.of(new Answer.Wrong(flaws));
        }
        return book.edit(seen.get(), one.with(changed)) ? Optional.of(new Answer.Done(PreferencesSheet.of(changed, NoticeRules.current(store))))
                : Optional.empty();
    }
}
