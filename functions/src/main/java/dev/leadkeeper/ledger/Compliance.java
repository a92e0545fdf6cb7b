package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Timer;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;

/**
 * How many leads a rep answered within the response lock, by ISO week (AS11), and how many were taken back. A lead counts once for each
 * owner, in the transaction of whichever comes first: the contact, or the end of the lock; one taken back, in the transaction that takes
 * it. It counts in the week in which that became known, so that a week that is over stays as it is.
 */
public final class Compliance {
    private static final String KIND = "compliance#";
    /** As many as {@link Store#getAll} takes. */
    private static final int MOST_KEYS = 100;
    /** Somebody may ask after a year. */
    private static final Duration KEPT = Duration.ofDays(400);

    private final Store store;

    public Compliance(Store store) {
        this.store = store;
    }

    /**
     * A rep's week.
     *
     * @param week   {@link #week}
     * @param kept   leads answered within the lock
     * @param missed leads whose lock ended first
     * @param late   of all leads answered in this week, those after their lock
     * @param healthy  of those answered within the lock, how many were answered as soon as a healthy response is (DL1)
     * @param recycled leads taken back from them
     */
    public record Week(String staff, String week, long kept, long missed, long late, long healthy, long recycled) {
        /** Leads by which the week is judged. */
        public long counted() {
            return kept + missed;
        }

        /** Share answered within the lock, 0–1; 1 if none counted. */
        public double share() {
            return counted() == 0 ? 1 : (double) kept / counted();
        }
    }

    /** The ISO week of a day, such as {@code 2026-W48}; in the order of text as in that of time. */
    public static String week(LocalDate day) {
        var week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return day.get(IsoFields.WEEK_BASED_YEAR) + (week < 10 ? "-W0" : "-W") + week;
    }

    /** These people's weeks, in the order asked for. */
    public List<Week> of(List<String> staff, List<String> weeks) {
        var asked = staff.stream().flatMap(one -> weeks.stream().map(week -> new Week(one, week, 0, 0, 0, 0, 0))).toList();
        var found = new ArrayList<Week>();
        for (int from = 0; from < asked.size(); from += MOST_KEYS) {
            var some = asked.subList(from, Math.min(asked.size(), from + MOST_KEYS));
            var items = store.getAll(some.stream().map(each -> key(each.staff(), each.week())).toList());
            for (int i = 0; i < some.size(); i++) {
                var one = some.get(i);
                found.add(items.get(i).map(Doc::of).map(doc -> new Week(one.staff(), one.week(), doc.number("kept", 0), doc.number("missed", 0),
                        doc.number("late", 0), doc.number("healthy", 0), doc.number("recycled", 0))).orElse(one));
            }
        }
        return found;
    }

    /** The first contact of a lead by its owner; nothing where no lock runs. */
    static List<Write> answered(Lead seen, Instant at, Planner planner) {
        var zone = planner.zone(seen.watch().team());
        var lock = seen.watch().at(Timer.ESCALATE);
        if (lock == null) {
            return List.of();
        }
        if (seen.watch().settled().contains(Timer.ESCALATE)) {
            return List.of(count(seen, at, zone, Change.add("late", 1)));
        }
        if (at.isAfter(lock)) {
            return List.of(count(seen, at, zone, Change.add("missed", 1), Change.add("late", 1)));
        }
        return List.of(planner.isHealthy(seen, at) ? count(seen, at, zone, Change.add("kept", 1), Change.add("healthy", 1)) : count(seen, at, zone, Change.add("kept", 1)));
    }

    /** The lock ended and nobody made contact. */
    static Write missed(Lead seen, Instant at, ZoneId zone) {
        return count(seen, at, zone, Change.add("missed", 1));
    }

    /** The lead was taken back from its owner. */
    static Write takenBack(Lead seen, Instant at, ZoneId zone) {
        return count(seen, at, zone, Change.add("recycled", 1));
    }

    private static Write count(Lead lead, Instant at, ZoneId zone, Change... what) {
        var changes = new ArrayList<>(List.of(what));
        changes.add(Change.set(Table.EXPIRES, at.plus(KEPT).getEpochSecond()));
        return new Write.Update(key(lead.owner(), week(LocalDate.ofInstant(at, zone))), changes, Condition.NONE);
    }

    private static Key key(String staff, String week) {
        return Key.of(Table.SIGNALS, KIND + staff, week);
    }
}
