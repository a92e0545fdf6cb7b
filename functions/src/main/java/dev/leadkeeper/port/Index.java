package dev.leadkeeper.port;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The secondary indexes. Both are sparse: an item without both key attributes is not in them. Reads are never consistent.
 * An entry holds the keys of table and index and what is projected; as in the template.
 */
public enum Index {
    /**
     * Who or what holds a lead: {@code rep#id}, {@code pool#name}, {@code list#waiting|attention|test}, ordered by {@code heldAs}.
     * Without {@code ver}, {@code head}, {@code movedAt}, {@code seen} and {@code order}: they change with every event, and each change of
     * something projected is one more write of the whole entry.
     */
    HELD(Table.LEADS, "holder", "heldAs", List.of("state", "form", "details", "createdAt", "priority", "score", "tier", "rulebook",
            "customer", "owner", "pool", "reason", "assignedAt", "contactedAt", "stage", "outcome", "timers", "watch", "trace")),
    /**
     * What is due: {@code dueLane} (lane and shard), ordered by {@code dueAt} (epoch milliseconds, 15 digits). Keys alone: whoever acts on
     * an entry reads the lead anyway, and an entry is written only when its lead's next timer moves.
     */
    DUE(Table.LEADS, "dueLane", "dueAt", List.of());

    private final Table table;
    private final String hash;
    private final String sort;
    private final List<String> projected;

    Index(Table table, String hash, String sort, List<String> projected) {
        this.table = table;
        this.hash = hash;
        this.sort = sort;
        this.projected = projected;
    }

    /** The table that the index belongs to. */
    public Table table() {
        return table;
    }

    /** The partition attribute, a string. */
    public String hash() {
        return hash;
    }

    /** The sort attribute, a string. */
    public String sort() {
        return sort;
    }

    /** The attributes beside keys that an entry holds, at most 20; empty if it holds all. */
    public Optional<List<String>> projected() {
        return Optional.ofNullable(projected);
    }

    /** The entry of an item that is in this index. */
    public Map<String, Object> entry(Map<String, Object> item) {
        if (projected == null) {
            return item;
        }
        var entry = new HashMap<>(item);
        entry.keySet().removeIf(name -> !projected.contains(name) && !name.equals(hash) && !name.equals(sort)
                && !name.equals(table.hash()) && !table.sort().filter(name::equals).isPresent());
        return entry;
    }
}
