package dev.leadkeeper.aws.differential;

import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Index;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Path;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Operations on few items, mostly of one table, with few names and values, so that they meet each other, edges included. */
final class RandomOperations {
    private static final List<String> TEXTS = List.of("", "a", "b", "a#1", "a#2", "A", "é", "e\u0301", "\uFF5E", "😀", "\u0000", "10", "9");
    private static final List<Long> NUMBERS = List.of(0L, 1L, -1L, 2L, 9L, 10L, Long.MAX_VALUE / 4, Long.MIN_VALUE / 4);
    private static final List<String> ATTRIBUTES = List.of("n", "s", "m", "size", "name");
    private static final List<String> PARTITIONS = List.of("x", "x", "x", "y");
    private static final List<String> ENTRIES = List.of("a", "b.c", "status");

    private static final List<Table> TABLES = List.of(Table.LEADS, Table.TIMELINE, Table.SETTINGS, Table.STAFF);

    private final SplittableRandom random;
    private final Table mostly;
    private final String prefix;

    /** @param prefix of all partition keys, unlike in any other sequence */
    RandomOperations(long seed, String prefix) {
        this.random = new SplittableRandom(seed);
        this.prefix = prefix;
        this.mostly = one(TABLES);
    }

    List<Operation> sequence(int length) {
        return Stream.generate(this::operation).limit(length).toList();
    }

    private Operation operation() {
        return switch (random.nextInt(21)) {
            case 20 -> new Operation.Held(key(), random.nextInt(3) > 0);
            case 0, 1 -> new Operation.Get(key());
            case 2 -> new Operation.GetAll(Stream.generate(this::key).limit(random.nextInt(5)).toList());
            case 3, 4 -> new Operation.Pages(query());
            case 5, 6 -> new Operation.IndexPages(indexQuery());
            case 7, 8, 9, 10, 11 -> new Operation.All(transaction());
            default -> new Operation.One(write());
        };
    }

    private Store.Query query() {
        var table = mostly.sort().isPresent() ? mostly : one(List.of(Table.TIMELINE, Table.SETTINGS));
        var narrowed = !table.numericSort() && random.nextInt(3) == 0 ? one(List.of("a", "a#", "b", "😀")) : null;
        return new Store.Query(table, prefix + one(PARTITIONS), narrowed, random.nextBoolean(), one(List.of(1, 2, 3, 100)), null);
    }

    private Store.IndexQuery indexQuery() {
        return new Store.IndexQuery(one(List.of(Index.values())), prefix + one(List.of("h", "i")),
                random.nextInt(3) == 0 ? one(List.of("a", "b", "é", "😀")) : null, random.nextBoolean(), one(List.of(1, 2, 100)), null);
    }

    private List<Write> transaction() {
        var writes = new LinkedHashMap<Key, Write>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            var write = write();
            writes.put(write.key(), write);
        }
        var list = new ArrayList<>(writes.values());
        if (random.nextInt(40) == 0) {
            list.add(list.getFirst());
        }
        return list;
    }

    private Write write() {
        var key = key();
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> new Write.Put(key, item(key), condition(key, 2));
            case 3 -> new Write.Delete(key, condition(key, 2));
            case 4 -> new Write.Check(key, condition(key, 2));
            default -> new Write.Update(key, changes(key), condition(key, 2));
        };
    }

    private Key key() {
        var hash = prefix + one(PARTITIONS);
        return switch (random.nextInt(4) == 0 ? one(TABLES) : mostly) {
            case TIMELINE -> Key.of(Table.TIMELINE, hash, one(List.of(1L, 2L, 9L, 10L)));
            case SETTINGS -> Key.of(Table.SETTINGS, hash, one(List.of("a", "a#1", "😀", "\uFF5E")));
            case STAFF -> Key.of(Table.STAFF, hash);
            case LEADS, DETAILS, CUSTOMERS, SIGNALS, TODOS, ACTIVITIES, EVIDENCE -> Key.of(Table.LEADS, hash + one(List.of("", "1", "2")));
        };
    }

    private Map<String, Object> item(Key key) {
        var item = new HashMap<>(key.attributes());
        for (int i = random.nextInt(4); i > 0; i--) {
            item.put(one(ATTRIBUTES), value(2));
        }
        if (key.table() == Table.LEADS && random.nextInt(2) == 0) {
            item.put("holder", indexed(prefix + one(List.of("h", "i"))));
            item.put("heldAs", indexed(one(List.of("a", "b", "é", "\uFF5E", "😀"))));
        }
        if (key.table() == Table.LEADS && random.nextInt(2) == 0) {
            item.put("dueLane", prefix + "h");
            item.put("dueAt", one(List.of("a", "b")));
        }
        return item;
    }

    /** Now and then what cannot stand in an index. */
    private Object indexed(String right) {
        return switch (random.nextInt(60)) {
            case 0 -> "";
            case 1 -> 1L;
            default -> right;
        };
    }

    private List<Change> changes(Key key) {
        var changes = new ArrayList<Change>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            var change = change(key);
            if (changes.stream().noneMatch(other -> Path.of(other.path()).overlaps(Path.of(change.path())))) {
                changes.add(change);
            }
        }
        return changes;
    }

    private Change change(Key key) {
        if (key.table() == Table.LEADS && random.nextInt(2) == 0) {
            return switch (random.nextInt(4)) {
                case 0 -> Change.set("holder", indexed(prefix + one(List.of("h", "i"))));
                case 1 -> Change.set("heldAs", indexed(one(List.of("a", "b", "é"))));
                case 2 -> Change.set("dueAt", one(List.of("a", "b")));
                default -> Change.remove(one(List.of("holder", "holder", "heldAs", "dueAt")));
            };
        }
        return switch (random.nextInt(6)) {
            case 0, 1 -> Change.set(path(), value(2));
            case 2 -> Change.set("m", Map.of());
            case 3, 4 -> Change.add(path(), one(List.of(1, -1, 5)));
            default -> Change.remove(path());
        };
    }

    private Condition condition(Key key, int depth) {
        return switch (random.nextInt(depth > 0 ? 12 : 10)) {
            case 0, 1, 2, 3 -> Condition.NONE;
            case 4 -> Condition.exists(random.nextBoolean() ? key.table().hash() : path());
            case 5, 6 -> Condition.missing(random.nextInt(4) == 0 ? key.table().hash() : path());
            case 7 -> Condition.equal(path(), simple());
            case 8 -> Condition.below(path(), one(NUMBERS));
            case 9 -> Condition.below(path(), one(TEXTS));
            case 10 -> new Condition.All(Stream.generate(() -> condition(key, depth - 1)).limit(random.nextInt(4)).toList());
            default -> new Condition.Any(Stream.generate(() -> condition(key, depth - 1)).limit(random.nextInt(4)).toList());
        };
    }

    private String path() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> "m." + one(ENTRIES);
            case 2 -> one(ATTRIBUTES) + "." + one(ENTRIES);
            default -> one(ATTRIBUTES);
        };
    }

    private Object simple() {
        return switch (random.nextInt(3)) {
            case 0 -> one(TEXTS);
            case 1 -> one(NUMBERS);
            default -> random.nextBoolean();
        };
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0, 1 -> one(NUMBERS);
            case 2, 3 -> simple();
            case 4 -> one(TEXTS).getBytes(StandardCharsets.UTF_8);
            case 5 -> Stream.generate(() -> value(depth - 1)).limit(random.nextInt(3)).toList();
            default -> {
                var map = new HashMap<String, Object>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    map.put(one(ENTRIES), value(depth - 1));
                }
                yield map;
            }
        };
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
