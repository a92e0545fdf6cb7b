package dev.leadkeeper.codec;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Typed reading and building of a plain map. Wrong types are an {@link IllegalArgumentException} that names the field. */
public final class Doc {
    private final Map<String, ?> map;

    private Doc(Map<String, ?> map) {
        this.map = map;
    }

    /** Reads from this map. */
    public static Doc of(Map<String, ?> map) {
        return new Doc(map);
    }

    /** Reads from this value, which must be a map with text keys. */
    @SuppressWarnings("unchecked") // maps come from our own JSON reader or store, whose keys are text
    public static Doc ofValue(Object value) {
        if (value instanceof Map<?, ?> map) {
            return new Doc((Map<String, ?>) map);
        }
        throw new IllegalArgumentException("not an object: " + (value == null ? "nothing" : value.getClass().getSimpleName()));
    }

    /** Whether the field is there. */
    public boolean has(String field) {
        return map.get(field) != null;
    }

    /** The text, or {@code null}. */
    public String text(String field) {
        return as(field, String.class);
    }

    /** The text, which must be there. */
    public String required(String field) {
        return Optional.ofNullable(text(field)).orElseThrow(() -> new IllegalArgumentException("missing field " + field));
    }

    /** The whole number, or {@code null}. */
    public Long number(String field) {
        return switch (map.get(field)) {
            case null -> null;
            case Long number -> number;
            case Integer number -> number.longValue();
            case BigDecimal number -> number.longValueExact();
            case Object other -> throw wrong(field, other);
        };
    }

    /** The whole number, or this one. */
    public long number(String field, long otherwise) {
        var number = number(field);
        return number == null ? otherwise : number;
    }

    /** The number with fractions (stored as text or number), or {@code null}. */
    public Double fraction(String field) {
        return switch (map.get(field)) {
            case null -> null;
            case Number number -> number.doubleValue();
            case String text -> Double.valueOf(text);
            case Object other -> throw wrong(field, other);
        };
    }

    /** Whether the flag is there and set. */
    public boolean flag(String field) {
        return Boolean.TRUE.equals(as(field, Boolean.class));
    }

    /** The instant, or {@code null}. */
    public Instant instant(String field) {
        var text = text(field);
        return text == null ? null : Instants.parse(text);
    }

    /** The object, or {@code null}. */
    public Doc doc(String field) {
        var value = map.get(field);
        return value == null ? null : ofValue(value);
    }

    /** The object as a plain map, empty if missing. */
    @SuppressWarnings("unchecked") // as in ofValue
    public Map<String, Object> map(String field) {
        var value = as(field, Map.class);
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    /** The list, each element read by {@code reader}; empty if missing. */
    public <T> List<T> list(String field, Function<Object, T> reader) {
        var list = as(field, List.class);
        var out = new ArrayList<T>();
        if (list != null) {
            for (Object each : list) {
                out.add(reader.apply(each));
            }
        }
        return out;
    }

    /** The list of texts, empty if missing. */
    public List<String> texts(String field) {
        return list(field, String.class::cast);
    }

    /** The texts in order, each once, empty if missing. */
    public Set<String> textSet(String field) {
        return new TreeSet<>(texts(field));
    }

    private <T> T as(String field, Class<T> type) {
        var value = map.get(field);
        if (value != null && !type.isInstance(value)) {
            throw wrong(field, value);
        }
        return type.cast(value);
    }

    private static IllegalArgumentException wrong(String field, Object value) {
        return new IllegalArgumentException("field " + field + " is of the wrong type: " + value.getClass().getSimpleName());
    }

    /** Starts a map; {@link Builder#put} leaves {@code null} out. */
    public static Builder build() {
        return new Builder();
    }

    /** A map under construction, in the order of the puts. */
    public static final class Builder {
        private final Map<String, Object> map = new LinkedHashMap<>();

        private Builder() {}

        /** Adds the value unless it is {@code null}; instants as ISO text, integers as longs. */
        public Builder put(String field, Object value) {
            switch (value) {
                case null -> { }
                case Instant instant -> map.put(field, instant.toString());
                case Integer number -> map.put(field, number.longValue());
                case Set<?> set -> map.put(field, List.copyOf(new TreeSet<>(set)));
                case Object other -> map.put(field, other);
            }
            return this;
        }

        /** Adds the list unless it is empty. */
        public Builder putAll(String field, List<?> values) {
            if (!values.isEmpty()) {
                map.put(field, List.copyOf(values));
            }
            return this;
        }

        /** The map, to be read. */
        public Doc read() {
            return Doc.of(map);
        }

        /** The map. */
        public Map<String, Object> done() {
            return map;
        }
    }
}
