package dev.leadkeeper.contract;

import static dev.leadkeeper.port.Condition.NONE;

import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A store and, for each test, keys that nobody else uses, so that the tests may share one store. */
public abstract class StoreFixture {
    private static final AtomicLong TESTS = new AtomicLong(System.nanoTime());

    /** Unlike in any other test. */
    protected final String unique = "t" + Long.toString(TESTS.incrementAndGet(), 36) + "-";
    /** A lead of this test. */
    protected final Key key = Key.of(Table.LEADS, unique + "lead");

    /** The store under test, the same for all calls of one test. */
    protected abstract Store store();

    /** A lead's item under {@link #key}, from names and values in turn. */
    protected Map<String, Object> item(Object... namesAndValues) {
        return item(key, namesAndValues);
    }

    /** An item under a key, from names and values in turn. */
    protected static Map<String, Object> item(Key key, Object... namesAndValues) {
        var item = new HashMap<>(key.attributes());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            item.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return item;
    }

    /** Stores {@link #item(Object...)}. */
    protected void put(Object... namesAndValues) {
        put(key, namesAndValues);
    }

    /** Stores {@link #item(Key, Object...)}. */
    protected void put(Key key, Object... namesAndValues) {
        store().write(new Write.Put(key, item(key, namesAndValues), NONE));
    }

    /** Updates the item under {@link #key}. */
    protected Store.WriteResult update(Condition condition, Change... changes) {
        return store().write(new Write.Update(key, List.of(changes), condition));
    }

    /** Lists within lists. */
    protected static Object nested(int levels) {
        Object value = "core";
        for (int i = 0; i < levels; i++) {
            value = List.of(value);
        }
        return value;
    }
}
