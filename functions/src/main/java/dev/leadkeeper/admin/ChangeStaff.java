package dev.leadkeeper.admin;

import dev.leadkeeper.json.JsonRefused;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Body;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.StaffSheet;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Action;
import dev.leadkeeper.rights.Person;
import dev.leadkeeper.settings.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code PUT /staff/{id}}: changes the fields that are given and leaves the others, so two people who change different
 * fields at once both succeed. A manager changes when somebody can receive leads; everything else, and adding somebody,
 * is an admin's.
 */
final class ChangeStaff {
    /** Letters, digits and what identity providers use; {@code #} marks other items of the table. */
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._@:|-]{0,127}";

    private final StaffBook book;
    private final Documents documents;
    private final Rounds rounds;
    private final Queue queue;

    ChangeStaff(StaffBook book, Documents documents, Rounds rounds, Queue queue) {
        this.book = book;
        this.documents = documents;
        this.rounds = rounds;
        this.queue = queue;
    }

    Answer answer(Person who, Access access, Ask ask) throws JsonRefused {
        var id = ask.variable("id");
        if (!id.matches(ID)) {
            return new Answer.Missing("staff");
        }
        var fields = ask.object();
        var channels = documents.find("organisation", "channels").map(document -> document.doc().get("channels"))
                .filter(Map.class::isInstance).<List<String>>map(map -> List.copyOf(Body.texts((Map<?, ?>) map).keySet()));
        var answer = rounds.until(() -> attempt(who, id, fields, channels));
        if (answer instanceof Answer.Done) {
            // Whoever can receive again, or more, may be whom the waiting list waits for.
            queue.send(Queue.Channel.DRAINS, Map.of("why", "staff-changed"));
        }
        return answer;
    }

    private Optional<Answer> attempt(Person who, String id, Map<String, Object> fields, Optional<List<String>> channels) {
        var seen = book.findToEdit(id);
        if (seen.isEmpty() && who.may(Action.CHANGE_STAFF) == Access.NONE) {
            return Optional.of(new Answer.Missing("staff"));
        }
        var flaws = new ArrayList<Flaw>();
        var body = Body.of(fields, flaws);
        var form = new StaffForm(body, who, channels);
        var changed = seen.map(edited -> form.change(edited.staff())).orElseGet(() -> form.create(id));
        if (!flaws.isEmpty()) {
            return Optional.of(new Answer.Wrong(flaws));
        }
        var stored = seen.map(edited -> book.edit(edited, changed)).orElseGet(() -> book.add(changed));
        return stored ? book.find(id).map(now -> new Answer.Done(StaffSheet.full(now, false))) : Optional.empty();
    }
}
