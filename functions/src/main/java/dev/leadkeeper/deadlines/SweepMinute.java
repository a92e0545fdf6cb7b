package dev.leadkeeper.deadlines;

import dev.leadkeeper.codec.Holder;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.settings.Breaker;
import java.util.Map;

/** What every minute owes: leads that wait are looked at again, since capacity comes back in many ways. */
public final class SweepMinute {
    private final Leads leads;
    private final Breaker breaker;
    private final Queue queue;

    public SweepMinute(Leads leads, Breaker breaker, Queue queue) {
        this.leads = leads;
        this.breaker = breaker;
        this.queue = queue;
    }

    /** Asks for the waiting list to be worked through, if there is one and the breaker is closed; whether it asked. */
    public boolean sweep() {
        if (leads.held(Holder.WAITING, false, 1, null).leads().isEmpty() || breaker.read().open()) {
            return false;
        }
        queue.send(Queue.Channel.DRAINS, Map.of("why", "sweep"));
        return true;
    }
}
