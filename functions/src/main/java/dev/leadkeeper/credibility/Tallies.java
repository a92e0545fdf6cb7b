package dev.leadkeeper.credibility;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;

/**
 * How activities ended, counted by type, calendar quarter and rep, and by type and quarter for everybody. Moved in the
 * transaction that notes an activity as settled, so each counts once.
 */
final class Tallies {
    private static final String KIND = "success";
    /** Longer than the eight quarters that a rulebook may look back. */
    private static final Duration KEPT = Duration.ofDays(900);
    /** Stands for everybody. */
    private static final String TEAM = "";

    private final Store store;
    private final Clock clock;

    Tallies(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The rep's and everybody's of this type within so many calendar quarters, this one included. */
    Picture.Similar of(String type, String staff, int quarters) {
        var keys = new ArrayList<Key>();
        var day = LocalDate.ofInstant(clock.now(), Staff.COUNTED_IN);
        for (int back = 0; back < quarters; back++) {
            var quarter = quarter(day.minusMonths(3L * back));
            keys.add(key(type, quarter, staff));
            keys.add(key(type, quarter, TEAM));
        }
        var rep = Picture.Tally.NONE;
        var team = Picture.Tally.NONE;
        var found = store.getAll(keys);
        for (int i = 0; i < found.size(); i++) {
            var tally = found.get(i).map(Doc::of).map(doc -> new Picture.Tally(doc.number("n", 0), doc.number("successes", 0)))
                    .orElse(Picture.Tally.NONE);
            rep = i % 2 == 0 ? rep.plus(tally) : rep;
            team = i % 2 == 1 ? team.plus(tally) : team;
        }
        return new Picture.Similar(rep, team);
    }

    /** The writes that count an activity, or take it out again. */
    static List<Write> count(Activity activity, boolean success, boolean in) {
        var quarter = quarter(LocalDate.ofInstant(activity.at(), Staff.COUNTED_IN));
        var one = in ? 1 : -1;
        var changes = List.of(Change.add("n", one), Change.add("successes", success ? one : 0),
                Change.set(Table.EXPIRES, expires(activity.at())));
        return List.of(new Write.Update(key(activity.type(), quarter, activity.staff()), changes, Condition.NONE),
                new Write.Update(key(activity.type(), quarter, TEAM), changes, Condition.NONE));
    }

    private static long expires(Instant at) {
        return at.plus(KEPT).getEpochSecond();
    }

    private static Key key(String type, String quarter, String staff) {
        return Key.of(Table.SIGNALS, KIND, type + "#" + quarter + "#" + staff);
    }

    private static String quarter(LocalDate day) {
        return day.getYear() + "Q" + day.get(IsoFields.QUARTER_OF_YEAR);
    }
}
