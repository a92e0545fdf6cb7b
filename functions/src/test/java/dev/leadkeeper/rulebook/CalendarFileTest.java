package dev.leadkeeper.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.calendar.BusinessCalendar;
import dev.leadkeeper.calendar.Calendars;
import dev.leadkeeper.calendar.Span;
import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.settings.Documents;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalendarFileTest {
    private static final Calendars SAMPLE = CalendarFile.parse(Yaml.seed("calendar.yaml"));

    private static Calendars read(String yaml) {
        return CalendarFile.parse(Yaml.map(yaml));
    }

    private static void refused(String yaml, String... problems) {
        var found = Yaml.problems(() -> read(yaml));
        assertEquals(problems.length, found.size(), found::toString);
        for (int i = 0; i < problems.length; i++) {
            assertTrue(found.get(i).contains(problems[i]), found::toString);
        }
    }

    private static List<Span> on(BusinessCalendar calendar, String day) {
        return calendar.hoursOn(LocalDate.parse(day));
    }

    @Test
    void the_calendar_of_the_sample_knows_holidays_and_worked_weekends() {
        var calendar = SAMPLE.organisation();
        assertEquals(List.of(), on(calendar, "2026-10-01"), "National Day, a Thursday");
        assertEquals(List.of(Span.parse("09:00-18:00")), on(calendar, "2026-10-10"), "a Saturday worked in exchange");
        assertEquals(List.of(), on(calendar, "2026-10-17"), "a usual Saturday");
        var weekends = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertTrue(calendar.worked(LocalDate.parse("2026-10-10"), weekends));
        assertTrue(calendar.worked(LocalDate.parse("2026-10-17"), weekends), "by whoever works on weekends");
        assertFalse(calendar.worked(LocalDate.parse("2026-10-03"), weekends));
    }

    @Test
    void a_lead_of_the_eve_of_national_day_is_due_when_it_is_over() {
        assertEquals(Instant.parse("2026-10-08T04:00:00Z"),
                SAMPLE.organisation().plusWorking(Instant.parse("2026-09-30T09:00:00Z"), Duration.ofHours(4)), "17:00 + 4 h: an hour, then 9:00-12:00 on the 8th");
    }

    @Test
    void a_team_overseas_has_its_own_zone_hours_and_holidays_and_no_weekends_in_exchange_for_those_of_others() {
        var overseas = SAMPLE.named("overseas");
        assertEquals(ZoneId.of("America/New_York"), overseas.zone());
        assertEquals(List.of(Span.parse("09:00-17:00")), on(overseas, "2026-10-01"));
        assertEquals(List.of(), on(overseas, "2026-10-10"));
        assertEquals(List.of(), on(overseas, "2026-11-26"));
        assertEquals(Instant.parse("2026-11-30T18:00:00Z"), overseas.plusWorking(Instant.parse("2026-11-25T22:00:00Z"), Duration.ofHours(4)));
    }

    @Test
    void what_a_team_leaves_out_is_the_organisations() {
        var calendars = read("{zone: Europe/Berlin, hours: {monday: '08:00-12:00'}, holidays: [{from: '2026-03-09'}], teams: {late: {hours: {monday-tuesday: '12:00-20:00'}}}}");
        var late = calendars.named("late");
        assertEquals(ZoneId.of("Europe/Berlin"), late.zone());
        assertEquals(List.of(), on(late, "2026-03-09"));
        assertEquals(List.of(Span.parse("12:00-20:00")), on(late, "2026-03-10"));
        assertEquals(List.of(), on(calendars.organisation(), "2026-03-10"));
    }

    @Test
    void days_in_exchange_are_inherited_with_the_holidays_and_can_be_others() {
        var calendars = read("""
                {hours: {monday: '09:00-18:00'}, holidays: [{from: '2026-03-09'}], workdays: ['2026-03-14'],
                 teams: {early: {hours: {monday: '08:00-12:00'}}, south: {workdays: ['2026-03-15']}}}""");
        assertEquals(List.of(Span.parse("08:00-12:00")), on(calendars.named("early"), "2026-03-14"));
        assertEquals(List.of(), on(calendars.named("south"), "2026-03-14"));
        assertEquals(List.of(Span.parse("09:00-18:00")), on(calendars.named("south"), "2026-03-15"));
        assertEquals(List.of(), on(calendars.named("south"), "2026-03-09"));
    }

    @Test
    void a_file_that_says_nothing_of_hours_means_nine_to_six_in_china() {
        var calendar = read("{holidays: [], workdays: ['2026-03-14']}").organisation();
        assertEquals(ZoneId.of("Asia/Shanghai"), calendar.zone());
        assertEquals(List.of(Span.parse("09:00-18:00")), on(calendar, "2026-03-13"));
        assertEquals(List.of(Span.parse("09:00-18:00")), on(calendar, "2026-03-14"));
        assertEquals(List.of(), on(calendar, "2026-03-15"));
    }

    @Test
    void a_day_may_have_several_spans_up_to_midnight() {
        assertEquals(List.of(Span.parse("09:00-12:00"), Span.parse("20:00-24:00")),
                on(read("hours: {sunday: ['20:00-24:00', '09:00-12:00']}").organisation(), "2026-03-15"));
    }

    @Test
    void a_calendar_without_a_working_hour_is_refused() {
        refused("{hours: {}, workdays: ['2026-03-14']}", "hours: no hour of the week is worked");
        refused("hours: {monday: []}", "hours: no hour of the week is worked");
        refused("teams: {north: {hours: {}}}", "teams.north.hours: no hour of the week is worked");
    }

    @Test
    void every_mistake_is_named_with_its_place_and_what_to_write() {
        refused("zoone: UTC", "zoone: unknown key; did you mean zone?");
        refused("zone: Asia/Shangai", "zone: must be a time zone; did you mean Asia/Shanghai?");
        refused("hours: {monday: '9-17', tuesday: '09:00-18:00'}", "hours.monday: must be hours such as \"09:00-18:00\"");
        refused("hours: {monday: '18:00-09:00', tuesday: '09:00-18:00'}", "hours.monday: must end after it begins");
        refused("hours: {monday: ['09:00-12:00', '11:00-13:00']}", "hours.monday[1]: overlaps");
        refused("hours: {monday-friday: '09:00-18:00', friday: '09:00-15:00'}", "hours.friday: friday is given twice");
        refused("hours: {friday-monday: '09:00-18:00', tuesday: '09:00-18:00'}", "hours.friday-monday: must run from an earlier to a later day");
        refused("hours: {moonday: '09:00-18:00', tuesday: '09:00-18:00'}", "hours.moonday: moonday is no day of the week; did you mean monday?");
        refused("holidays: [{from: '2026-10-07', to: '2026-10-01'}]", "holidays[0]: must end after it begins, within 60 days");
        refused("holidays: [{from: '2026-10-01', to: '2027-10-07'}]", "holidays[0]: must end after it begins, within 60 days");
        refused("holidays: [{from: tomorrow}]", "holidays[0].from: must be a day such as");
        refused("holidays: [{from: '+999999999-12-31'}]", "holidays[0].from: must be in the years 1970 to 2199");
        refused("{holidays: [{from: '2026-10-01'}], workdays: ['2026-10-01', '2026-10-10', '2026-10-10']}", "workdays[0]: is listed twice, or is a holiday",
                "workdays[2]: is listed twice");
        refused("teams: {north: {hour: {}}}", "teams.north.hour: unknown key; did you mean hours?");
        refused("{zone: 8, teams: [north]}", "zone: must be a time zone", "teams: must be a map");
    }

    @Test
    void without_a_calendar_all_time_counts_and_a_new_version_is_seen() {
        var store = new InMemoryStore();
        var calendars = new dev.leadkeeper.settings.Calendars(store);
        var saturday = Instant.parse("2026-03-07T02:00:00Z");
        assertTrue(calendars.live().organisation().works(saturday));
        var documents = new Documents(store);
        documents.save("organisation", "calendar", 0, Map.of());
        assertFalse(calendars.live().organisation().works(saturday));
        documents.save("organisation", "calendar", 1, Map.of("hours", Map.of("saturday", "09:00-18:00")));
        assertTrue(calendars.live().organisation().works(saturday));
    }
}
