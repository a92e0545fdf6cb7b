package dev.leadkeeper.infra.year;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * A business calendar by brute force: every minute of some years, looked at one by one on the clock on the wall. Knows nothing of how
 * the product computes.
 */
public final class WorkTable {
    private static final long MINUTE = 60_000;

    private final long start;
    /** Minutes that counted before each one: of working hours, and of worked days. */
    private final int[] hours;
    private final int[] days;

    /**
     * @param from     of the working hours of Monday to Friday and of days worked in exchange
     * @param holidays nobody works
     * @param workdays worked although they are of a weekend
     */
    public WorkTable(ZoneId zone, LocalTime from, LocalTime to, Set<LocalDate> holidays, Set<LocalDate> workdays, Instant start, Instant end) {
        this.start = start.toEpochMilli();
        int minutes = Math.toIntExact(Duration.between(start, end).toMinutes());
        hours = new int[minutes + 1];
        days = new int[minutes + 1];
        for (int i = 0; i < minutes; i++) {
            var wall = start.plusSeconds(60L * i).atZone(zone);
            var day = wall.toLocalDate();
            var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            var worked = !holidays.contains(day) && (!weekend || workdays.contains(day));
            var time = wall.toLocalTime();
            days[i + 1] = days[i] + (worked ? 1 : 0);
            hours[i + 1] = hours[i] + (worked && !time.isBefore(from) && time.isBefore(to) ? 1 : 0);
        }
    }

    /** The earliest moment, in epoch milliseconds, by which so many milliseconds of working hours have passed. */
    public long plusHours(long at, long amount) {
        return plus(at, amount, hours);
    }

    /** The same in milliseconds of worked days. */
    public long plusDays(long at, long amount) {
        return plus(at, amount, days);
    }

    /** Milliseconds of working hours between two moments. */
    long hoursBetween(long from, long to) {
        return done(to, hours) - done(from, hours);
    }

    private long done(long at, int[] table) {
        int minute = Math.toIntExact((at - start) / MINUTE);
        return table[minute] * MINUTE + (table[minute + 1] > table[minute] ? (at - start) % MINUTE : 0);
    }

    private long plus(long at, long amount, int[] table) {
        if (amount == 0) {
            return at;
        }
        long wanted = done(at, table) + amount;
        int low = Math.toIntExact((at - start) / MINUTE);
        int high = table.length - 2;
        if (table[high + 1] * MINUTE < wanted) {
            return Long.MAX_VALUE; // after the last year that anybody looks at
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (table[middle + 1] * MINUTE >= wanted) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return start + low * MINUTE + wanted - table[low] * MINUTE;
    }
}
