package dev.leadkeeper.assignment;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.Holder;
import dev.leadkeeper.ledger.Lease;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Works through the waiting list in its order: urgent before normal, older before younger. */
public final class DrainWaiting {
    /** Leads per message of which something is to be done; the next message goes on where this one ended. */
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

    DrainWaiting(Leads leads, AssignLead assignLead, Lease lease, Queue queue, Clock clock) {
        this.leads = leads;
        this.assignLead = assignLead;
        this.lease = lease;
        this.queue = queue;
        this.clock = clock;
    }

    /** Drains over these ports. */
    public static DrainWaiting over(AssignLead assignLead, Store store, Queue queue, Clock clock, Ids ids) {
        return new DrainWaiting(new Leads(store), assignLead, new Lease("drain", store, clock, ids), queue, clock);
    }

    /**
     * A request to work through the list.
     *
     * @param why   who asked
     * @param after where the message before ended, {@code null} to begin
     * @param waits how often this request has waited for another worker
     */
    public record Request(String why, String after, long waits) {
        public static Request fromDoc(Doc doc) {
            return new Request(doc.required("why"), doc.text("after"), doc.number("waits", 0));
        }

        Map<String, Object> toDoc() {
            return Doc.build().put("why", why).put("after", after).put("waits", waits).done();
        }
    }

    /**
     * Works through a page of the list.
     *
     * @param until when to stop and leave the rest to the next message
     * @return what became of the leads that were looked at
     */
    public List<AssignLead.Assigned> drain(Request request, AssignLead.Today today, Instant until) {
        if (today.breakerOpen()) {
            return List.of(); // closing it asks again
        }
        var held = lease.take(LEASE);
        if (held.isEmpty()) {
            if (request.waits() < MOST_WAITS) {
                queue.send(Queue.Channel.DRAINS, new Request(request.why(), request.after(), request.waits() + 1).toDoc(), BUSY);
            }
            return List.of();
        }
        var looked = new ArrayList<AssignLead.Assigned>();
        var after = request.after();
        do {
            var page = leads.held(Holder.WAITING, false, PAGE, after);
            for (var lead : page.leads()) {
                if (assignLead.stays(lead, today)) {
                    continue; // not worth reading it and its customer every minute
                }
                looked.add(assignLead.assignOnTheSide(lead.id(), today));
                if (!clock.now().isBefore(until)) {
                    return handOver(held.get(), request.why(), after, looked); // what is done is no longer on this page
                }
            }
            after = page.next();
            if (after != null && (!looked.isEmpty() || !clock.now().isBefore(until))) {
                return handOver(held.get(), request.why(), after, looked);
            }
        } while (after != null);
        lease.release(held.get());
        return looked;
    }

    private List<AssignLead.Assigned> handOver(String held, String why, String after, List<AssignLead.Assigned> looked) {
        lease.release(held);
        queue.send(Queue.Channel.DRAINS, new Request(why, after, 0).toDoc());
        return looked;
    }
}
