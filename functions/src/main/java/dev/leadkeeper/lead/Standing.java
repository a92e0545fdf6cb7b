package dev.leadkeeper.lead;

import java.time.Instant;
import java.util.Locale;

/**
 * What the last week that was judged means for a rep (AS11), until the next one is.
 *
 * @param state   what follows
 * @param until   when it ends, whoever judges the next week or not
 * @param week    the ISO week that was judged, such as {@code 2026-W48}
 * @param kept    leads answered within the lock in that week
 * @param counted leads that counted in it
 */
public record Standing(State state, Instant until, String week, long kept, long counted) {
    /** What can follow. */
    public enum State {
        /** Nothing. */
        NONE,
        /** First choice where the rules go by merit. */
        PREFERRED,
        /** No new leads by the rules. */
        SUSPENDED;

        /** The word in the API and in storage. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether there are no new leads for them at this moment. */
    public boolean suspends(Instant now) {
        return state == State.SUSPENDED && now.isBefore(until);
    }

    /** Whether they choose first at this moment. */
    public boolean prefers(Instant now) {
        return state == State.PREFERRED && now.isBefore(until);
    }

    /** The same judgement without its consequence: somebody lifted it. */
    public Standing lifted() {
        return new Standing(State.NONE, until, week, kept, counted);
    }
}
