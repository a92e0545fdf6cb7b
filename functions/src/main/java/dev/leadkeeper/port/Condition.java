package dev.leadkeeper.port;

import java.util.List;

/**
 * What must be true of an item for a write to happen. Paths are read by {@link Path}. A path into something that is no
 * map has no value, and a value of another kind is neither equal nor below.
 */
public sealed interface Condition {
    /** The path has a value. On a key attribute: the item exists. */
    record Exists(String path) implements Condition {
        public Exists {
            Path.of(path);
        }
    }

    /** The path has no value. On a key attribute: the item does not exist. */
    record Missing(String path) implements Condition {
        public Missing {
            Path.of(path);
        }
    }

    /** The path has exactly this value: {@link String}, {@link Long} or {@link Boolean}. */
    record Equal(String path, Object value) implements Condition {
        public Equal {
            Path.of(path);
            if (!(value instanceof String || value instanceof Long || value instanceof Boolean)) {
                throw new IllegalArgumentException("cannot compare with " + (value == null ? null : value.getClass()));
            }
        }
    }

    /** The path has a number or string below this one (numbers by value, strings by UTF-8 bytes); false if it has no value. */
    record Below(String path, Object bound) implements Condition {
        public Below {
            Path.of(path);
            if (!(bound instanceof String || bound instanceof Long)) {
                throw new IllegalArgumentException("nothing is below " + (bound == null ? null : bound.getClass()));
            }
        }
    }

    /** All of them; true if empty. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of them; false if empty. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** No condition: always true. */
    Condition NONE = new All(List.of());

    static Condition all(Condition... parts) {
        return new All(List.of(parts));
    }

    static Condition any(Condition... parts) {
        return new Any(List.of(parts));
    }

    static Condition exists(String path) {
        return new Exists(path);
    }

    static Condition missing(String path) {
        return new Missing(path);
    }

    static Condition equal(String path, Object value) {
        return new Equal(path, value);
    }

    static Condition below(String path, Object bound) {
        return new Below(path, bound);
    }

    /** {@code equal}, or {@code missing} where the value is {@code null}: "as I saw it". */
    static Condition unchanged(String path, Object seen) {
        return seen == null ? missing(path) : equal(path, seen);
    }
}
