package dev.leadkeeper.contract;

import static dev.leadkeeper.port.Condition.NONE;
import static dev.leadkeeper.port.Condition.missing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Store.TransactResult.Cancelled;
import dev.leadkeeper.port.Store.Verdict.ConditionFailed;
import dev.leadkeeper.port.Store.Verdict.Conflict;
import dev.leadkeeper.port.Store.Verdict.Fine;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is seen of somebody else's transaction. No emulator has such, so the adapters get a wire that says so. */
public abstract class ConflictContract extends StoreFixture {
    private final Key other = Key.of(Table.STAFF, unique + "rep");

    /** Somebody else's transaction is at work on this item from now on. */
    protected abstract void hold(Key key);

    /** It no longer is. */
    protected abstract void release(Key key);

    @Test
    void a_transaction_says_which_item_is_in_somebody_elses_hands() {
        put("n", 1L);
        hold(other);
        var cancelled = assertInstanceOf(Cancelled.class, transact(NONE));
        assertEquals(List.of(new Fine(), new Conflict()), cancelled.verdicts());
        assertTrue(cancelled.onlyConflicts());
        assertEquals(Optional.empty(), store().get(other));
        release(other);
        assertInstanceOf(Store.TransactResult.Committed.class, transact(NONE));
    }

    @Test
    void a_conflict_hides_no_refusal() {
        put("n", 1L);
        hold(other);
        assertEquals(new Cancelled(List.of(new ConditionFailed(Optional.of(item("n", 1L))), new Conflict())),
                transact(missing("id")));
    }

    @Test
    void a_single_write_faults_while_somebody_else_is_at_work() {
        put("n", 1L);
        hold(key);
        assertThrows(Store.Fault.class, () -> update(NONE, Change.add("n", 1)));
        release(key);
        assertEquals(new Store.WriteResult.Written(item("n", 2L)), update(NONE, Change.add("n", 1)));
    }

    private Store.TransactResult transact(Condition condition) {
        return store().transact(List.of(new Write.Update(key, List.of(Change.add("m", 1)), condition),
                new Write.Update(other, List.of(Change.add("n", 1)), NONE)));
    }
}
