package dev.leadkeeper.contract;

import static dev.leadkeeper.port.Condition.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Index;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store.IndexQuery;
import dev.leadkeeper.port.Store.Page;
import dev.leadkeeper.port.Store.Query;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Lists: partitions of tables, partitions of indexes, whole tables, page by page. */
public abstract class QueryContract extends StoreFixture {
    @Test
    void a_partition_comes_in_the_order_of_its_numbers() {
        for (var seq : List.of(10L, 9L, 1L, 100L)) {
            put(Key.of(Table.TIMELINE, unique, seq));
        }
        put(Key.of(Table.TIMELINE, unique + "other", 5));
        assertEquals(List.of(1L, 9L, 10L, 100L), values("seq", after -> timeline(false, 1000, after)));
        assertEquals(List.of(100L, 10L, 9L, 1L), values("seq", after -> timeline(true, 1000, after)));
    }

    @Test
    void a_partition_comes_in_the_order_of_the_bytes_of_its_texts() {
        var ids = List.of("A", "a", "a-b", "ab", "z", "é", "\uFF5E", "😀");
        ids.reversed().forEach(id -> put(Key.of(Table.SETTINGS, unique, id)));
        assertEquals(ids, values("id", after -> settings(null, false, 1000, after)));
        assertEquals(ids.reversed(), values("id", after -> settings(null, true, 1000, after)));
    }

    @Test
    void a_prefix_narrows_a_partition() {
        List.of("a", "a#1", "a#2", "a#😀", "b").forEach(id -> put(Key.of(Table.SETTINGS, unique, id)));
        assertEquals(List.of("a#1", "a#2", "a#😀"), values("id", after -> settings("a#", false, 1000, after)));
        assertEquals(List.of("a#😀", "a#2", "a#1"), values("id", after -> settings("a#", true, 2, after)));
        assertEquals(List.of(), values("id", after -> settings("c", false, 1000, after)));
    }

    @Test
    void pages_join_without_gap_or_repeat() {
        var ids = new ArrayList<String>();
        for (int i = 100; i < 123; i++) {
            ids.add("i" + i);
            put(Key.of(Table.SETTINGS, unique, "i" + i));
        }
        for (var limit : List.of(1, 5, 22, 23, 24)) {
            assertEquals(ids, values("id", after -> settings(null, false, limit, after)));
            assertEquals(ids.reversed(), values("id", after -> settings("i", true, limit, after)));
        }
    }

    @Test
    void pages_join_although_an_item_that_ended_one_is_gone() {
        List.of("a", "b", "c", "d").forEach(id -> put(Key.of(Table.SETTINGS, unique, id)));
        var first = settings(null, false, 2, null);
        store().write(new Write.Delete(Key.of(Table.SETTINGS, unique, "b"), NONE));
        assertEquals(List.of("c", "d"), settings(null, false, 1000, first.next()).items().stream().map(item -> item.get("id")).toList());
    }

    @Test
    void large_items_come_in_more_than_one_page() {
        for (int i = 0; i < 6; i++) {
            put(Key.of(Table.DETAILS, unique, "p" + i), "text", "x".repeat(300_000));
        }
        assertEquals(List.of("p0", "p1", "p2", "p3", "p4", "p5"), values("part",
                after -> store().query(new Query(Table.DETAILS, unique, null, false, 1000, after))));
    }

    @Test
    void an_index_holds_items_that_have_both_its_attributes() {
        lead("a", "holder", unique, "heldAs", "2", "details", List.of(1L));
        lead("b", "holder", unique, "heldAs", "1");
        lead("c", "holder", unique);
        lead("d", "heldAs", "1");
        lead("e", "holder", unique + "other", "heldAs", "1");
        var found = held(null, false, 1000, null).items();
        assertEquals(List.of(item(Key.of(Table.LEADS, unique + "b"), "holder", unique, "heldAs", "1"),
                item(Key.of(Table.LEADS, unique + "a"), "holder", unique, "heldAs", "2", "details", List.of(1L))), found);
    }

    @Test
    void an_index_follows_changes() {
        lead("a", "holder", unique, "heldAs", "1");
        change("a", Change.set("holder", unique + "2"));
        assertEquals(List.of(), held(null, false, 10, null).items());
        change("a", Change.set("holder", unique), Change.set("heldAs", "9"));
        assertEquals(List.of("9"), values("heldAs", after -> held(null, false, 10, after)));
        change("a", Change.remove("heldAs"));
        assertEquals(List.of(), held(null, false, 10, null).items());
        change("a", Change.set("heldAs", "1"));
        store().write(new Write.Delete(Key.of(Table.LEADS, unique + "a"), NONE));
        assertEquals(List.of(), held(null, false, 10, null).items());
    }

