package dev.leadkeeper.deadlines;

import dev.leadkeeper.credibility.Believing;
import dev.leadkeeper.credibility.Reviews;
import dev.leadkeeper.credibility.Unweighed;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;

/** Weighs what somebody recorded, or decided about in a review, who died before it was weighed and told. Reads what was noted and nothing else. */
public final class WeighForgotten {
    /** Leads a minute; more of them wait for the next one. */
    private static final int MOST = 100;

    private final Unweighed unweighed;
    private final Believing believing;
    private final Reviews reviews;
    private final Timelines timelines;
    private final Clock clock;

    public WeighForgotten(Store store, Queue queue, Clock clock, Ids ids) {
        this.unweighed = new Unweighed(store, clock, ids);
        this.believing = new Believing(store, queue, clock, ids);
        this.reviews = new Reviews(store, queue, clock, ids);
        this.timelines = new Timelines(store, clock);
        this.clock = clock;
    }

    /** A note goes last, so that a tick that dies leaves it to the next. @return leads */
    public int sweep() {
        var forgotten = unweighed.upTo(clock.now().minus(Unweighed.AT_WORK), MOST);
        for (var note : forgotten) {
            believing.refresh(note.lead());
            reviews.finish(note.lead());
            // What stands in the history is not appended again, and whoever appended it may have died before the lead's head followed.
            timelines.catchUp(note.lead());
            unweighed.settle(note);
        }
        return forgotten.size();
    }
}
