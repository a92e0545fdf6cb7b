package dev.leadkeeper.contract;

import static dev.leadkeeper.port.Condition.NONE;
import static dev.leadkeeper.port.Condition.any;
import static dev.leadkeeper.port.Condition.below;
import static dev.leadkeeper.port.Condition.equal;
import static dev.leadkeeper.port.Condition.exists;
import static dev.leadkeeper.port.Condition.missing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Store.TransactResult.Cancelled;
import dev.leadkeeper.port.Store.TransactResult.Committed;
import dev.leadkeeper.port.Store.Verdict.ConditionFailed;
import dev.leadkeeper.port.Store.Verdict.Fine;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Several items at once: all or nothing, and why nothing. */
public abstract class TransactContract extends StoreFixture {
    private final Key rep = Key.of(Table.STAFF, unique + "rep");
    private final Key event = Key.of(Table.TIMELINE, key.hash(), 1);

    @Test
    void all_writes_happen_together() {
        put("owner", "nobody");
        var gone = Key.of(Table.TODOS, rep.hash(), "1");
        put(gone);
        var result = store().transact(List.of(
                new Write.Update(key, List.of(Change.set("owner", rep.hash())), equal("owner", "nobody")),
                new Write.Put(event, item(event, "type", "assigned"), missing("lead")),
                new Write.Update(rep, List.of(Change.add("open", 1)), NONE),
                new Write.Delete(gone, exists("id")),
                new Write.Check(Key.of(Table.SETTINGS, unique, "x"), missing("id"))));
        assertEquals(new Committed(), result);
        assertEquals(Optional.of(item("owner", rep.hash())), store().get(key));
        assertEquals(Optional.of(item(event, "type", "assigned")), store().get(event));
        assertEquals(Optional.of(item(rep, "open", 1L)), store().get(rep));
        assertEquals(Optional.empty(), store().get(gone));
    }

    @Test
    void one_refusal_stops_all_and_says_which() {
        put("owner", "somebody");
        put(rep, "open", 8L);
        var result = store().transact(List.of(
                new Write.Put(event, item(event), missing("lead")),
                new Write.Update(key, List.of(Change.set("owner", "me")), missing("owner")),
                new Write.Update(rep, List.of(Change.add("open", 1)), below("open", 8L)),
                new Write.Check(Key.of(Table.SETTINGS, unique, "x"), exists("id")),
                new Write.Delete(Key.of(Table.TODOS, unique, "x"), NONE)));
        assertEquals(new Cancelled(List.of(new Fine(),
                new ConditionFailed(Optional.of(item("owner", "somebody"))),
                new ConditionFailed(Optional.of(item(rep, "open", 8L))),
                new ConditionFailed(Optional.empty()), new Fine())), result);
        assertEquals(Optional.empty(), store().get(event));
    }

    @Test
    void a_check_without_condition_holds_and_one_that_cannot_hold_does_not() {
        assertEquals(new Committed(), store().transact(List.of(new Write.Check(key, NONE))));
        assertEquals(new Cancelled(List.of(new ConditionFailed(Optional.empty()))),
                store().transact(List.of(new Write.Check(key, any()))));
    }

    @Test
    void a_fault_in_one_write_leaves_all_as_they_were() {
        put("text", "x");
        assertThrows(Store.Fault.class, () -> store().transact(List.of(
                new Write.Put(event, item(event), NONE),
                new Write.Update(key, List.of(Change.set("turns.a", 1L)), NONE))));
        assertThrows(Store.Fault.class, () -> store().transact(List.of(
                new Write.Put(event, item(event), NONE),
                new Write.Put(rep, item(rep, "text", "x".repeat(410_000)), NONE))));
        assertEquals(Optional.empty(), store().get(event));
    }

    @Test
    void the_same_item_twice_is_the_callers_error() {
        assertThrows(IllegalArgumentException.class, () -> store().transact(List.of(
                new Write.Check(key, NONE), new Write.Put(key, item(), NONE))));
        assertThrows(IllegalArgumentException.class, () -> store().transact(List.of()));
        var many = new ArrayList<Write>();
        for (int i = 0; i < 101; i++) {
            var each = Key.of(Table.TODOS, unique, "i" + i);
            many.add(new Write.Put(each, item(each), NONE));
        }
        assertThrows(IllegalArgumentException.class, () -> store().transact(many));
        assertEquals(new Committed(), store().transact(many.subList(0, 100)));
    }

    @Test
    void of_many_who_want_one_item_one_gets_it_and_no_increment_is_lost() throws Exception {
        put("v", 0L);
        var tasks = new ArrayList<Callable<Long>>();
        for (int i = 0; i < 8; i++) {
            var mine = Key.of(Table.TODOS, unique, "i" + i);
            tasks.add(() -> winUntilDone(mine));
        }
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (var done : pool.invokeAll(tasks)) {
                done.get();
            }
        }
        assertEquals(8L, store().get(key).orElseThrow().get("v"));
    }

    /** Increments from what was seen, as the product does; a cancelled one is seen anew. */
    private Long winUntilDone(Key mine) {
        while (true) {
            var seen = (Long) store().get(key).orElseThrow().get("v");
            var result = store().transact(List.of(
                    new Write.Update(key, List.of(Change.set("v", seen + 1)), equal("v", seen)),
                    new Write.Put(mine, Map.of("staff", mine.hash(), "id", mine.sort(), "v", seen), missing("id"))));
            if (result instanceof Committed) {
                return seen;
            }
        }
    }
}
