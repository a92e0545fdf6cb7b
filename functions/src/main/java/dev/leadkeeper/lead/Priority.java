package dev.leadkeeper.lead;

/** How soon a lead should be handled; orders queues and the waiting list. */
public enum Priority {
    /** Ahead of everything: 急, 招标中, 预算已批. */
    URGENT,
    /** The usual. */
    NORMAL;

    /** The word in the API and in storage. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such priority */
    public static Priority of(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
}
