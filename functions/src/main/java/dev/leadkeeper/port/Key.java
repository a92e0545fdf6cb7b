package dev.leadkeeper.port;

import java.util.Map;
import java.util.Objects;

/**
 * The primary key of one item. The store faults on a partition value over 2,048 bytes or a sort value over 1,024 (of an
 * index as well), so what comes from outside is cut to size before.
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

    /** The key as attributes of its item. */
    public Map<String, Object> attributes() {
        return sort == null ? Map.of(table.hash(), hash) : Map.of(table.hash(), hash, table.sort().orElseThrow(), sort);
    }

    /** Whether this is an attribute of the key. */
    boolean isNamed(String attribute) {
        return attribute.equals(table.hash()) || table.sort().filter(attribute::equals).isPresent();
    }

    /** Whether the item is the one under this key. */
    public boolean isOf(Map<String, Object> item) {
        return hash.equals(item.get(table.hash())) && (sort == null || sort.equals(item.get(table.sort().orElseThrow())));
    }

    /** The key of an item that was read. */
    public static Key of(Table table, Map<String, Object> item) {
        return new Key(table, (String) item.get(table.hash()), table.sort().map(item::get).orElse(null));
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
