package dev.leadkeeper.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadkeeper.codec.StaffCodec;
import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
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
}
