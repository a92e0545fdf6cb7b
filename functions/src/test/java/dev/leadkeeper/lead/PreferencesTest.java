package dev.leadkeeper.lead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreferencesTest {
    private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private static Preferences quiet(String zone, Preferences.Quiet... hours) {
        return new Preferences(ZoneId.of(zone), List.of(hours), null, null, Map.of()).over(Preferences.USUAL);
    }

    private static Preferences.Quiet span(Set<DayOfWeek> days, String from, String to) {
        return new Preferences.Quiet(days, LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Optional<Instant> until(Preferences preferences, String local) {
        return preferences.quietUntil(java.time.LocalDateTime.parse(local).atZone(preferences.zone()).toInstant());
    }

    private static Optional<Instant> at(Preferences preferences, String local) {
        return Optional.of(java.time.LocalDateTime.parse(local).atZone(preferences.zone()).toInstant());
    }

    @Test
    void a_night_begins_on_one_day_and_ends_on_the_next() {
        var night = quiet("Asia/Shanghai", span(ALL, "22:00", "08:00"));
        assertEquals(Optional.empty(), until(night, "2026-11-23T21:59:59"));
        assertEquals(at(night, "2026-11-24T08:00:00"), until(night, "2026-11-23T22:00:00"));
        assertEquals(at(night, "2026-11-24T08:00:00"), until(night, "2026-11-24T07:59:59"));
        assertEquals(Optional.empty(), until(night, "2026-11-24T08:00:00"));
    }

    @Test
    void hours_that_follow_on_one_another_are_one() {
        var free = quiet("Asia/Shanghai", span(ALL, "22:00", "08:00"), span(WEEKEND, "08:00", "22:00"));
        assertEquals(at(free, "2026-11-30T08:00:00"), until(free, "2026-11-27T23:00:00"));
        assertEquals(at(free, "2026-11-30T08:00:00"), until(free, "2026-11-29T12:00:00"));
    }

    @Test
    void a_span_from_an_hour_to_the_same_hour_is_a_whole_day() {
        var sundays = quiet("Asia/Shanghai", span(EnumSet.of(DayOfWeek.SUNDAY), "00:00", "00:00"));
        assertEquals(at(sundays, "2026-11-30T00:00:00"), until(sundays, "2026-11-29T00:00:00"));
        assertEquals(Optional.empty(), until(sundays, "2026-11-28T23:59:59"));
    }

    @Test
    void the_end_is_what_the_clock_shows_when_clocks_change() {
        var night = quiet("Europe/Berlin", span(ALL, "22:00", "08:00"));
        assertEquals(Optional.of(Instant.parse("2026-03-29T06:00:00Z")), night.quietUntil(Instant.parse("2026-03-28T22:00:00Z")));
        assertEquals(Optional.of(Instant.parse("2026-10-25T07:00:00Z")), night.quietUntil(Instant.parse("2026-10-24T21:00:00Z")));
    }

    @Test
    void the_digest_comes_at_its_hour_or_when_quiet_hours_are_over() {
        var plain = quiet("Asia/Shanghai");
        assertEquals(at(plain, "2026-11-23T09:00:00").get(), plain.nextDigest(at(plain, "2026-11-23T08:59:59").get()));
        assertEquals(at(plain, "2026-11-24T09:00:00").get(), plain.nextDigest(at(plain, "2026-11-23T09:00:00").get()));
        var late = quiet("Asia/Shanghai", span(ALL, "22:00", "10:30"));
        assertEquals(at(late, "2026-11-23T10:30:00").get(), late.nextDigest(at(late, "2026-11-22T23:00:00").get()));
    }

    @Test
    void what_a_person_does_not_say_the_organisation_says_and_of_kinds_one_by_one() {
        var organisation = new Preferences(null, List.of(span(ALL, "22:00", "08:00")), Set.of("mail"), null,
                Map.of("todo", Preferences.Delivery.DIGEST, "drift", Preferences.Delivery.DIGEST)).over(Preferences.USUAL);
        var all = new Preferences(null, List.of(), null, LocalTime.of(7, 30), Map.of("todo", Preferences.Delivery.ALWAYS)).over(organisation);
        assertEquals(List.of(), all.quietHours());
        assertEquals(Set.of("mail"), all.quietChannels());
        assertEquals(LocalTime.of(7, 30), all.digestAt());
        assertEquals(Preferences.Delivery.ALWAYS, all.of("todo"));
        assertEquals(Preferences.Delivery.DIGEST, all.of("drift"));
        assertEquals(Preferences.Delivery.ALWAYS, all.of("new-lead"));
        assertEquals(Preferences.Delivery.DIGEST, all.of("red"));
        assertEquals(Preferences.Delivery.AWAKE, all.of("breached"));
    }

    @Test
    void quiet_hours_that_never_end_are_known_as_such() {
        assertTrue(quiet("Asia/Shanghai", span(ALL, "09:00", "09:00")).neverAwake());
        assertTrue(quiet("Asia/Shanghai", span(ALL, "22:00", "08:00"), span(ALL, "08:00", "22:00")).neverAwake());
        assertFalse(quiet("Asia/Shanghai", span(ALL, "22:00", "08:00"), span(WEEKEND, "08:00", "22:00")).neverAwake());
        assertFalse(Preferences.NONE.neverAwake());
    }
}
