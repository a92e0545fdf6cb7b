package dev.leadkeeper.assignment;

import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.settings.Calendars;
import java.time.Duration;
import java.time.Instant;

/**
 * The roster that decisions look at: read whole now and then, kept up to date in between with what this instance learns
 * from its own transactions. It may be behind; the transaction's conditions decide, and what they say is learned.
 */
final class Rosters {
    /** How old the roster may get. Long enough that a burst reads it once, short enough that people see their edits work. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final StaffBook book;
    private final Calendars calendars;
    private final Clock clock;
    private Roster roster;
    private Instant read;

    Rosters(StaffBook book, Calendars calendars, Clock clock) {
        this.book = book;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The roster as known. */
    synchronized Roster current() {
        var now = clock.now();
        if (read == null || read.plus(FRESH).isBefore(now)) {
            var everybody = book.everybody();
            roster = Roster.of(everybody.staff(), everybody.taken(), calendars.live());
            read = now;
        }
        return roster;
    }

    /** Takes in what a transaction said about somebody; comes after a decision, and so after {@link #current}. */
    synchronized void learn(Staff person) {
        roster = roster.with(person);
    }

    /** Takes in that a weighted pool has taken another turn. */
    synchronized void learnTurn(String pool, long count) {
        roster = roster.with(pool, count);
    }

    /** Reads the roster anew the next time, after something that cannot be learned from a refusal alone. */
    synchronized void forget() {
        read = null;
    }
}
