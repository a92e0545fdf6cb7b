package dev.leadkeeper.assignment;

import dev.leadkeeper.codec.Holder;
import dev.leadkeeper.ledger.Lease;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Queue;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Works through the waiting list in its order: urgent before normal, older before younger. */
public final class DrainWaiting {
    /** Leads per message; the next message goes on where this one ended. */
    private static final int PAGE = 25;
    /** Longer than the function may run, so that the lease outlives a crashed worker by little. */
    private static final Duration LEASE = Duration.ofSeconds(8);
    /** How long a request waits while another worker is at it. */
    private static final Duration BUSY = Duration.ofSeconds(3);
    /** How often in a row it waits; after that the minute's sweep asks again. */
    private static final long MOST_WAITS = 5;

    private final Leads leads;
    private final AssignLead assignLead;
    private final Lease lease;
    private final Queue queue;
    private final Clock clock;

    public DrainWaiting(Leads leads, AssignLead assignLead, Lease lease, Queue queue, Clock clock) {
        this.leads = leads;
        this.assignLead = assignLead;
        this.lease = lease;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * @param why   who asked, for the next message
     * @param after where the message before ended, {@code null} to begin
     * @param waits how often this request has waited for another worker
     * @param until when to stop and leave the rest to the next message
     */
    public void drain(String why, String after, long waits, AssignLead.Today today, java.time.Instant until) {
        if (today.breakerOpen()) {
            return; // closing it asks again
        }
        var held = lease.take(LEASE);
        if (held.isEmpty()) {
            if (waits < MOST_WAITS) {
                ask(why, after, waits + 1, BUSY);
            }
            return;
        }
        var page = leads.held(Holder.WAITING, false, PAGE, after);
        for (var lead : page.leads()) {
            assignLead.assign(lead.id(), today);
            if (!clock.now().isBefore(until)) {
                lease.release(held.get());
                ask(why, after, 0, Duration.ZERO); // what is done is no longer on this page
                return;
            }
        }
        lease.release(held.get());
        if (page.next() != null) {
            ask(why, page.next(), 0, Duration.ZERO);
        }
    }

    private void ask(String why, String after, long waits, Duration delay) {
        Map<String, Object> message = new HashMap<>(Map.of("why", why, "waits", waits));
        if (after != null) {
            message.put("after", after);
        }
        queue.send(Queue.Channel.DRAINS, message, delay);
    }
}
