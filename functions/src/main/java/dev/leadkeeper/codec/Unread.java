package dev.leadkeeper.codec;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A map that is read when somebody looks into it. Whoever reads a history mostly looks for one event by its type, and what
 * takes time in an event is its data.
 */
final class Unread extends AbstractMap<String, Object> {
    private Supplier<Map<String, Object>> reader;
    private Map<String, Object> read;

    /** @param reader called once at the most, unless it throws */
    Unread(Supplier<Map<String, Object>> reader) {
        this.reader = reader;
    }

    private Map<String, Object> read() {
        if (read == null) {
            read = reader.get();
            reader = null;
        }
        return read;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return read().entrySet();
    }

    @Override
    public Object get(Object name) {
        return read().get(name);
    }

    @Override
    public boolean containsKey(Object name) {
        return read().containsKey(name);
    }
}
