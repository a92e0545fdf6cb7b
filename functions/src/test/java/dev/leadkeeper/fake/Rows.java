package dev.leadkeeper.fake;

import dev.leadkeeper.port.Index;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The items in their orders: by table and partition, and by index and partition. Not thread-safe. */
final class Rows {
    /** Sort values: text by UTF-8 bytes, numbers by value. */
    private static final Comparator<Object> SORT = (a, b) -> switch (a) {
        case Long number -> number.compareTo((Long) b);
        case String text -> Utf8Order.UTF_8.compare(text, (String) b);
        default -> throw new IllegalStateException("no key is a " + a.getClass());
    };
    private static final Comparator<Key> KEYS = Comparator.comparing(Key::hash, Utf8Order.UTF_8)
            .thenComparing(Key::sort, Comparator.nullsFirst(SORT));

    /** A place in an index partition: equal sort values are told apart by the item's own key, in no promised order. */
    record Place(String sort, Key key) {
        static final Comparator<Place> ORDER =
                Comparator.comparing(Place::sort, Utf8Order.UTF_8).thenComparing(Place::key, KEYS);
    }

    private final Map<Key, Map<String, Object>> items = new HashMap<>();
    /** Those that were read as a whole before: most never are, and an order costs as much as all else about a write. */
    private final Map<Table, NavigableMap<Key, Map<String, Object>>> tables = new EnumMap<>(Table.class);
    private final Map<Table, Map<String, NavigableMap<Object, Map<String, Object>>>> partitions = new EnumMap<>(Table.class);
    private final Map<Index, Map<String, NavigableMap<Place, Map<String, Object>>>> indexes = new EnumMap<>(Index.class);

    Rows() {
        for (var table : Table.values()) {
            partitions.put(table, new HashMap<>());
        }
        for (var index : Index.values()) {
            indexes.put(index, new HashMap<>());
        }
    }

    Optional<Map<String, Object>> get(Key key) {
        return Optional.ofNullable(items.get(key));
    }

    void put(Key key, Map<String, Object> item) {
        reindex(key, items.put(key, item), item);
        if (tables.containsKey(key.table())) {
            table(key.table()).put(key, item);
        }
        if (key.sort() != null) {
            partitions.get(key.table()).computeIfAbsent(key.hash(), hash -> new TreeMap<>(SORT)).put(key.sort(), item);
        }
    }

    void remove(Key key) {
        reindex(key, items.remove(key), Map.of());
        if (tables.containsKey(key.table())) {
            table(key.table()).remove(key);
        }
        if (key.sort() != null) {
            partition(key.table(), key.hash()).remove(key.sort());
        }
    }

    /** A whole table in some order, always the same. */
    NavigableMap<Key, Map<String, Object>> table(Table table) {
        return tables.computeIfAbsent(table, _ -> {
            var sorted = new TreeMap<Key, Map<String, Object>>(KEYS);
            items.forEach((key, item) -> {
                if (key.table() == table) {
                    sorted.put(key, item);
                }
            });
            return sorted;
        });
    }

    /** One partition of a table with a sort key, in its order. */
    NavigableMap<Object, Map<String, Object>> partition(Table table, String hash) {
        return partitions.get(table).getOrDefault(hash, new TreeMap<>(SORT));
    }

    /** One partition of an index in its order. */
    NavigableMap<Place, Map<String, Object>> index(Index index, String hash) {
        return indexes.get(index).getOrDefault(hash, new TreeMap<>(Place.ORDER));
    }

    /** @throws Store.Fault if an item cannot stand under its key or in an index */
    static void check(Key key, Map<String, Object> item) {
        check(key);
        for (var index : Index.values()) {
            if (index.table() == key.table()) {
                checkIndexed(item.get(index.hash()), LONGEST_HASH);
                checkIndexed(item.get(index.sort()), LONGEST_SORT);
            }
        }
    }

    /** @throws Store.Fault if a value of the key is too long */
    static void check(Key key) {
        if (Items.isLonger(key.hash(), LONGEST_HASH) || key.sort() instanceof String sort && Items.isLonger(sort, LONGEST_SORT)) {
            throw new Store.Fault("key too long for " + key.table(), null);
        }
    }

    // docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html, in bytes
    private static final int LONGEST_HASH = 2048;
    private static final int LONGEST_SORT = 1024;

    private static void checkIndexed(Object value, int longest) {
        if (value != null && !(value instanceof String text && !text.isEmpty() && !Items.isLonger(text, longest))) {
            throw new Store.Fault("no key of an index: " + value.getClass(), null);
        }
    }

    private void reindex(Key key, Map<String, Object> before, Map<String, Object> now) {
        for (var index : Index.values()) {
            if (index.table() == key.table()) {
                if (before != null && indexed(index, before)) {
                    indexes.get(index).get((String) before.get(index.hash())).remove(place(index, key, before));
                }
                if (indexed(index, now)) {
                    indexes.get(index).computeIfAbsent((String) now.get(index.hash()), hash -> new TreeMap<>(Place.ORDER))
                            .put(place(index, key, now), now);
                }
            }
        }
    }

    private static boolean indexed(Index index, Map<String, Object> item) {
        return item.containsKey(index.hash()) && item.containsKey(index.sort());
    }

    private static Place place(Index index, Key key, Map<String, Object> item) {
        return new Place((String) item.get(index.sort()), key);
    }
}
