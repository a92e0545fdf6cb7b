package dev.leadkeeper.lead;

/** Where a lead stands. Every lead is in exactly one state, and every state but {@link #SCORED} has a holder. */
public enum LeadState {
    /** Scored and on its way to an owner. */
    SCORED,
    /** Owned by exactly one rep. */
    ASSIGNED,
    /** In a pool that marketing owns (培育池). */
    NURTURING,
    /** On the waiting list: everybody is full, or the breaker is open, or a person is to decide. */
    WAITING,
    /** Cannot be worked with as it came (待处理): unparsable, unmapped, or no way to reach anybody. */
    ATTENTION,
    /** Flagged as a test or junk; kept, never assigned, in no business figure. */
    TEST,
    /** An attention entry whose replay became other leads; they are named on its timeline. */
    RESOLVED;

    /** The word in the API and in storage. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such state */
    public static LeadState of(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
}
