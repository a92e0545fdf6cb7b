package dev.leadkeeper.port;

import java.util.Objects;

/**
 * The primary key of one item.
 *
 * @param table where it is
 * @param hash  the partition value, not empty
 * @param sort  {@code null} where the table has no sort key, a {@link Long} where it is numeric, else a non-empty {@link String}
 */
public record Key(Table table, String hash, Object sort) {
    public Key {
        Objects.requireNonNull(table, "table");
        if (hash == null || hash.isEmpty()) {
            throw new IllegalArgumentException("empty partition key for " + table);
        }
        var right = table.sort().isEmpty() ? sort == null
                : table.numericSort() ? sort instanceof Long
                : sort instanceof String text && !text.isEmpty();
        if (!right) {
            throw new IllegalArgumentException("wrong sort key for " + table + ": " + sort);
        }
    }

    /** Key of an item in a table without sort key. */
    public static Key of(Table table, String hash) {
        return new Key(table, hash, null);
    }

    /** Key of an item in a table with a string sort key. */
    public static Key of(Table table, String hash, String sort) {
        return new Key(table, hash, sort);
    }

    /** Key of an item in a table with a numeric sort key. */
    public static Key of(Table table, String hash, long sort) {
        return new Key(table, hash, sort);
    }
}
