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
                    if (table != Table.SIGNALS || !MOMENTARY.contains((String) item.get("kind"))) {
                        items.put(Key.of(table, item), item);
                    }
                }
                after = page.next();
            } while (after != null);
        }
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
        return all.isEmpty() ? "" : String.join(", ", all.subList(0, Math.min(3, all.size())));
    }

    private static boolean same(Map<String, Object> a, Map<String, Object> b) {
        return a == b || a.keySet().equals(b.keySet()) && a.entrySet().stream().allMatch(entry -> Objects.deepEquals(bytes(entry.getValue()), bytes(b.get(entry.getKey()))));
    }

    private static Object bytes(Object value) {
        return value instanceof byte[] bytes ? Arrays.hashCode(bytes) : value;
    }
}
