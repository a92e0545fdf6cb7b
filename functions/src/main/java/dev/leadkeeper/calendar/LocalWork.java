package dev.leadkeeper.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much is worked up to a local time, and when so much is worked, both in closed form: whole weeks are multiplied,
 * the rest is looked up in sums over the days of the week and over the days that differ from their week. Local times
 * are nanoseconds from 1970-01-01T00:00 by the clock on the wall, which knows no daylight saving; see
 * {@link BusinessCalendar} for that.
 */
final class LocalWork {
    static final long DAY = Span.DAY * 1_000_000_000L;
    private static final int WEEK = 7;
    /** Epoch day of the Monday that weeks are counted from, 1969-12-29. */
    private static final long MONDAY = -3;

    /** What is worked from Monday to Sunday. */
    private final List<DayHours> week;
    /** Work of a week before each of its days; the last is the whole week's. */
    private final long[] ofWeek = new long[WEEK + 1];
    /** Epoch days that differ from their day of the week, ascending. */
    private final long[] special;
    private final DayHours[] onSpecial;
    /** How much more (or less) than usual is worked on special days before each; the last is the sum of all. */
    private final long[] surplus;
    /** {@link #before(long)} of each special day. */
    private final long[] atSpecial;

    /**
     * @param week    from Monday, with at least one working hour
     * @param special what is worked on days that differ
     */
    LocalWork(List<DayHours> week, Map<LocalDate, DayHours> special) {
        this.week = week;
        for (int i = 0; i < WEEK; i++) {
            ofWeek[i + 1] = ofWeek[i] + week.get(i).total();
        }
        var sorted = new TreeMap<>(special);
        this.special = sorted.keySet().stream().mapToLong(LocalDate::toEpochDay).toArray();
        onSpecial = sorted.values().toArray(DayHours[]::new);
        surplus = new long[onSpecial.length + 1];
        atSpecial = new long[onSpecial.length];
        for (int i = 0; i < onSpecial.length; i++) {
            surplus[i + 1] = surplus[i] + onSpecial[i].total() - usual(this.special[i]).total();
            atSpecial[i] = before(this.special[i]);
        }
    }

    /** Work from the epoch's week up to a local time; negative for work before. */
    long done(long local) {
        long day = Math.floorDiv(local, DAY);
        return before(day) + on(day).before(Math.floorMod(local, DAY));
    }

    /** The earliest local time at which so much is {@link #done}. */
    long when(long work) {
        int passed = below(atSpecial, work);
        if (passed > 0 && work <= atSpecial[passed - 1] + onSpecial[passed - 1].total()) {
            return local(special[passed - 1], onSpecial[passed - 1].when(work - atSpecial[passed - 1]));
        }
        long usual = work - surplus[passed];
        long weeks = Math.floorDiv(usual - 1, ofWeek[WEEK]);
        long rest = usual - weeks * ofWeek[WEEK];
        int day = below(ofWeek, rest) - 1;
        return local(MONDAY + weeks * WEEK + day, week.get(day).when(rest - ofWeek[day]));
    }

    /** What is worked on an epoch day. */
    DayHours on(long day) {
        int place = below(special, day);
        return place < special.length && special[place] == day ? onSpecial[place] : usual(day);
    }

    private DayHours usual(long day) {
        return week.get(Math.floorMod(day - MONDAY, WEEK));
    }

    /** Work before an epoch day begins. */
    private long before(long day) {
        long since = day - MONDAY;
        return Math.floorDiv(since, WEEK) * ofWeek[WEEK] + ofWeek[Math.floorMod(since, WEEK)] + surplus[below(special, day)];
    }

    private static long local(long day, long time) {
        return Math.addExact(Math.multiplyExact(day, DAY), time);
    }

    /** How many of these, which ascend, are less than the bound. */
    private static int below(long[] ascending, long bound) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
