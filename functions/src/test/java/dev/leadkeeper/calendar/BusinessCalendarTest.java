package dev.leadkeeper.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The clock of work with hours from Monday to Friday, 9 to 17, in China unless a test says otherwise. 2026-03-06 is a Friday. */
class BusinessCalendarTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final BusinessCalendar NINE_TO_FIVE = calendar(CHINA, WEEKDAYS, "09:00-17:00");

    private static BusinessCalendar calendar(ZoneId zone, Set<DayOfWeek> days, String... hours) {
        return calendar(zone, days, Set.of(), Set.of(), hours);
    }

    private static BusinessCalendar calendar(ZoneId zone, Set<DayOfWeek> days, Set<LocalDate> holidays, Set<LocalDate> workdays, String... hours) {
        var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        days.forEach(day -> week.put(day, List.of(hours).stream().map(Span::parse).toList()));
        return BusinessCalendar.of(zone, week, holidays, workdays);
    }

    private static Set<LocalDate> days(String... days) {
        return List.of(days).stream().map(LocalDate::parse).collect(java.util.stream.Collectors.toSet());
    }

    private static Instant at(ZoneId zone, String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    private static Instant at(String local) {
        return at(CHINA, local);
    }

    private static void due(String expected, String from, int hours, BusinessCalendar calendar) {
        assertEquals(at(calendar.zone(), expected), calendar.plusWorking(at(calendar.zone(), from), Duration.ofHours(hours)));
    }

    @Test
    void a_lead_of_friday_evening_is_due_on_monday_at_one() {
        due("2026-03-09T13:00", "2026-03-06T18:00", 4, NINE_TO_FIVE);
    }

    @Test
    void frappe_loses_business_days_for_a_weekend_arrival_and_this_does_not() {
        due("2026-03-09T13:00", "2026-03-07T10:00", 4, NINE_TO_FIVE);
        due("2026-03-09T13:00", "2026-03-07T18:00", 4, NINE_TO_FIVE);
        due("2026-03-09T13:00", "2026-03-08T20:00", 4, NINE_TO_FIVE);
    }

    @Test
    void a_lead_of_friday_afternoon_uses_up_friday_first() {
        due("2026-03-09T11:00", "2026-03-06T15:00", 4, NINE_TO_FIVE);
        due("2026-03-06T17:00", "2026-03-06T13:00", 4, NINE_TO_FIVE);
    }

    @Test
    void forty_eight_hours_from_friday_at_six_in_the_evening_end_on_tuesday_at_six() {
        assertEquals(at("2026-03-10T18:00"), NINE_TO_FIVE.plusOnWorkdays(at("2026-03-06T18:00"), Duration.ofHours(48)));
        assertEquals(at("2026-03-11T00:00"), NINE_TO_FIVE.plusOnWorkdays(at("2026-03-07T10:00"), Duration.ofHours(48)), "from the weekend: all of Monday and Tuesday");
    }

    @Test
    void wall_time_knows_no_weekend() {
        assertEquals(at("2026-03-08T18:00"), NINE_TO_FIVE.plus(at("2026-03-06T18:00"), Duration.ofHours(48), Pace.WALL));
        assertEquals(Duration.ofHours(48), NINE_TO_FIVE.between(at("2026-03-06T18:00"), at("2026-03-08T18:00"), Pace.WALL));
    }

    @Test
    void a_make_up_saturday_counts_and_the_holiday_monday_does_not() {
        var calendar = calendar(CHINA, WEEKDAYS, days("2026-03-09"), days("2026-03-07"), "09:00-17:00");
        due("2026-03-07T13:00", "2026-03-06T18:00", 4, calendar);
        due("2026-03-10T11:00", "2026-03-07T15:00", 4, calendar);
        assertEquals(at("2026-03-10T18:00"), calendar.plusOnWorkdays(at("2026-03-06T18:00"), Duration.ofHours(48)), "the rest of Friday, Saturday, then Tuesday");
    }

    @Test
    void a_lunch_break_is_no_working_time() {
        var calendar = calendar(CHINA, WEEKDAYS, "13:30-18:00", "09:00-12:00");
        due("2026-03-06T14:30", "2026-03-06T11:00", 2, calendar);
        due("2026-03-06T12:00", "2026-03-06T09:00", 3, calendar);
        assertFalse(calendar.works(at("2026-03-06T12:00")));
        assertTrue(calendar.works(at("2026-03-06T13:30")));
        assertEquals(at("2026-03-06T13:30"), calendar.nextStart(at("2026-03-06T12:00")));
        assertEquals(at("2026-03-06T10:00"), calendar.nextStart(at("2026-03-06T10:00")));
        assertEquals(at("2026-03-09T09:00"), calendar.nextStart(at("2026-03-06T18:00")));
    }

    @Test
    void hours_may_end_at_midnight_and_go_on_the_next_day() {
        var night = calendar(CHINA, EnumSet.allOf(DayOfWeek.class), "22:00-24:00", "00:00-06:00");
        due("2026-03-07T03:00", "2026-03-06T20:00", 5, night);
        due("2026-03-07T00:00", "2026-03-06T20:00", 2, night);
    }

    @Test
    void nothing_is_added_at_once_even_at_night() {
        assertEquals(at("2026-03-07T03:00"), NINE_TO_FIVE.plusWorking(at("2026-03-07T03:00"), Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> NINE_TO_FIVE.plusWorking(at("2026-03-07T03:00"), Duration.ofNanos(-1)));
        assertEquals(Duration.ZERO, NINE_TO_FIVE.workingBetween(at("2026-03-06T15:00"), at("2026-03-06T10:00")));
    }

    @Test
    void hours_that_summer_time_skips_are_not_worked() {
        var sundays = calendar(NEW_YORK, Set.of(DayOfWeek.SUNDAY), "01:00-04:00");
        assertEquals(Duration.ofHours(2), sundays.workingBetween(at(NEW_YORK, "2026-03-08T00:00"), at(NEW_YORK, "2026-03-09T00:00")));
        assertEquals(Instant.parse("2026-03-08T07:30:00Z"), sundays.plusWorking(at(NEW_YORK, "2026-03-08T00:00"), Duration.ofMinutes(90)));
    }

    @Test
    void hours_within_those_that_summer_time_skips_are_none_that_day() {
        var skipped = calendar(NEW_YORK, Set.of(DayOfWeek.SUNDAY), "02:15-02:45");
        assertEquals(Duration.ZERO, skipped.workingBetween(at(NEW_YORK, "2026-03-08T00:00"), at(NEW_YORK, "2026-03-09T00:00")));
        due("2026-03-15T02:30", "2026-03-07T12:00", 0, calendar(NEW_YORK, Set.of(DayOfWeek.SUNDAY), "02:15-02:45"), Duration.ofMinutes(15));
    }

    private static void due(String expected, String from, int hours, BusinessCalendar calendar, Duration more) {
        assertEquals(at(calendar.zone(), expected), calendar.plusWorking(at(calendar.zone(), from), Duration.ofHours(hours).plus(more)));
    }

    @Test
    void hours_that_winter_time_repeats_are_worked_twice() {
        var sundays = calendar(NEW_YORK, Set.of(DayOfWeek.SUNDAY), "01:00-02:00");
        assertEquals(Duration.ofHours(2), sundays.workingBetween(at(NEW_YORK, "2026-11-01T00:00"), at(NEW_YORK, "2026-11-02T00:00")));
        assertEquals(Instant.parse("2026-11-01T07:00:00Z"), sundays.plusWorking(at(NEW_YORK, "2026-11-01T00:00"), Duration.ofHours(2)));
    }

    @Test
    void a_worked_day_of_twenty_three_hours_counts_twenty_three() {
        var everyDay = calendar(NEW_YORK, EnumSet.allOf(DayOfWeek.class), "09:00-17:00");
        assertEquals(Duration.ofHours(23), everyDay.between(at(NEW_YORK, "2026-03-08T00:00"), at(NEW_YORK, "2026-03-09T00:00"), Pace.WORKDAYS));
    }

    @Test
    void a_day_that_a_zone_left_out_is_not_worked() {
        var samoa = ZoneId.of("Pacific/Apia"); // went from the 29th to the 31st of December 2011
        due("2011-12-31T10:00", "2011-12-29T16:00", 2, calendar(samoa, EnumSet.allOf(DayOfWeek.class), "09:00-17:00"));
    }

    @Test
    void beyond_the_last_known_holiday_weeks_go_on_as_usual() {
        var calendar = calendar(CHINA, WEEKDAYS, days("2026-03-09", "2026-03-10"), Set.of(), "09:00-17:00");
        due("2026-03-11T17:00", "2026-03-06T17:00", 8, calendar);
        due("2036-02-22T17:00", "2026-03-06T17:00", 520 * 40 - 2 * 8, calendar); // 520 weeks but for two days
    }

    @Test
    void a_person_has_hours_of_their_own_on_the_days_of_the_calendar() {
        var calendar = calendar(CHINA, WEEKDAYS, days("2026-03-09"), days("2026-03-07"), "09:00-17:00")
                .withHours(NEW_YORK, Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), LocalTime.of(10, 0), LocalTime.of(12, 0));
        assertEquals(NEW_YORK, calendar.zone());
        assertEquals(List.of(Span.parse("10:00-12:00")), calendar.hoursOn(LocalDate.parse("2026-03-07")));
        assertEquals(List.of(), calendar.hoursOn(LocalDate.parse("2026-03-09")));
        assertEquals(List.of(), calendar.hoursOn(LocalDate.parse("2026-03-11")));
    }

    @Test
    void a_calendar_that_never_works_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> BusinessCalendar.of(CHINA, Map.of(), Set.of(), days("2026-03-07")));
        assertThrows(IllegalArgumentException.class, () -> calendar(CHINA, WEEKDAYS, "09:00-12:00", "11:00-13:00"));
    }

    @Test
    void the_day_of_an_instant_is_the_calendars_and_ends_at_its_midnight() {
        assertEquals(LocalDate.parse("2026-03-07"), NINE_TO_FIVE.dayAt(Instant.parse("2026-03-06T16:00:00Z")));
        assertEquals(Instant.parse("2026-03-07T16:00:00Z"), NINE_TO_FIVE.endOf(LocalDate.parse("2026-03-07")));
    }

    @Test
    void spans_are_read_as_people_write_them() {
        assertEquals(new Span(9 * 3600, 24 * 3600), Span.parse("09:00 - 24:00"));
        for (var wrong : List.of("9-17", "17:00-09:00", "09:00-24:30", "09:00-09:00", "09:60-10:00")) {
            assertThrows(IllegalArgumentException.class, () -> Span.parse(wrong), wrong);
        }
    }

    @Test
    void members_work_by_the_first_of_their_teams_calendars() {
        var teams = new Calendars(NINE_TO_FIVE, Map.of("overseas", calendar(NEW_YORK, WEEKDAYS, "09:00-17:00")));
        assertEquals("overseas", teams.of(Set.of("north", "overseas")));
        assertEquals(Calendars.ORGANISATION, teams.of(Set.of("north")));
        assertEquals(NEW_YORK, teams.named("overseas").zone());
        assertEquals(CHINA, teams.named("closed-long-ago").zone());
        assertEquals(NEW_YORK, teams.ofMembers(Set.of("overseas")).zone());
    }
}
