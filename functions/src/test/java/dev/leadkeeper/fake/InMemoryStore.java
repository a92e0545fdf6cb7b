package dev.leadkeeper.fake;

import dev.leadkeeper.json.Cursor;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** A twin of DynamoDB as the port shows it. Thread-safe: each call is one step. Indexes follow at once. */
public class InMemoryStore implements Store {
    private final Rows rows = new Rows();
    private final Set<Key> held = new HashSet<>();

    /** From now on somebody else's transaction is at work on this item, until {@link #release}. */
    public synchronized void hold(Key key) {
        held.add(key);
    }

    /** That transaction is over; it changed nothing. */
    public synchronized void release(Key key) {
        held.remove(key);
    }

    /** Takes over what another store holds, as a replica does. */
    public synchronized void follow(Key key, Map<String, Object> item) {
        rows.put(key, Items.kept(item));
    }

    @Override
    public synchronized Optional<Map<String, Object>> get(Key key) {
        Rows.check(key);
        return rows.get(key);
    }

    @Override
    public synchronized List<Optional<Map<String, Object>>> getAll(List<Key> keys) {
        if (keys.size() > 100) {
            throw new IllegalArgumentException("more than 100 keys");
        }
        return keys.stream().map(this::get).toList();
    }

    @Override
    public synchronized Page query(Query query) {
        var sort = query.table().numericSort() ? Long.class : String.class;
        var from = query.after() == null ? null : Cursor.read(query.after(), List.of(sort)).getFirst();
        return page(rows.partition(query.table(), query.hash()), from, query.descending(), query.limit(),
                place -> query.prefix() == null || ((String) place).startsWith(query.prefix()),
                place -> List.of(place));
    }

    @Override
    public synchronized Page query(IndexQuery query) {
        var table = query.index().table();
        Rows.Place from = null;
        if (query.after() != null) {
            var values = Cursor.read(query.after(), List.of(String.class, String.class));
            from = new Rows.Place((String) values.getFirst(), Key.of(table, (String) values.getLast()));
        }
        // Upwards nothing stands before what is wanted, and what is not may be very much.
        var all = rows.index(query.index(), query.hash());
        Predicate<Rows.Place> wanted = place -> query.upTo() == null || Utf8Order.UTF_8.compare(place.sort(), query.upTo()) <= 0;
        if (!query.descending() && from != null && (all.higherEntry(from) == null || !wanted.test(all.higherKey(from)))) {
            return new Page(List.of(), null);
        }
        var whole = page(all, from, query.descending(), query.limit(), wanted,
                place -> List.of(place.sort(), place.key().hash()));
        return new Page(whole.items().stream().map(query.index()::entry).map(Collections::unmodifiableMap).toList(), whole.next());
    }

    @Override
    public synchronized Page scan(Table table, int limit, String after) {
        var kinds = new ArrayList<Class<?>>(List.of(String.class));
        table.sort().ifPresent(sort -> kinds.add(table.numericSort() ? Long.class : String.class));
        Key from = null;
        if (after != null) {
            var values = Cursor.read(after, kinds);
            from = new Key(table, (String) values.getFirst(), table.sort().isEmpty() ? null : values.getLast());
        }
        return page(rows.table(table), from, false, limit, key -> true,
                key -> key.sort() == null ? List.of(key.hash()) : List.of(key.hash(), key.sort()));
    }

    @Override
    public synchronized WriteResult write(Write write) {
        if (write instanceof Write.Check) {
            throw new IllegalArgumentException("a check writes nothing");
        }
        checkRequest(write);
        if (held.contains(write.key())) {
            throw new Fault("somebody else's transaction is at work on " + write.key().table(), null);
        }
        var current = rows.get(write.key());
        if (!Conditions.hold(write.condition(), current.orElse(Map.of()))) {
            return new WriteResult.Refused(current);
        }
        var after = after(write);
        store(write.key(), after);
        return new WriteResult.Written(after.map(Items::kept).orElse(Map.of()));
    }

    @Override
    public synchronized TransactResult transact(List<Write> writes) {
        Write.requireTransaction(writes);
        writes.forEach(InMemoryStore::checkRequest);
        var verdicts = writes.stream().map(this::verdict).toList();
        // All that would be stored before any is: a fault in one leaves all as they were, and is told before any refusal.
        var afters = new LinkedHashMap<Key, Optional<Map<String, Object>>>();
        for (int i = 0; i < writes.size(); i++) {
            if (verdicts.get(i) instanceof Verdict.Fine) {
                afters.put(writes.get(i).key(), after(writes.get(i)));
            }
        }
        if (!verdicts.stream().allMatch(Verdict.Fine.class::isInstance)) {
            return new TransactResult.Cancelled(verdicts);
        }
        afters.forEach(this::store);
        return new TransactResult.Committed();
    }

    private Verdict verdict(Write write) {
        if (held.contains(write.key())) {
            return new Verdict.Conflict();
        }
        var current = rows.get(write.key());
        return Conditions.hold(write.condition(), current.orElse(Map.of()))
                ? new Verdict.Fine() : new Verdict.ConditionFailed(current);
    }

    private Optional<Map<String, Object>> after(Write write) {
        var key = write.key();
        var current = rows.get(key);
        return switch (write) {
            case Write.Put put -> Optional.of(Items.copy(put.item()));
            case Write.Update update -> {
                var changed = Changes.apply(update.changes(), current.orElse(key.attributes()));
                Items.check(changed);
                Rows.check(key, changed);
                yield Optional.of(changed);
            }
            case Write.Delete delete -> Optional.empty();
            case Write.Check check -> current;
        };
    }

    private void store(Key key, Optional<Map<String, Object>> item) {
        item.ifPresentOrElse(present -> rows.put(key, Items.kept(present)), () -> rows.remove(key));
    }

    /** What is wrong with a request is found before any condition is looked at. */
    private static void checkRequest(Write write) {
        Rows.check(write.key());
        switch (write) {
            case Write.Put put -> {
                Items.check(put.item());
                Rows.check(put.key(), put.item());
            }
            case Write.Update update -> update.changes().forEach(change -> {
                if (change instanceof Change.Set set) {
                    Items.check(set.value());
                }
            });
            case Write.Delete delete -> { }
            case Write.Check check -> { }
        }
    }

    /** A page is at its end when it is full, as in DynamoDB, even if nothing follows. What is wanted stands together. */
    private static <K> Page page(NavigableMap<K, Map<String, Object>> all, K after, boolean descending, int limit,
                                 Predicate<K> wanted, Function<K, List<Object>> cursor) {
        var ordered = descending ? all.descendingMap() : all;
        var rest = after == null ? ordered : ordered.tailMap(after, false);
        var items = new ArrayList<Map<String, Object>>();
        K last = null;
        for (var row : rest.entrySet()) {
            var isWanted = wanted.test(row.getKey());
            if (items.size() == limit || !isWanted && last != null) {
                break;
            }
            if (isWanted) {
                last = row.getKey();
                items.add(row.getValue());
            }
        }
        return new Page(items, items.size() < limit ? null : Cursor.write(cursor.apply(last)));
    }
}
