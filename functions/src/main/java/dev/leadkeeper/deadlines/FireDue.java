package dev.leadkeeper.deadlines;

import dev.leadkeeper.codec.WatchCodec;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Watch;
import dev.leadkeeper.ledger.DueTimers;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.Ownership;
import dev.leadkeeper.ledger.Planner;
import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Queue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets fall due what is due of one lead, in the order of time, and tells whom it concerns. Whatever the message that asks for it
 * says, the lead as it is decides: a timer that something else made pointless does not fire, and one that the rules as they are
 * now would let fire later waits. Asked again by the same message it tells again what it let fire, so that a crash loses nobody's
 * notice; each notice is delivered once.
 */
public final class FireDue {
    /** No two clocks of machines that take part are further apart. */
    private static final Duration MOST_BEHIND = Duration.ofMinutes(1);

    private final Leads leads;
    private final DueTimers timers;
    private final Ownership ownership;
    private final Planner planner;
    private final Timelines timelines;
    private final Telling telling;
    private final Rounds rounds;
    private final Queue queue;
    private final Clock clock;

    FireDue(Leads leads, DueTimers timers, Ownership ownership, Planner planner, Timelines timelines, Telling telling, Rounds rounds, Queue queue,
            Clock clock) {
        this.leads = leads;
        this.timers = timers;
        this.ownership = ownership;
        this.planner = planner;
        this.timelines = timelines;
        this.telling = telling;
        this.rounds = rounds;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Lets fire what is due.
     *
     * @param at when the lead's next timer was due, as the index said: tells this message from others of the lead
     * @return what fired just now
     */
    public List<DueTimers.Fired> fire(String id, Instant at) {
        var cause = WatchCodec.dueAt(at);
        var fired = new ArrayList<DueTimers.Fired>();
        rounds.until(() -> {
            var lead = leads.find(id);
            while (lead.isPresent()) {
                var now = next(lead.get(), cause);
                if (now == null) {
                    return Optional.of(true);
                }
                if (now.isEmpty()) {
                    return Optional.empty();
                }
                fired.add(now.get());
                lead = now.map(DueTimers.Fired::lead);
            }
            return Optional.of(false);
        });
        tell(id, cause, fired);
        if (at.isAfter(clock.now()) && at.isBefore(clock.now().plus(MOST_BEHIND))) {
            // Whoever asked has a quicker clock. To be done with the message here would take it from another copy of it that lets the timer fire and dies.
            queue.send(Queue.Channel.DUE, Map.of("lead", id, "at", cause), Duration.between(clock.now(), at).plusSeconds(1));
        }
        return List.copyOf(fired);
    }

    /** Lets the first timer fire that is due; empty if the lead was not as seen, {@code null} if nothing is due. */
    private Optional<DueTimers.Fired> next(Lead lead, String cause) {
        var planned = planner.planned(lead);
        if (!planned.watch().equals(lead.watch())) {
            return timers.replanned(lead, planned, cause);
        }
        var due = lead.watch().next().filter(each -> !each.at().isAfter(clock.now()));
        return due.isEmpty() ? null : fire(lead, due.get(), cause);
    }

    private Optional<DueTimers.Fired> fire(Lead lead, Watch.Due due, String cause) {
        return switch (due.timer()) {
            case REMIND -> timers.told(lead, due.timer(), "response-at-risk", cause);
            case ESCALATE -> timers.missed(lead, planner.zone(lead.watch().team()), cause);
            case RED -> timers.told(lead, due.timer(), "response-red", cause);
            case RECYCLE -> ownership.takeBack(lead, due.at(), cause);
            case FREEZE -> timers.frozen(lead, cause);
            case DORMANT -> timers.dormant(lead, cause);
            case RESEND -> timers.resent(lead, clock.now().plus(Ownership.RESEND_AFTER), cause);
        };
    }

    /** What this message let fire, now or when it came before. */
    private void tell(String id, String cause, List<DueTimers.Fired> now) {
        var history = timelines.of(id);
        var fresh = now.stream().map(each -> each.event().seq()).toList();
        for (var event : history) {
            if (cause.equals(event.data().get("cause"))) {
                telling.tell(id, event, history, fresh.contains(event.seq()));
            }
        }
    }
}
