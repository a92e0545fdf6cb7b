package dev.leadkeeper.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When work is done (工作日历): hours on the days of the week in a zone, holidays, and the days worked in exchange (调休).
 * An instant is worked if the clock on the wall shows a working hour of a worked day then. So hours that a change to
 * summer time skips are not worked, and hours that a change back repeats are worked twice: lengths are of real time.
 *
 * <p>No operation steps through days. Between two changes of the zone's offset local time is as even as real time, and
 * {@link LocalWork} answers at once; there are two such changes a year at most, and none in China.
 *
 * <p>Instants between the years 1678 and 2262 can be computed with, in nanoseconds; beyond it throws {@link ArithmeticException}.
 */
public final class BusinessCalendar {
    private static final long SECOND = 1_000_000_000L;

    private final ZoneId zone;
    private final Set<LocalDate> holidays;
    private final Set<LocalDate> workdays;
    private final LocalWork hours;
    private final LocalWork days;

    private BusinessCalendar(ZoneId zone, Map<DayOfWeek, List<Span>> week, Set<LocalDate> holidays, Set<LocalDate> workdays) {
        this.zone = zone;
        this.holidays = Set.copyOf(holidays);
        this.workdays = Set.copyOf(workdays);
        var usually = Arrays.stream(DayOfWeek.values()).map(day -> new DayHours(ordered(week.getOrDefault(day, List.of())))).toList();
        var usual = usually.stream().filter(day -> day.total() > 0).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a calendar needs at least one working hour in the week"));
        var special = new HashMap<LocalDate, DayHours>();
        this.workdays.stream().filter(day -> usually.get(day.getDayOfWeek().ordinal()).total() == 0).forEach(day -> special.put(day, usual));
        this.holidays.forEach(day -> special.put(day, DayHours.NONE));
        hours = new LocalWork(usually, special);
        var whole = new HashMap<LocalDate, DayHours>();
        special.forEach((day, worked) -> whole.put(day, whole(worked)));
        days = new LocalWork(usually.stream().map(BusinessCalendar::whole).toList(), whole);
    }

    /**
     * @param week     hours of the days that are worked; days without hours are free
     * @param holidays nobody works
     * @param workdays days of the week that are usually free but worked in exchange for a holiday, with the hours of the first
     *                 day of the week, from Monday, that has some; like holidays, of years from 1678 to 2262
     * @throws IllegalArgumentException if there is no working hour in the week, or hours of a day overlap
     */
    public static BusinessCalendar of(ZoneId zone, Map<DayOfWeek, List<Span>> week, Set<LocalDate> holidays, Set<LocalDate> workdays) {
        return new BusinessCalendar(zone, week, holidays, workdays);
    }

