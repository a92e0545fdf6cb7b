package dev.leadkeeper.port;

import java.util.List;

/**
 * What must be true of an item for a write to happen. A path names an attribute or, with a dot, an entry of a map
 * attribute ({@code turns.north}); what follows the first dot is one name, dots in it included.
 */
public sealed interface Condition {
    /** The path has a value. On a key attribute: the item exists. */
    record Exists(String path) implements Condition {}

    /** The path has no value. On a key attribute: the item does not exist. */
    record Missing(String path) implements Condition {}

    /** The path has exactly this value: {@link String}, {@link Long} or {@link Boolean}. */
    record Equal(String path, Object value) implements Condition {}

    /** The path has a number or string below this one (numbers by value, strings by UTF-8 bytes); false if it has no value. */
    record Below(String path, Object bound) implements Condition {}

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
