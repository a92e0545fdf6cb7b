package dev.leadkeeper.contract;

import static dev.leadkeeper.port.Condition.NONE;
import static dev.leadkeeper.port.Condition.all;
import static dev.leadkeeper.port.Condition.any;
import static dev.leadkeeper.port.Condition.below;
import static dev.leadkeeper.port.Condition.equal;
import static dev.leadkeeper.port.Condition.exists;
import static dev.leadkeeper.port.Condition.missing;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Store.WriteResult.Refused;
import dev.leadkeeper.port.Store.WriteResult.Written;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Single items: what is stored, under which condition, and how it changes. */
public abstract class StoreContract extends StoreFixture {
    @Test
    void an_item_comes_back_with_every_kind_of_value() {
        var item = item("text", "上海 😀\u0000", "empty", "", "number", Long.MIN_VALUE, "flag", false,
                "list", List.of(1L, "a", List.of(), Map.of()), "map", Map.of("a.b", true, "尺", List.of(2L)));
        assertEquals(new Written(item), store().write(new Write.Put(key, item, NONE)));
        assertEquals(Optional.of(item), store().get(key));
    }

    @Test
    void bytes_come_back_as_bytes() {
        store().write(new Write.Put(key, item("raw", new byte[] {0, -1}, "list", List.of(new byte[] {1})), NONE));
        var read = store().get(key).orElseThrow();
        assertArrayEquals(new byte[] {0, -1}, (byte[]) read.get("raw"));
        assertArrayEquals(new byte[] {1}, (byte[]) ((List<?>) read.get("list")).getFirst());
    }

    @Test
    void a_glance_sees_what_has_been_there() {
        var item = item("text", "a");
        assertEquals(Optional.empty(), store().glance(key));
        store().write(new Write.Put(key, item, NONE));
        assertEquals(Optional.of(item), store().glance(key));
        var other = Key.of(Table.LEADS, "nobody");
        assertEquals(List.of(Optional.of(item), Optional.empty(), Optional.of(item)), store().glanceAll(List.of(key, other, key)));
    }

    @Test
    void nothing_is_found_where_nothing_was_put() {
        assertEquals(Optional.empty(), store().get(key));
    }

    @Test
    void what_the_caller_does_to_an_item_later_does_not_reach_the_store() {
        var inner = new ArrayList<Object>(List.of(1L));
        var bytes = new byte[] {1};
        var item = new HashMap<>(item("list", inner, "raw", bytes));
        store().write(new Write.Put(key, item, NONE));
        inner.add(2L);
        bytes[0] = 2;
        item.put("more", 1L);
        var read = store().get(key).orElseThrow();
        assertEquals(List.of(1L), read.get("list"));
        assertArrayEquals(new byte[] {1}, (byte[]) read.get("raw"));
        assertEquals(3, read.size());
        ((byte[]) read.get("raw"))[0] = 3;
        assertArrayEquals(new byte[] {1}, (byte[]) store().get(key).orElseThrow().get("raw"));
        assertThrows(UnsupportedOperationException.class, () -> read.put("more", 1L));
        assertThrows(UnsupportedOperationException.class, () -> ((List<?>) read.get("list")).clear());
    }

    @Test
    void a_put_replaces_the_whole_item() {
        put("a", 1L, "b", 1L);
        put("b", 2L);
        assertEquals(Optional.of(item("b", 2L)), store().get(key));
    }

    @Test
    void a_put_may_insist_on_being_the_first() {
        var first = new Write.Put(key, item("n", 1L), missing("id"));
        assertInstanceOf(Written.class, store().write(first));
        var second = new Write.Put(key, item("n", 2L), missing("id"));
        assertEquals(new Refused(Optional.of(item("n", 1L))), store().write(second));
        assertEquals(1L, store().get(key).orElseThrow().get("n"));
    }

    @Test
    void a_refusal_shows_the_whole_item() {
        put("m", Map.of("empty", Map.of(), "list", List.of()), "l", List.of(List.of(), ""), "n", 0L);
        assertEquals(new Refused(Optional.of(item("m", Map.of("empty", Map.of(), "list", List.of()), "l", List.of(List.of(), ""), "n", 0L))),
                update(missing("id"), Change.set("a", 1L)));
    }

