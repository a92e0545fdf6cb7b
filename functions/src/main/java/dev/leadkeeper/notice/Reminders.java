package dev.leadkeeper.notice;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.port.Queue;
import java.time.Duration;
import java.util.Map;

/**
 * Sees to it that a new owner is told even if whoever gave the lead dies right afterwards. A lead that is assigned by its own
 * message needs none: that message comes again. Whoever gives a lead for any other reason leaves one first.
 */
public final class Reminders {
    /** Longer than any function that gives leads may run (10 s), so that the lead is given by then or will not be. */
    public static final Duration AFTER = Duration.ofSeconds(15);

    private final Queue queue;

    public Reminders(Queue queue) {
        this.queue = queue;
    }

    /** Leaves a message for assignment, which tells the owner of an owned lead again; the same notice is delivered once. */
    public void leave(Lead lead) {
        queue.send(Queue.Channel.LEADS_SCORED, Map.of("lead", lead.id(), "trace", lead.trace()), AFTER);
    }

    /**
     * The same for a change of hands that concerns others than the new owner: they are told by it as well.
     *
     * @param event number of the event that is about to say so
     */
    public void leave(Lead lead, long event) {
        queue.send(Queue.Channel.LEADS_SCORED, Map.of("lead", lead.id(), "trace", lead.trace(), "moved", event), AFTER);
    }
}
