package dev.leadkeeper.notification;

import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.ledger.Todos;
import dev.leadkeeper.notice.Notices;
import dev.leadkeeper.notice.OpenNotices;
import dev.leadkeeper.notice.OpenNotices.Open;
import dev.leadkeeper.notice.Settlements;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import java.util.List;
import java.util.Optional;

/**
 * What happens when every channel of a recipient failed: a to-do and a notice for those on the next rung of the ladder. If
 * theirs fails as well and none of them is known to be reached, it climbs on, up to the admins; the measure raises the alarm
 * every time. Each step leaves its receipt.
 */
public final class Escalation {
    private final Ladder ladder;
    private final Todos todos;
    private final Settlements settlements;
    private final OpenNotices open;
    private final Queue queue;
    private final Clock clock;
    private final Measures measures;

    public Escalation(StaffBook staff, Store store, Queue queue, Clock clock, Measures measures) {
        this.ladder = new Ladder(staff, store, clock);
        this.todos = new Todos(store);
        this.settlements = new Settlements(store, clock);
        this.open = new OpenNotices(store);
        this.queue = queue;
        this.clock = clock;
        this.measures = measures;
    }

    /**
     * About a notice that nothing has settled yet.
     *
     * @param named staff ids to tell in place of supervisors and fallback owner, empty for nobody
     */
    void undelivered(NoticeMessage message, List<String> named) {
        var notice = message.notice();
        var stands = message.climb() == null ? Climb.from(notice) : message.climb();
        var next = helped(stands) ? Optional.<Climb>empty() : ladder.next(stands, named);
        var told = next.map(climb -> climb.told().stream().filter(person -> !stands.told().contains(person)).toList()).orElse(List.of());
        told.forEach(person -> tell(person, message, next.get()));
        if (told.isEmpty() && stands.rung() == Rung.RECIPIENT) {
            // Nobody else is there: they find it when they look.
            todo(Notices.undelivered(notice, notice.recipient()), notice.recipient());
        }
        var rung = next.map(Climb::rung).orElse(stands.rung());
        open.list(OpenNotices.State.UNDELIVERED, Open.of(notice, message.since(), "nobody", clock.now(), null, told), clock.now());
        settlements.undelivered(notice, told, rung.word());
        measures.undelivered(message, rung);
    }

    /** Whether somebody on this rung was reached, so that it need not climb on. */
    private boolean helped(Climb stands) {
        return stands.rung() != Rung.RECIPIENT && stands.told().stream().anyMatch(person -> {
            var theirs = Notices.undelivered(stands.origin(), person);
            return settlements.reached(theirs.id(), theirs.lead());
        });
    }

    private void tell(String person, NoticeMessage message, Climb climb) {
        var next = Notices.undelivered(climb.origin(), person);
        todo(next, person);
        queue.send(Queue.Channel.NOTICES, NoticeMessage.climbing(next, message.since(), climb).toDoc());
    }

    private void todo(Notice next, String person) {
        todos.add(new Todos.Todo(person, next.id(), Notices.UNDELIVERED, next.lead(), next.text(), clock.now()));
    }
}
