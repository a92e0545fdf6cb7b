package dev.leadkeeper.ledger;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Carries steps out and tries again from a fresh look where somebody else was faster. */
final class Transactions {
    /** More rounds than this in a row mean that something else is wrong; the message comes back later. */
    private static final int ROUNDS = 12;

    private final Store store;
    private final Timelines timelines;
    private final Clock clock;
    private final Ids ids;

    Transactions(Store store, Clock clock, Ids ids) {
        this.store = store;
        this.timelines = new Timelines(store, clock);
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Repeats {@code look}, which looks afresh each time, until it has a result.
     *
     * @throws Store.Fault if somebody else is faster {@value #ROUNDS} times in a row
     */
    <T> T until(Supplier<Optional<T>> look) {
        for (int round = 0; round < ROUNDS; round++) {
            var result = look.get();
            if (result.isPresent()) {
                return result.get();
            }
            // Full jitter, doubling from 5 ms: enough to let a rival transaction finish, short against a 6 s time-out.
            clock.pause(Duration.ofMillis(1 + ids.below(5 << Math.min(round, 6))));
        }
        throw new Store.Fault("too many rivals for one lead, given up for now", null);
    }

    /** Commits the first step of a lead; {@code false} if something was not as it was seen. */
    boolean commit(Step step, List<Write> more) {
        return transact(step, more) instanceof Store.TransactResult.Committed;
    }

    /** Commits a further step of {@code before}; {@code false} if something was not as it was seen. */
    boolean commit(Lead before, Step step, List<Write> more) {
        var result = transact(step, more);
        mend(before, result);
        return result instanceof Store.TransactResult.Committed;
    }

    /** Commits the step together with further writes, whose verdicts follow the step's two. */
    Store.TransactResult transact(Step step, List<Write> more) {
        var all = new ArrayList<>(step.writes());
        all.addAll(more);
        return store.transact(all);
    }

    /** Where the lead was as seen but its next event exists already, a crash left the head behind: moves it on. */
    void mend(Lead before, Store.TransactResult result) {
        if (result instanceof Store.TransactResult.Cancelled cancelled
                && cancelled.verdicts().get(0) instanceof Store.Verdict.Fine
                && cancelled.verdicts().get(1) instanceof Store.Verdict.ConditionFailed) {
            timelines.catchUp(before);
        }
    }
}