    @Test
    void an_update_changes_what_it_names_and_returns_all() {
        put("keep", "x", "n", 1L, "gone", true, "turns", Map.of("a", 1L, "b", 2L));
        var written = update(NONE, Change.set("s", "new"), Change.add("n", 2), Change.add("m", -3), Change.remove("gone"),
                Change.set("turns.a", "A"), Change.add("turns.b", 1), Change.add("turns.c.d", 5), Change.remove("turns.x"));
        var expected = item("keep", "x", "n", 3L, "m", -3L, "s", "new", "turns", Map.of("a", "A", "b", 3L, "c.d", 5L));
        assertEquals(new Written(expected), written);
        assertEquals(Optional.of(expected), store().get(key));
    }

    @Test
    void an_update_creates_what_is_not_there_unless_its_condition_forbids() {
        assertEquals(new Refused(Optional.empty()), update(exists("id"), Change.set("a", 1L)));
        assertEquals(new Written(item("a", 1L)), update(NONE, Change.set("a", 1L)));
        assertEquals(new Written(item()), update(NONE, Change.remove("a")));
        assertEquals(Optional.of(item()), store().get(key));
    }

    @Test
    void a_path_into_a_map_that_is_not_there_is_a_fault() {
        put("text", "x");
        assertThrows(Store.Fault.class, () -> update(NONE, Change.set("turns.a", 1L)));
        assertThrows(Store.Fault.class, () -> update(NONE, Change.add("turns.a", 1)));
        assertThrows(Store.Fault.class, () -> update(NONE, Change.remove("turns.a")));
        assertThrows(Store.Fault.class, () -> update(NONE, Change.set("text.a", 1L)));
        assertThrows(Store.Fault.class, () -> update(NONE, Change.set("turns", Map.of()), Change.set("other.a", 1L)));
        assertEquals(Optional.of(item("text", "x")), store().get(key));
    }

    @Test
    void adding_to_what_is_no_number_is_a_fault() {
        put("text", "x", "turns", Map.of("a", "x"));
        assertThrows(Store.Fault.class, () -> update(NONE, Change.add("text", 1)));
        assertThrows(Store.Fault.class, () -> update(NONE, Change.add("turns.a", 1)));
    }

    @Test
    void a_refusal_comes_before_a_fault_of_the_change() {
        put("text", "x");
        assertInstanceOf(Refused.class, update(equal("text", "y"), Change.set("turns.a", 1L)));
    }

    @Test
    void a_delete_removes_what_is_there() {
        put("a", 1L);
        assertEquals(new Refused(Optional.of(item("a", 1L))), store().write(new Write.Delete(key, equal("a", 2L))));
        assertEquals(new Written(Map.of()), store().write(new Write.Delete(key, equal("a", 1L))));
        assertEquals(Optional.empty(), store().get(key));
        assertEquals(new Written(Map.of()), store().write(new Write.Delete(key, NONE)));
        assertEquals(new Refused(Optional.empty()), store().write(new Write.Delete(key, exists("id"))));
    }

    @Test
    void a_lone_check_is_the_callers_error() {
        assertThrows(IllegalArgumentException.class, () -> store().write(new Write.Check(key, NONE)));
    }

    @Test
    void conditions_mean_what_they_say() {
        put("n", 5L, "s", "é", "flag", true, "turns", Map.of("a", 1L, "b.c", 2L), "list", List.of());
        var truth = new LinkedHashMap<Condition, Boolean>();
        truth.put(NONE, true);
        truth.put(any(), false);
        truth.put(all(any(), NONE), false);
        truth.put(any(any(), all()), true);
        truth.put(exists("n"), true);
        truth.put(exists("x"), false);
        truth.put(exists("turns.a"), true);
        truth.put(exists("turns.b.c"), true);
        truth.put(exists("turns.b"), false);
        truth.put(exists("list.a"), false);
        truth.put(exists("n.a"), false);
        truth.put(missing("n"), false);
        truth.put(missing("turns.x"), true);
        truth.put(missing("x.y"), true);
        truth.put(equal("n", 5L), true);
        truth.put(equal("n", "5"), false);
        truth.put(equal("s", "é"), true);
        truth.put(equal("s", "e\u0301"), false);
        truth.put(equal("flag", true), true);
        truth.put(equal("flag", false), false);
        truth.put(equal("x", false), false);
        truth.put(equal("turns.a", 1L), true);
        truth.put(below("n", 6L), true);
        truth.put(below("n", 5L), false);
        truth.put(below("n", "6"), false);
        truth.put(below("x", 1L), false);
        truth.put(below("turns.a", 2L), true);
        truth.put(below("s", "z"), false);
        truth.put(below("s", "😀"), true);
        truth.put(below("list", 1L), false);
        truth.put(all(equal("n", 5L), equal("s", "x")), false);
        truth.put(any(equal("n", 4L), equal("s", "é")), true);
        truth.put(all(any(equal("n", 4L), equal("n", 5L)), any(missing("x"), any())), true);
        truth.forEach((condition, expected) -> {
            var held = store().write(new Write.Put(key, store().get(key).orElseThrow(), condition)) instanceof Written;
            assertEquals(expected, held, condition::toString);
        });
    }