    @Test
    void an_entry_of_an_index_holds_keys_and_what_is_projected() {
        lead("a", "holder", unique, "heldAs", "1", "state", "waiting", "ver", 7L, "head", "abc");
        assertEquals(List.of(Map.of("id", unique + "a", "holder", unique, "heldAs", "1", "state", "waiting")),
                held(null, false, 10, null).items());
        change("a", Change.set("ver", 8L), Change.set("state", "assigned"));
        assertEquals(List.of("assigned"), values("state", after -> held(null, false, 10, after)));
    }

    @Test
    void an_index_ends_at_a_bound_and_includes_it() {
        List.of("1", "2", "3").forEach(at -> lead(at, "holder", unique, "heldAs", at));
        assertEquals(List.of("1", "2"), values("heldAs", after -> held("2", false, 1, after)));
        assertEquals(List.of("2", "1"), values("heldAs", after -> held("2", true, 1000, after)));
        assertEquals(List.of(), values("heldAs", after -> held("0", false, 1000, after)));
    }

    @Test
    void pages_of_an_index_join_also_among_equals() {
        var expected = new HashSet<Object>();
        for (int i = 0; i < 11; i++) {
            lead("l" + i, "holder", unique, "heldAs", i < 8 ? "same" : "then");
            expected.add(unique + "l" + i);
        }
        for (var limit : List.of(1, 3, 11)) {
            for (var descending : List.of(true, false)) {
                var found = values("id", after -> held(null, descending, limit, after));
                assertEquals(11, found.size());
                assertEquals(expected, Set.copyOf(found));
            }
        }
    }

    @Test
    void a_scan_of_some_attributes_leaves_the_others_out() {
        put("head", "h", "name", "n", "ver", 3L);
        String after = null;
        Map<String, Object> found = null;
        do {
            var page = store().scan(Table.LEADS, Set.of("id", "ver", "head", "none"), 50, after);
            found = page.items().stream().filter(item -> item.get("id").equals(key.hash())).findFirst().orElse(found);
            after = page.next();
        } while (after != null);
        assertEquals(item("ver", 3L, "head", "h"), found);
    }

    @Test
    void a_scan_finds_everything_page_by_page() {
        for (int i = 0; i < 7; i++) {
            put(Key.of(Table.STAFF, unique + i));
            put(Key.of(Table.TIMELINE, unique + i, i + 1));
        }
        for (var table : List.of(Table.STAFF, Table.TIMELINE)) {
            var found = values(table.hash(), after -> store().scan(table, 3, after));
            assertEquals(7, found.stream().filter(hash -> ((String) hash).startsWith(unique)).distinct().count());
        }
    }

    @Test
    void a_cursor_that_no_page_gave_is_the_callers_error() {
        put(Key.of(Table.SETTINGS, unique, "a"));
        var other = store().scan(Table.SETTINGS, 1, null).next();
        for (var cursor : List.of("", "x", "!", "bnVsbA", "WyIiXQ", "WzFd", other)) {
            assertThrows(IllegalArgumentException.class, () -> settings(null, false, 10, cursor), cursor);
        }
    }

    @Test
    void a_cursor_is_printable_and_safe_in_a_url() {
        List.of("上海 &?#😀", "上海2").forEach(id -> put(Key.of(Table.SETTINGS, unique, id)));
        assertTrue(settings(null, false, 1, null).next().matches("[A-Za-z0-9_-]+"));
    }

    private List<Object> values(String attribute, Function<String, Page> pages) {
        var values = new ArrayList<>();
        String after = null;
        do {
            var page = pages.apply(after);
            page.items().forEach(item -> values.add(item.get(attribute)));
            after = page.next();
        } while (after != null);
        return values;
    }

    private void lead(String id, Object... namesAndValues) {
        put(Key.of(Table.LEADS, unique + id), namesAndValues);
    }

    private void change(String id, Change... changes) {
        store().write(new Write.Update(Key.of(Table.LEADS, unique + id), List.of(changes), NONE));
    }

    private Page timeline(boolean descending, int limit, String after) {
        return store().query(new Query(Table.TIMELINE, unique, null, descending, limit, after));
    }

    private Page settings(String prefix, boolean descending, int limit, String after) {
        return store().query(new Query(Table.SETTINGS, unique, prefix, descending, limit, after));
    }

    private Page held(String upTo, boolean descending, int limit, String after) {
        return store().query(new IndexQuery(Index.HELD, unique, upTo, descending, limit, after));
    }
}