    /** Every hour of every day is worked. */
    public static BusinessCalendar always(ZoneId zone) {
        var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values()).forEach(day -> week.put(day, List.of(Span.ALL_DAY)));
        return of(zone, week, Set.of(), Set.of());
    }

    /** The same holidays and days worked in exchange, with the hours and in the zone of one person. */
    public BusinessCalendar withHours(ZoneId where, Set<DayOfWeek> on, LocalTime from, LocalTime to) {
        var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        on.forEach(day -> week.put(day, List.of(Span.of(from, to))));
        return of(where, week, holidays, workdays);
    }

    public ZoneId zone() {
        return zone;
    }

    /** The working hours of a day, in their order; none if it is free. */
    public List<Span> hoursOn(LocalDate day) {
        return hours.on(day.toEpochDay()).spans();
    }

    /** Whether somebody who usually works on these days of the week works on this day. */
    public boolean worked(LocalDate day, Set<DayOfWeek> usually) {
        return !holidays.contains(day) && (workdays.contains(day) || usually.contains(day.getDayOfWeek()));
    }

    /** Whether work is done at an instant. */
    public boolean works(Instant at) {
        long local = local(at, zone.getRules().getOffset(at));
        return hours.on(Math.floorDiv(local, LocalWork.DAY)).holds(Math.floorMod(local, LocalWork.DAY));
    }

    /** The instant itself if work is done then, else when it begins the next time. */
    public Instant nextStart(Instant at) {
        return plusWorking(at, Duration.ofNanos(1)).minusNanos(1);
    }

    /** The calendar's day at an instant. */
    public LocalDate dayAt(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** When a day of the calendar is over, worked or not. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /**
     * The earliest instant by which so much time has passed, of the kind that counts; the instant itself for none. An amount
     * that ends with the hours of a day is over at their end, not when the next ones begin.
     *
     * @throws IllegalArgumentException for less than nothing
     */
    public Instant plus(Instant from, Duration amount, Pace pace) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("a deadline is never before what it counts from: " + amount);
        }
        return switch (pace) {
            case WORKING -> plus(from, amount.toNanos(), hours);
            case WORKDAYS -> plus(from, amount.toNanos(), days);
            case WALL -> from.plus(amount);
        };
    }

    /** {@link #plus(Instant, Duration, Pace)} in working hours. */
    public Instant plusWorking(Instant from, Duration amount) {
        return plus(from, amount, Pace.WORKING);
    }

    /** {@link #plus(Instant, Duration, Pace)} in hours of worked days. */
    public Instant plusOnWorkdays(Instant from, Duration amount) {
        return plus(from, amount, Pace.WORKDAYS);
    }

    /** How much time of the kind that counts passes between two instants; nothing unless the second is later. */
    public Duration between(Instant from, Instant to, Pace pace) {
        if (!to.isAfter(from)) {
            return Duration.ZERO;
        }
        return switch (pace) {
            case WORKING -> Duration.ofNanos(between(from, to, hours));
            case WORKDAYS -> Duration.ofNanos(between(from, to, days));
            case WALL -> Duration.between(from, to);
        };
    }

    /** {@link #between(Instant, Instant, Pace)} in working hours. */
    public Duration workingBetween(Instant from, Instant to) {
        return between(from, to, Pace.WORKING);
    }

    private Instant plus(Instant from, long amount, LocalWork work) {
        if (amount == 0) {
            return from;
        }
        var at = from;
        long left = amount;
        while (true) {
            var offset = zone.getRules().getOffset(at);
            var change = zone.getRules().nextTransition(at);
            long done = work.done(local(at, offset));
            long until = change == null ? Long.MAX_VALUE : work.done(local(change.getInstant(), offset)) - done;
            if (left <= until) {
                return instant(work.when(Math.addExact(done, left)), offset);
            }
            left -= until;
            at = change.getInstant();
        }
    }

    private long between(Instant from, Instant to, LocalWork work) {
        long sum = 0;
        for (var at = from; at.isBefore(to);) {
            var offset = zone.getRules().getOffset(at);
            var change = zone.getRules().nextTransition(at);
            var end = change == null || change.getInstant().isAfter(to) ? to : change.getInstant();
            sum += work.done(local(end, offset)) - work.done(local(at, offset));
            at = end;
        }
        return sum;
    }

    private static long local(Instant at, ZoneOffset offset) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond() + offset.getTotalSeconds(), SECOND), at.getNano());
    }

    private static Instant instant(long local, ZoneOffset offset) {
        return Instant.ofEpochSecond(Math.floorDiv(local, SECOND) - offset.getTotalSeconds(), Math.floorMod(local, SECOND));
    }

    private static DayHours whole(DayHours day) {
        return day.total() > 0 ? DayHours.ALL : DayHours.NONE;
    }

    private static List<Span> ordered(List<Span> spans) {
        var sorted = spans.stream().sorted((a, b) -> Integer.compare(a.from(), b.from())).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).from() < sorted.get(i - 1).to()) {
                throw new IllegalArgumentException("hours of a day must not overlap");
            }
        }
        return sorted;
    }
}