    @Test
    void text_is_ordered_by_its_utf_8_bytes() {
        put("s", "\uFF5E"); // EF BD 9E, while the emoji is F0 9F 98 80 but begins with the smaller UTF-16 unit D83D
        assertInstanceOf(Written.class, update(below("s", "😀"), Change.set("ok", true)));
        assertInstanceOf(Refused.class, update(below("s", "\uFF5D"), Change.set("ok", true)));
    }

    @Test
    void an_item_has_at_most_400_kilobytes() {
        put("text", "x".repeat(380_000));
        assertThrows(Store.Fault.class, () -> put("text", "x".repeat(410_000)));
        assertThrows(Store.Fault.class, () -> update(NONE, Change.set("more", "尺".repeat(20_000))));
        assertEquals(380_000, ((String) store().get(key).orElseThrow().get("text")).length());
    }

    @Test
    void an_item_has_at_most_32_levels() {
        put("deep", nested(31));
        assertThrows(Store.Fault.class, () -> put("deep", nested(32)));
        assertThrows(Store.Fault.class, () -> update(NONE, Change.set("deep", nested(32))));
    }

    @Test
    void a_key_has_a_longest_length() {
        store().write(new Write.Put(Key.of(Table.STAFF, "k".repeat(2048)), Map.of("id", "k".repeat(2048)), NONE));
        assertThrows(Store.Fault.class, () -> store().get(Key.of(Table.STAFF, "尺".repeat(683))));
        assertThrows(Store.Fault.class, () -> store().get(Key.of(Table.SETTINGS, "k", "i".repeat(1025))));
    }

    @Test
    void what_cannot_stand_in_an_index_is_a_fault() {
        for (var value : List.<Object>of("", 1L, "h".repeat(2049))) {
            assertThrows(Store.Fault.class, () -> put("holder", value, "heldAs", "a"));
            assertThrows(Store.Fault.class, () -> update(NONE, Change.set("holder", value)));
        }
        assertEquals(Optional.empty(), store().get(key));
    }

    @Test
    void a_value_that_no_item_holds_is_the_callers_error() {
        assertThrows(IllegalArgumentException.class, () -> put("n", 1));
        assertThrows(IllegalArgumentException.class, () -> put("n", 1.5d));
        var withNull = new HashMap<>(item());
        withNull.put("n", null);
        assertThrows(IllegalArgumentException.class, () -> store().write(new Write.Put(key, withNull, NONE)));
    }

    @Test
    void many_items_come_in_the_order_of_their_keys() {
        put("n", 1L);
        var setting = Key.of(Table.SETTINGS, key.hash(), "x");
        store().write(new Write.Put(setting, Map.of("kind", key.hash(), "id", "x"), NONE));
        var keys = new ArrayList<>(List.of(setting, Key.of(Table.LEADS, key.hash() + "none"), key, setting));
        var found = store().getAll(keys);
        assertEquals(List.of(true, false, true, true), found.stream().map(Optional::isPresent).toList());
        assertEquals(Optional.of(item("n", 1L)), found.get(2));
        assertEquals(List.of(), store().getAll(List.of()));
        while (keys.size() < 101) {
            keys.add(key);
        }
        assertEquals(100, store().getAll(keys.subList(0, 100)).size());
        assertThrows(IllegalArgumentException.class, () -> store().getAll(keys));
    }

    @Test
    void a_hundred_large_items_come_together() {
        var keys = new ArrayList<Key>();
        for (int i = 0; i < 50; i++) {
            var each = Key.of(Table.STAFF, key.hash() + i);
            keys.add(each);
            store().write(new Write.Put(each, Map.of("id", each.hash(), "text", "x".repeat(390_000)), NONE));
        }
        assertTrue(store().getAll(keys).stream().allMatch(Optional::isPresent)); // 19 MB: more than one answer holds
        keys.forEach(each -> store().write(new Write.Delete(each, NONE)));
    }
}
