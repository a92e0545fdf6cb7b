package dev.leadkeeper.ledger;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Write;
import java.util.ArrayList;
import java.util.List;

/** Carries steps out. */
final class Transactions {
    private final Store store;
    private final Timelines timelines;

    Transactions(Store store, Clock clock) {
        this.store = store;
        this.timelines = new Timelines(store, clock);
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
