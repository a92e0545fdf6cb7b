package dev.leadkeeper.infra.bench.units;

import dev.leadkeeper.port.Index;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Passes requests on and says what DynamoDB would consume for them. A transaction's writes consume twice as much, its index
 * entries do not: indexes are written afterwards, outside of it. A write that a condition refuses consumes as much as one
 * that happens.
 */
public final class MeteredStore implements Store {
    private final Store store;
    private final Meter meter;

    public MeteredStore(Store store, Meter meter) {
        this.store = store;
        this.meter = meter;
    }

    @Override
    public Optional<Map<String, Object>> get(Key key) {
        var item = store.get(key);
        read("get " + name(key), Sizes.item(item.orElse(Map.of())));
        return item;
    }

    @Override
    public List<Optional<Map<String, Object>>> getAll(List<Key> keys) {
        var items = store.getAll(keys);
        for (int i = 0; i < keys.size(); i++) {
            read("get " + name(keys.get(i)), Sizes.item(items.get(i).orElse(Map.of())));
        }
        return items;
    }

    @Override
    public Optional<Map<String, Object>> glance(Key key) {
        return glanceAll(List.of(key)).getFirst();
    }

    @Override
    public List<Optional<Map<String, Object>>> glanceAll(List<Key> keys) {
        var items = store.glanceAll(keys);
        for (int i = 0; i < keys.size(); i++) {
            var bytes = Sizes.item(items.get(i).orElse(Map.of()));
            meter.read("glance at " + name(keys.get(i)), bytes, Sizes.readUnits(bytes) / 2.0);
        }
        return items;
    }

    @Override
    public Page query(Query query) {
        var page = store.query(query);
        read("query " + name(query.table()), sum(page));
        return page;
    }

    @Override
    public Page query(IndexQuery query) {
        var page = store.query(query);
        meter.read("query index " + name(query.index()), sum(page), Sizes.readUnits(sum(page)) / 2.0);
        return page;
    }

    @Override
    public Page scan(Table table, int limit, String after) {
        var page = store.scan(table, limit, after);
        read("scan " + name(table), sum(page));
        return page;
    }

    @Override
    public WriteResult write(Write write) {
        var before = now(write.key());
        var result = store.write(write);
        count("", 1, write, before);
        return result;
    }

    @Override
    public TransactResult transact(List<Write> writes) {
        var before = new HashMap<Key, Map<String, Object>>();
        writes.forEach(write -> before.put(write.key(), now(write.key())));
        var result = store.transact(writes);
        writes.forEach(write -> count("in a transaction: ", 2, write, before.get(write.key())));
        return result;
    }

    private Map<String, Object> now(Key key) {
        return store.get(key).orElse(Map.of());
    }

    private void count(String how, int times, Write write, Map<String, Object> before) {
        var key = write.key();
        var after = now(key);
        var units = Sizes.writeUnits(Sizes.item(before), Sizes.item(after));
        var verb = switch (write) {
            case Write.Put put -> "put ";
            case Write.Update update -> "update ";
            case Write.Delete delete -> "delete ";
            case Write.Check check -> "check ";
        };
        meter.wrote(how + verb + name(key), Math.max(Sizes.item(before), Sizes.item(after)), (double) times * units);
        for (var index : Index.values()) {
            if (index.table() == key.table()) {
                index(index, before, after);
            }
        }
    }

    /** An entry that appears, goes or changes is one write; one that moves is two. */
    private void index(Index index, Map<String, Object> itemBefore, Map<String, Object> itemAfter) {
        var before = index.entry(itemBefore);
        var after = index.entry(itemAfter);
        var was = place(index, before);
        var is = place(index, after);
        if (was.equals(is) && (is.isEmpty() || before.equals(after))) {
            return;
        }
        var units = was.isPresent() && is.isPresent() && !was.equals(is)
                ? Sizes.writeUnits(Sizes.item(before), 0) + Sizes.writeUnits(0, Sizes.item(after))
                : Sizes.writeUnits(was.isPresent() ? Sizes.item(before) : 0, is.isPresent() ? Sizes.item(after) : 0);
        meter.wrote("index " + name(index), Math.max(Sizes.item(before), Sizes.item(after)), units);
    }

    private static Optional<List<Object>> place(Index index, Map<String, Object> item) {
        var hash = item.get(index.hash());
        var sort = item.get(index.sort());
        return Objects.isNull(hash) || Objects.isNull(sort) ? Optional.empty() : Optional.of(List.of(hash, sort));
    }

    private void read(String what, long bytes) {
        meter.read(what, bytes, Sizes.readUnits(bytes));
    }

    private static long sum(Page page) {
        return page.items().stream().mapToLong(Sizes::item).sum();
    }

    private static String name(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    /** The table, and what kind of item, where a table holds several. */
    private static String name(Key key) {
        var table = name(key.table());
        return switch (key.table()) {
            case SETTINGS -> table + " " + (key.hash().equals("live") ? "live version" : key.hash());
            case SIGNALS -> table + " " + key.hash();
            case CUSTOMERS -> key.hash().startsWith("customer#") ? table + ": customer" : table + ": strong key";
            case STAFF -> key.hash().startsWith("pool#") ? table + ": pool" : table;
            case LEADS, TIMELINE, DETAILS, TODOS, ACTIVITIES, EVIDENCE -> table;
        };
    }
}
