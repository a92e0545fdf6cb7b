package dev.leadkeeper.wiring;

import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A store that reads in one request what all messages of a batch will glance at. A glance shows an item as it was a moment ago anyway,
 * and no batch lasts longer than its function's 6 s; whatever is asked for properly, is read then. For one invocation at a time.
 */
public final class LookAhead implements Store {
    private static final int MOST_KEYS = 100;

    private final Store store;
    private final Map<Key, Optional<Map<String, Object>>> seen = new HashMap<>();

    public LookAhead(Store store) {
        this.store = store;
    }

    /** Forgets what was seen: another batch begins. */
    public void begin() {
        seen.clear();
    }

    /**
     * Reads these items for the glances to come.
     *
     * @param keys may repeat
     * @return what is there; nothing if that did not work, since each glance can still be made by itself
     */
    public List<Map<String, Object>> look(List<Key> keys) {
        var all = keys.stream().distinct().toList();
        try {
            for (int from = 0; from < all.size(); from += MOST_KEYS) {
                var some = all.subList(from, Math.min(all.size(), from + MOST_KEYS));
                var found = store.glanceAll(some);
                for (int i = 0; i < some.size(); i++) {
                    seen.put(some.get(i), found.get(i));
                }
            }
        } catch (Fault notNow) {
            seen.clear();
        }
        return all.stream().flatMap(key -> seen.getOrDefault(key, Optional.empty()).stream()).toList();
    }

    @Override
    public Optional<Map<String, Object>> glance(Key key) {
        var item = seen.get(key);
        return item == null ? store.glance(key) : item;
    }

    @Override
    public List<Optional<Map<String, Object>>> glanceAll(List<Key> keys) {
        return seen.keySet().containsAll(keys) ? keys.stream().map(seen::get).toList() : store.glanceAll(keys);
    }

    @Override
    public Optional<Map<String, Object>> get(Key key) {
        return store.get(key);
    }

    @Override
    public List<Optional<Map<String, Object>>> getAll(List<Key> keys) {
        return store.getAll(keys);
    }

    @Override
    public Page query(Query query) {
        return store.query(query);
    }

    @Override
    public Page query(IndexQuery query) {
        return store.query(query);
    }

    @Override
    public Page scan(Table table, int limit, String after) {
        return store.scan(table, limit, after);
    }

    @Override
    public Page scan(Table table, Set<String> attributes, int limit, String after) {
        return store.scan(table, attributes, limit, after);
    }

    @Override
    public WriteResult write(Write write) {
        seen.remove(write.key());
        return store.write(write);
    }

    @Override
    public TransactResult transact(List<Write> writes) {
        writes.forEach(write -> seen.remove(write.key()));
        return store.transact(writes);
    }
}
