package dev.leadkeeper.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.leadkeeper.codec.StaffCodec;
import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.lead.Standing;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StaffBookTest {
    private static void take(Store store) {
        store.write(new Write.Update(Key.of(Table.STAFF, StaffCodec.POOL + "east"), List.of(Change.add("taken", 1)), Condition.NONE));
    }

    @Test
    void a_turn_taken_while_the_book_is_read_leaves_the_pools_count_looking_old() {
        var store = new InMemoryStore() {
            boolean busy;

            @Override
            public Page scan(Table table, int limit, String after) {
                if (busy) {
                    take(this);
                }
                return super.scan(table, limit, after);
            }
        };
        take(store);
        var book = new StaffBook(store);
        assertEquals(Map.of("east", 1L), book.everybody().taken());
        store.busy = true;
        assertEquals(Map.of("east", 1L), book.everybody().taken());
        assertEquals(Map.of("east", 2L), book.everybody().taken());
    }

    @Test
    void a_suspension_that_was_judged_anew_is_not_lifted_by_whoever_saw_the_one_before() {
        var world = new World();
        var rep = world.hire("lin", 8).id();
        var first = suspended("2026-W47");
        world.staff.judge(rep, null, first);
        var seen = world.staff.findToEdit(rep).orElseThrow();
        world.staff.judge(rep, first, suspended("2026-W48"));

        assertFalse(world.staff.edit(seen, seen.staff().with(seen.staff().ledger().with(first.lifted()))));
        assertEquals("2026-W48", world.staff.find(rep).orElseThrow().ledger().standing().week());
    }

    @Test
    void whoever_read_the_book_before_sees_the_figures_that_came_since() {
        var world = new World();
        world.hire("lin", 8);
        for (long orders : List.of(3L, 9L)) {
            world.store.write(new Write.Put(Key.of(Table.STAFF, StaffCodec.figuresId("lin")), Map.of("id", StaffCodec.figuresId("lin"), "figures",
                    Map.of("orders", List.of(Map.of("subject", "关节置换器械", "on", "2026-11-01", "count", orders)))), Condition.NONE));
            assertEquals(orders, world.staff.everybody().staff().getFirst().figures().orders().getFirst().count());
        }
    }

    private static Standing suspended(String week) {
        return new Standing(Standing.State.SUSPENDED, Instant.parse("2026-11-30T00:00:00Z"), week, 1, 9);
    }
}
