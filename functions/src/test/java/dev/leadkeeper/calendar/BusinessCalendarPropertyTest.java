package dev.leadkeeper.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The closed form against a reference that steps: random weeks, holidays and days worked in exchange, in zones with and
 * without changes, at midnight, by half an hour, by a whole day. Everything begins on quarters of an hour, which all these
 * offsets are multiples of, so that the reference can look at quarters.
 */
class BusinessCalendarPropertyTest {
    private static final Duration STEP = Duration.ofMinutes(15);
    private static final int QUARTERS = 96;
    private static final LocalDate FIRST = LocalDate.parse("2009-01-01");
    private static final int DAYS = 20 * 365;
    private static final int CALENDARS = 12;
    private static final int LOOKS = 12;
    private static final List<Integer> LONGEST_DAYS = List.of(1, 10, 100, 730);

    /** What a calendar is made of, and the reference's own answer to when it is worked. */
    private record Model(ZoneId zone, Map<DayOfWeek, List<Span>> week, Set<LocalDate> holidays, Set<LocalDate> workdays) {
        BusinessCalendar calendar() {
            return BusinessCalendar.of(zone, week, holidays, workdays);
        }

        boolean works(Instant at, Pace pace) {
            var local = LocalDateTime.ofInstant(at, zone);
            var hours = hours(local.toLocalDate());
            int second = local.toLocalTime().toSecondOfDay();
            return switch (pace) {
                case WORKING -> hours.stream().anyMatch(span -> span.from() <= second && second < span.to());
                case WORKDAYS -> !hours.isEmpty();
                case WALL -> true;
            };
        }

        private List<Span> hours(LocalDate day) {
            if (holidays.contains(day)) {
                return List.of();
            }
            var usual = week.getOrDefault(day.getDayOfWeek(), List.of());
            return usual.isEmpty() && workdays.contains(day)
                    ? List.of(DayOfWeek.values()).stream().map(each -> week.getOrDefault(each, List.of())).filter(each -> !each.isEmpty()).findFirst().orElseThrow()
                    : usual;
        }

        Duration between(Instant from, Instant to, Pace pace) {
            var sum = Duration.ZERO;
            for (var at = from; at.isBefore(to); at = at.plus(STEP)) {
                sum = works(at, pace) ? sum.plus(STEP) : sum;
            }
            return sum;
        }

        Instant plus(Instant from, Duration amount, Pace pace) {
            var left = amount;
            var at = from;
            while (left.isPositive()) {
                left = works(at, pace) ? left.minus(STEP) : left;
                at = at.plus(STEP);
            }
            return at;
        }
    }

    private static Model model(Random random, ZoneId zone) {
        var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        while (week.values().stream().allMatch(List::isEmpty)) {
            for (var day : DayOfWeek.values()) {
                week.put(day, random.nextInt(3) == 0 ? List.of() : spans(random));
            }
        }
        return new Model(zone, week, days(random), days(random));
    }

    private static List<Span> spans(Random random) {
        var ends = random.ints(2L * (1 + random.nextInt(3)), 0, QUARTERS + 1).distinct().sorted().toArray();
        var spans = new ArrayList<Span>();
        for (int i = 0; i + 1 < ends.length; i += 2) {
            spans.add(new Span(ends[i] * 900, ends[i + 1] * 900));
        }
        return spans;
    }

    /** Some runs of days, near each other so that they meet. */
    private static Set<LocalDate> days(Random random) {
        var days = new HashSet<LocalDate>();
        for (int i = random.nextInt(120); i > 0; i--) {
            var from = FIRST.plusDays(random.nextInt(DAYS));
            from.datesUntil(from.plusDays(1 + random.nextInt(9))).forEach(days::add);
        }
        return days;
    }

    private static Instant instant(Random random, ZoneId zone) {
        var quarter = FIRST.plusDays(random.nextInt(DAYS)).atStartOfDay(zone).toInstant().plus(STEP.multipliedBy(random.nextInt(QUARTERS)));
        var change = zone.getRules().nextTransition(quarter);
        // Every other one within two days before a change, if the zone has changes.
        return random.nextBoolean() && change != null ? change.getInstant().minus(STEP.multipliedBy(random.nextInt(2 * QUARTERS))) : quarter;
    }

    private static Duration amount(Random random, int days) {
        return STEP.multipliedBy(random.nextInt(days * QUARTERS));
    }

    @FunctionalInterface
    private interface Look {
        void at(Model model, BusinessCalendar calendar, Random random, Pace pace);
    }

    private static void everywhere(String name, Look look) {
        var zone = ZoneId.of(name);
        var random = new Random(name.hashCode());
        for (int i = 0; i < CALENDARS; i++) {
            var model = model(random, zone);
            var calendar = model.calendar();
            for (int j = 0; j < LOOKS; j++) {
                for (var pace : Pace.values()) {
                    look.at(model, calendar, random, pace);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu",
        "America/Sao_Paulo", "Africa/Cairo", "Antarctica/Troll", "UTC"})
    void what_passes_between_two_instants_is_what_stepping_counts(String zone) {
        everywhere(zone, (model, calendar, random, pace) -> {
            var from = instant(random, model.zone());
            var to = from.plus(amount(random, LONGEST_DAYS.get(random.nextInt(LONGEST_DAYS.size()))));
            assertEquals(model.between(from, to, pace), calendar.between(from, to, pace), () -> from + " to " + to + " " + pace + " " + model);
            assertEquals(model.works(from, Pace.WORKING), calendar.works(from), () -> from + " " + model);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu",
        "America/Sao_Paulo", "Africa/Cairo", "Antarctica/Troll", "UTC"})
    void an_amount_is_over_when_stepping_has_used_it_up(String zone) {
        everywhere(zone, (model, calendar, random, pace) -> {
            var from = instant(random, model.zone());
            var to = from.plus(amount(random, LONGEST_DAYS.get(random.nextInt(LONGEST_DAYS.size()))));
            var amount = model.between(from, to, pace);
            var due = calendar.plus(from, amount, pace);
            assertEquals(model.plus(from, amount, pace), due, () -> from + " + " + amount + " " + pace + " " + model);
            assertFalse(due.isAfter(to), "an amount that fits is over in time");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "America/Sao_Paulo"})
    void adding_is_undone_by_measuring_goes_on_where_it_stopped_and_keeps_order(String zone) {
        everywhere(zone, (model, calendar, random, pace) -> {
            var from = instant(random, model.zone()).plusNanos(random.nextLong(1_000_000_000_000L));
            var one = Duration.ofNanos(random.nextLong(Duration.ofDays(30).toNanos()));
            var two = Duration.ofNanos(random.nextInt(4) == 0 ? 0 : random.nextLong(Duration.ofDays(30).toNanos()));
            var due = calendar.plus(from, one, pace);
            assertEquals(one, calendar.between(from, due, pace), () -> from + " + " + one + " " + pace + " " + model);
            assertEquals(calendar.plus(from, one.plus(two), pace), calendar.plus(due, two, pace), () -> from + " + " + one + " + " + two + " " + model);
            var later = from.plus(two);
            assertFalse(calendar.plus(later, one, pace).isBefore(due), () -> later + " after " + from + " " + model);
            assertEquals(calendar.between(from, later.plus(one), pace),
                    calendar.between(from, later, pace).plus(calendar.between(later, later.plus(one), pace)));
            var start = calendar.nextStart(from);
            assertTrue(!start.isBefore(from) && calendar.works(start) && calendar.workingBetween(from, start).isZero(), () -> from + " " + model);
        });
    }
}
