package dev.leadkeeper.people;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** An object of an answer. Unlike in storage a field without value is there, as {@code null}, so that clients see it exists. */
public final class Sheet {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** Adds a field; its value may be {@code null}. */
    public Sheet put(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    /** The object. */
    public Map<String, Object> done() {
        return Collections.unmodifiableMap(fields);
    }
}
