package dev.leadkeeper.port;

import java.util.Optional;

/** The tables, each with the attributes of its primary key. Names of the real tables come from the template. */
public enum Table {
    /** One item per lead: its state, its owner, and what routing and deadlines need. Partition {@code id}. */
    LEADS("id", null, false),
    /** The append-only history: one item per event, {@code lead} and {@code seq} (a number, from 1, without gaps). */
    TIMELINE("lead", "seq", true),
    /** Erasable personal data: facts and raw posts, {@code lead} and {@code part}. */
    DETAILS("lead", "part", false),
    /** Master customers and the strong keys that point to them. Partition {@code key}. */
    CUSTOMERS("key", null, false),
    /** Staff with their counters ({@code open}, {@code turns} …) and turn pools. Partition {@code id}. */
    STAFF("id", null, false),
    /** What people configure: forms, rulebooks, breaker, channels. {@code kind} and {@code id}. */
    SETTINGS("kind", "id", false),
    /** Counted things that may expire: drift, failure reasons, rate windows, leases. {@code kind} and {@code id}. */
    SIGNALS("kind", "id", false),
    /** Who used which content as evidence: {@code sha256} and {@code use} ({@code lead#activity#file}). */
    EVIDENCE("sha256", "use", false),
    /** To-dos of people: {@code staff} and {@code id}. */
    TODOS("staff", "id", false),
    /** What reps recorded of a lead, with its texts and the state of its files; erasable. {@code lead} and {@code id}. */
    ACTIVITIES("lead", "id", false);

    private final String hash;
    private final String sort;
    private final boolean numericSort;

    Table(String hash, String sort, boolean numericSort) {
        this.hash = hash;
        this.sort = sort;
        this.numericSort = numericSort;
    }

    /** The partition key's attribute, always a string. */
    public String hash() {
        return hash;
    }

    /** The sort key's attribute, if the table has one. */
    public Optional<String> sort() {
        return Optional.ofNullable(sort);
    }

    /** Whether the sort key is a number rather than a string. */
    public boolean numericSort() {
        return numericSort;
    }

    /** Attribute that holds, in epoch seconds, when an item of {@link #SIGNALS} may be dropped. */
    public static final String EXPIRES = "expires";
}
