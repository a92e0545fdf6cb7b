package dev.leadkeeper.ledger;

import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
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

    /** Commits a step; {@code false} if something was not as it was seen. */
    boolean commit(Step step, List<Write> more) {
        return transact(step, more) instanceof Store.TransactResult.Committed;
    }

    /** Commits the step together with further writes, whose verdicts follow the step's two. */
    Store.TransactResult transact(Step step, List<Write> more) {
        var all = new ArrayList<>(step.writes());
        all.addAll(more);
        var result = carryOut(all);
        if (result instanceof Store.TransactResult.Cancelled(var verdicts)) {
            mend(all, verdicts);
        }
        return result;
    }

    private Store.TransactResult carryOut(List<Write> all) {
        return store.transact(all);
    }

    /** Where a lead was as seen but its next event, which follows it, exists already, a crash left the head behind: moves it on. */
    private void mend(List<Write> all, List<Store.Verdict> verdicts) {
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).key().table() == Table.TIMELINE && verdicts.get(i - 1) instanceof Store.Verdict.Fine
                    && verdicts.get(i) instanceof Store.Verdict.ConditionFailed) {
                timelines.catchUp(all.get(i).key().hash());
            }
        }
    }
}
