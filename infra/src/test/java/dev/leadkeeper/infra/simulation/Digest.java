package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Everything that a repeat may not change: all but what may be counted or measured again. */
final class Digest {
    private static final List<Table> TABLES = List.of(Table.LEADS, Table.TIMELINE, Table.DETAILS, Table.STAFF, Table.CUSTOMERS, Table.TODOS,
            Table.SIGNALS, Table.ACTIVITIES, Table.EVIDENCE);
    /** Windows of rates and leases are about moments, not about leads. */
    private static final Set<String> MOMENTARY = Set.of("rate", "lease", "pace", "notice-flood", "notice-due");

    private final Map<Key, Map<String, Object>> items = new LinkedHashMap<>();

    Digest(Store truth) {
        for (var table : TABLES) {
            String after = null;
            do {
                var page = truth.scan(table, 1000, after);
                for (var item : page.items()) {
                    var key = Key.of(table, item);
                    if (counts(key)) {
                        items.put(key, item);
                    }
                }
                after = page.next();
            } while (after != null);
        }
    }

    private static boolean counts(Key key) {
        return TABLES.contains(key.table()) && (key.table() != Table.SIGNALS || !MOMENTARY.contains(key.hash()));
    }

    /**
     * Takes in what was written since.
     *
     * @param written keys of all that was
     * @return what is different now, in words; empty if nothing is
     */
    String follow(Store truth, Set<Key> written) {
        var all = new ArrayList<String>();
        for (var key : written) {
            var item = counts(key) ? truth.get(key).orElse(null) : null;
            if (item != null) {
                var before = items.put(key, item);
                if (before == null || !same(before, item)) {
                    all.add(key + ": " + before + " became " + item);
                }
            }
        }
        return named(all);
    }

    /** What is different afterwards, in words; empty if nothing is. */
    String difference(Digest after) {
        var all = new ArrayList<String>();
        after.items.forEach((key, item) -> {
            var before = items.get(key);
            if (before == null || !same(before, item)) {
                all.add(key + ": " + before + " became " + item);
            }
        });
        return named(all);
    }

    private static String named(List<String> differences) {
        return String.join(", ", differences.subList(0, Math.min(3, differences.size())));
    }

    private static boolean same(Map<String, Object> a, Map<String, Object> b) {
        return a == b || a.keySet().equals(b.keySet()) && a.entrySet().stream().allMatch(entry -> Objects.deepEquals(bytes(entry.getValue()), bytes(b.get(entry.getKey()))));
    }

    private static Object bytes(Object value) {
        return value instanceof byte[] bytes ? Arrays.hashCode(bytes) : value;
    }
}
