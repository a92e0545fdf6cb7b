package dev.leadkeeper.infra.local.sources;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * EventBridge's cron: minutes, hours, day of month, month, day of week (1 is Sunday), year; {@code , - * ? /} and
 * {@code L W #} for days (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html).
 */
record Cron(TreeSet<Integer> minutes, TreeSet<Integer> hours, TreeSet<Integer> months, TreeSet<Integer> years,
        Predicate<LocalDate> day, ZoneId zone) implements ScheduleExpression {
    private static final List<String> MONTHS = List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;
    /** A date that matches comes within eight years (29 February over a turn of the century), or the years are over. */
    private static final int SEARCH_DAYS = 366 * 8 + 10;

    static Cron parse(String text, ZoneId zone) {
        String[] fields = text.strip().split("\\s+");
        if (fields.length != 6) {
            throw new IllegalArgumentException("cron(" + text + ") needs six fields: minutes hours day-of-month month day-of-week year");
        }
        boolean byDate = !fields[2].equals("?");
        if (byDate == !fields[4].equals("?") ) {
            throw new IllegalArgumentException("cron(" + text + "): one of day-of-month and day-of-week must be ?");
        }
        return new Cron(numbers(fields[0], 0, 59, List.of()), numbers(fields[1], 0, 23, List.of()), numbers(fields[3], 1, 12, MONTHS),
                numbers(fields[5], FIRST_YEAR, LAST_YEAR, List.of()), byDate ? dayOfMonth(fields[2]) : dayOfWeek(fields[4]), zone);
    }

    @Override
    public Optional<Instant> after(Instant instant) {
        ZonedDateTime from = instant.atZone(zone);
        LocalDate date = from.toLocalDate();
        for (int i = 0; i < SEARCH_DAYS && date.getYear() <= years.last(); i++, date = date.plusDays(1)) {
            if (years.contains(date.getYear()) && months.contains(date.getMonthValue()) && day.test(date)) {
                for (int hour : hours) {
                    for (int minute : minutes) {
                        LocalDateTime local = date.atTime(LocalTime.of(hour, minute));
                        ZonedDateTime at = local.atZone(zone);
                        // A time that the clock skips in spring does not exist and does not fire.
                        if (at.toInstant().isAfter(instant) && at.toLocalDateTime().equals(local)) {
                            return Optional.of(at.toInstant());
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Predicate<LocalDate> dayOfMonth(String field) {
        if (field.equals("L")) {
            return date -> date.equals(date.with(TemporalAdjusters.lastDayOfMonth()));
        }
        if (field.endsWith("W")) {
            int wanted = Integer.parseInt(field.substring(0, field.length() - 1));
            return date -> date.equals(nearestWeekday(date, wanted));
        }
        TreeSet<Integer> days = numbers(field, 1, 31, List.of());
        return date -> days.contains(date.getDayOfMonth());
    }

    /** The weekday closest to a day of this month, never leaving the month. */
    private static LocalDate nearestWeekday(LocalDate month, int wanted) {
        LocalDate day = month.withDayOfMonth(Math.min(wanted, month.lengthOfMonth()));
        int shift = switch (day.getDayOfWeek()) {
            case SATURDAY -> day.getDayOfMonth() == 1 ? 2 : -1;
            case SUNDAY -> day.getDayOfMonth() == month.lengthOfMonth() ? -2 : 1;
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> 0;
        };
        return day.plusDays(shift);
    }

    private static Predicate<LocalDate> dayOfWeek(String field) {
        if (field.contains("#")) {
            String[] parts = field.split("#");
            DayOfWeek weekday = weekday(number(parts[0], DAYS));
            int nth = Integer.parseInt(parts[1]);
            return date -> date.getDayOfWeek() == weekday && (date.getDayOfMonth() - 1) / 7 + 1 == nth;
        }
        if (field.length() > 1 && field.endsWith("L")) {
            DayOfWeek weekday = weekday(number(field.substring(0, field.length() - 1), DAYS));
            return date -> date.equals(date.with(TemporalAdjusters.lastInMonth(weekday)));
        }
        TreeSet<Integer> days = numbers(field.equals("L") ? "7" : field, 1, 7, DAYS);
        return date -> days.stream().anyMatch(each -> weekday(each) == date.getDayOfWeek());
    }

    private static DayOfWeek weekday(int sundayIsOne) {
        return DayOfWeek.of((sundayIsOne + 5) % 7 + 1);
    }

    private static TreeSet<Integer> numbers(String field, int least, int most, List<String> names) {
        TreeSet<Integer> out = new TreeSet<>();
        for (String part : field.split(",")) {
            String[] stepped = part.split("/", 2);
            int step = stepped.length == 2 ? Integer.parseInt(stepped[1]) : 1;
            int from = least;
            int to = most;
            if (!stepped[0].equals("*") && !stepped[0].equals("?")) {
                String[] range = stepped[0].split("-", 2);
                from = number(range[0], names);
                to = range.length == 2 ? number(range[1], names) : stepped.length == 2 ? most : from;
            }
            if (from < least || to > most || from > to || step < 1) {
                throw new IllegalArgumentException("cron field " + field + " is outside " + least + "–" + most);
            }
            for (int value = from; value <= to; value += step) {
                out.add(value);
            }
        }
        return out;
    }

    private static int number(String text, List<String> names) {
        int named = names.indexOf(text.toUpperCase(Locale.ROOT));
        return named >= 0 ? named + 1 : Integer.parseInt(text);
    }
}
