package dev.leadkeeper.infra.year;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whoever judges by a table of minutes must be able to read it. */
class WorkTableTest {
    private static final WorkTable TABLE = new WorkTable(ZoneId.of("Asia/Shanghai"), LocalTime.of(9, 0), LocalTime.of(17, 0),
            Set.of(LocalDate.parse("2026-10-01")), Set.of(LocalDate.parse("2026-10-10")), Instant.parse("2026-09-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));

    private static long at(String wall) {
        return Instant.parse(wall + ":00+08:00").toEpochMilli();
    }

    private static long hours(int count) {
        return Duration.ofHours(count).toMillis();
    }

    @Test
    void four_hours_of_work_from_a_friday_evening_end_on_monday_at_one() {
        assertEquals(at("2026-11-23T13:00"), TABLE.plusHours(at("2026-11-20T18:00"), hours(4)));
    }

    @Test
    void a_holiday_does_not_count_and_a_day_worked_in_exchange_does() {
        assertEquals(at("2026-10-02T10:00"), TABLE.plusHours(at("2026-09-30T16:00"), hours(2)));
        assertEquals(at("2026-10-10T11:00"), TABLE.plusHours(at("2026-10-09T17:00"), hours(2)));
        assertEquals(at("2026-11-24T18:00"), TABLE.plusDays(at("2026-11-20T18:00"), hours(48)));
    }

    @Test
    void what_is_used_up_at_the_end_of_a_day_is_over_then() {
        assertEquals(at("2026-11-20T17:00"), TABLE.plusHours(at("2026-11-20T16:00"), hours(1)));
        assertEquals(hours(1), TABLE.hoursBetween(at("2026-11-20T16:00"), at("2026-11-23T09:00")));
    }
}
