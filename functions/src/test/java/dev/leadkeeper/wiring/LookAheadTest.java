package dev.leadkeeper.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LookAheadTest {
    private static final Key ANNA = Key.of(Table.STAFF, "anna");
    private static final Key NOBODY = Key.of(Table.STAFF, "nobody");

    private final Store store = new InMemoryStore();
    private final LookAhead ahead = new LookAhead(store);

    @Test
    void a_glance_shows_what_was_seen_for_the_whole_batch_and_a_proper_look_what_is_there() {
        name("Anna");
        ahead.look(List.of(ANNA, NOBODY, ANNA));
        name("Anne");
        assertEquals(Optional.of("Anna"), named(ahead.glance(ANNA)));
        assertEquals(Optional.of("Anne"), named(ahead.get(ANNA)));
        assertEquals(List.of(Optional.of("Anna"), Optional.empty()), ahead.glanceAll(List.of(ANNA, NOBODY)).stream().map(LookAheadTest::named).toList());
    }

    @Test
    void what_the_batch_itself_writes_is_not_taken_for_what_was_seen_before() {
        name("Anna");
        ahead.look(List.of(ANNA, NOBODY));
        ahead.write(put(ANNA, "Anne"));
        ahead.transact(List.of(put(NOBODY, "Nora")));
        assertEquals(Optional.of("Anne"), named(ahead.glance(ANNA)));
        assertEquals(Optional.of("Nora"), named(ahead.glance(NOBODY)));
    }

    @Test
    void the_next_batch_knows_nothing_of_the_one_before() {
        name("Anna");
        ahead.look(List.of(ANNA));
        name("Anne");
        ahead.begin();
        assertEquals(Optional.of("Anne"), named(ahead.glance(ANNA)));
    }

    private void name(String name) {
        store.write(put(ANNA, name));
    }

    private static Write put(Key key, String name) {
        return new Write.Put(key, Map.of("id", key.hash(), "name", name), Condition.all());
    }

    private static Optional<Object> named(Optional<Map<String, Object>> item) {
        return item.map(each -> each.get("name"));
    }
}
