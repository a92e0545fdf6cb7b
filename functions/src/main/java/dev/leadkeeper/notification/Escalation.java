package dev.leadkeeper.notification;

import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.ledger.Todos;
import dev.leadkeeper.notice.Notices;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Queue;
import java.util.List;

/**
 * What happens when every channel of a recipient failed: a to-do and a notice for those who can help. A notice of this
 * kind that fails as well goes no further, since its to-do is there already; the measure raises the alarm.
 */
public final class Escalation {
    private final StaffBook staff;
    private final Todos todos;
    private final Receipts receipts;
    private final Queue queue;
    private final Clock clock;
    private final Measures measures;

    public Escalation(StaffBook staff, Todos todos, Receipts receipts, Queue queue, Clock clock, Measures measures) {
        this.staff = staff;
        this.todos = todos;
        this.receipts = receipts;
        this.queue = queue;
        this.clock = clock;
        this.measures = measures;
    }

    /**
     * Does nothing about a notice that is settled: a repeat can come here because the recipient's channels have changed since.
     *
     * @param named staff ids to tell; all active managers if empty
     */
    void undelivered(NoticeMessage message, List<String> named) {
        var notice = message.notice();
        if (receipts.settled(notice)) {
            return;
        }
        var told = notice.kind().equals(Notices.UNDELIVERED) ? List.<String>of() : named.isEmpty() ? managers() : named;
        for (var person : told) {
            var next = Notices.undelivered(notice, person);
            todos.add(new Todos.Todo(person, next.id(), Notices.UNDELIVERED, notice.lead(), next.text(), clock.now()));
            if (!person.equals(notice.recipient())) {
                queue.send(Queue.Channel.NOTICES, NoticeMessage.first(next, message.since()).toDoc());
            }
        }
        receipts.undelivered(notice.lead(), notice.id(), notice.recipient(), told);
        measures.undelivered(message);
    }

    private List<String> managers() {
        return staff.everybody().staff().stream()
                .filter(person -> person.role() == Staff.Role.MANAGER && person.status() == Staff.Status.ACTIVE)
                .map(Staff::id).toList();
    }
}
