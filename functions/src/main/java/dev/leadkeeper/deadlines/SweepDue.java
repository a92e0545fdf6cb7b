package dev.leadkeeper.deadlines;

import dev.leadkeeper.codec.WatchCodec;
import dev.leadkeeper.lead.Timer;
import dev.leadkeeper.ledger.DueTimers;
import dev.leadkeeper.port.Queue;
import java.util.Map;

/**
 * Finds the leads of which something is due and has it fired, oldest first. Reads what is due and nothing else. A tick that is missed or
 * late finds it the next time, and one that comes twice asks twice for what fires once.
 */
public final class SweepDue {
    /** Leads a tick: what a minute's tick sends in a few seconds; after an outage the rest follows with the next ones. */
    public static final int MOST = 1000;

    private final DueTimers timers;
    private final Queue queue;

    public SweepDue(DueTimers timers, Queue queue) {
        this.timers = timers;
        this.queue = queue;
    }

    /** @return for how many leads it asked */
    public int sweep() {
        var due = timers.due(Timer.Lane.MINUTE, MOST);
        due.forEach(entry -> queue.send(Queue.Channel.DUE, Map.of("lead", entry.lead(), "at", WatchCodec.dueAt(entry.at()))));
        return due.size();
    }
}
