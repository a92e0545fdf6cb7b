package dev.leadkeeper.assignment;

import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.rulebook.Calendar;
import dev.leadkeeper.settings.Calendars;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

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
    private final Map<String, Staff> staff = new HashMap<>();
    private final Map<String, Long> taken = new HashMap<>();
    private Calendar calendar = Calendar.NONE;
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
            staff.clear();
            everybody.staff().forEach(person -> staff.put(person.id(), person));
            taken.clear();
            taken.putAll(everybody.taken());
            calendar = calendars.current();
            read = now;
            roster = null;
        }
        if (roster == null) {
            roster = Roster.of(staff.values(), taken, calendar);
        }
        return roster;
    }

    /** Takes in what a transaction said about somebody. */
    synchronized void learn(Staff person) {
        staff.put(person.id(), person);
        roster = null;
    }

    /** Takes in that a weighted pool has taken another turn. */
    synchronized void learnTurn(String pool, long count) {
        taken.put(pool, count);
        roster = null;
    }

    /** Reads the roster anew the next time, after something that cannot be learned from a refusal alone. */
    synchronized void forget() {
        read = null;
    }
}
