package dev.leadkeeper.port;

/**
 * One change of a {@link Write.Update}. Paths are read by {@link Path}; a path into a map needs the map to exist,
 * otherwise the write is a fault (as in DynamoDB), also for {@link Remove}.
 */
public sealed interface Change {
    String path();

    /** Sets the value. */
    record Set(String path, Object value) implements Change {}

    /** Adds to a number; a missing number counts as 0; adding to anything else is a fault. Sums stay within a long. */
    record Add(String path, long amount) implements Change {}

    /** Removes the value if there is one. */
    record Remove(String path) implements Change {}

    static Change set(String path, Object value) {
        return new Set(path, value);
    }

    static Change add(String path, long amount) {
        return new Add(path, amount);
    }

    static Change remove(String path) {
        return new Remove(path);
    }

    /** {@code set}, or {@code remove} where the value is {@code null}. */
    static Change put(String path, Object value) {
        return value == null ? remove(path) : set(path, value);
    }
}
