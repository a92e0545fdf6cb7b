package dev.leadkeeper.port;

/** The secondary indexes. Both are sparse: an item without both key attributes is not in them. Reads are never consistent. */
public enum Index {
    /** Who or what holds a lead: {@code rep#id}, {@code pool#name}, {@code list#waiting|attention|test}, ordered by {@code heldAs}. */
    HELD(Table.LEADS, "holder", "heldAs"),
    /** What is due: {@code dueLane} (kind and shard), ordered by {@code dueAt} (ISO instant). */
    DUE(Table.LEADS, "dueLane", "dueAt");

    private final Table table;
    private final String hash;
    private final String sort;

    Index(Table table, String hash, String sort) {
        this.table = table;
        this.hash = hash;
        this.sort = sort;
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
}
