package dev.leadkeeper.infra.local.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleExpressionTest {
    private static final ZoneId UTC = ZoneId.of("UTC");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rate(1 minute)              | 2026-03-01T08:00:00Z | 2026-03-01T08:01:00Z
            rate(5 minutes)             | 2026-03-01T08:04:59Z | 2026-03-01T08:05:00Z
            rate(2 hours)               | 2026-03-01T09:00:00Z | 2026-03-01T10:00:00Z
            rate(1 day)                 | 2026-03-01T08:00:00Z | 2026-03-02T08:00:00Z
            cron(0 10 * * ? *)          | 2026-03-01T08:00:00Z | 2026-03-01T10:00:00Z
            cron(0/15 * * * ? *)        | 2026-03-01T08:15:00Z | 2026-03-01T08:30:00Z
            cron(15 12 ? * MON-FRI *)   | 2026-03-01T08:00:00Z | 2026-03-02T12:15:00Z
            cron(0 8 1 * ? *)           | 2026-03-01T08:00:00Z | 2026-04-01T08:00:00Z
            cron(0 9 ? * 2#1 *)         | 2026-03-03T00:00:00Z | 2026-04-06T09:00:00Z
            cron(0 9 L * ? *)           | 2026-02-01T00:00:00Z | 2026-02-28T09:00:00Z
            cron(0 9 15W * ? *)         | 2026-03-01T00:00:00Z | 2026-03-16T09:00:00Z
            cron(0 9 ? * 6L *)          | 2026-03-01T00:00:00Z | 2026-03-27T09:00:00Z
            cron(0 0 29 FEB ? *)        | 2026-03-01T00:00:00Z | 2028-02-29T00:00:00Z
            at(2026-03-05T07:00:00)     | 2026-03-01T08:00:00Z | 2026-03-05T07:00:00Z
            """)
    void the_next_firing_is_strictly_later(String expression, Instant now, Instant next) {
        assertEquals(Optional.of(next), ScheduleExpression.parse(expression, UTC, Instant.parse("2026-03-01T08:00:00Z")).after(now));
    }

    @Test
    void a_cron_is_read_in_its_own_zone() {
        assertEquals(Optional.of(Instant.parse("2026-03-02T02:00:00Z")),
                ScheduleExpression.parse("cron(0 10 ? * MON *)", ZoneId.of("Asia/Shanghai"), Instant.EPOCH).after(Instant.parse("2026-03-01T08:00:00Z")));
    }

    @Test
    void what_is_over_never_fires_again() {
        Instant now = Instant.parse("2026-03-01T08:00:00Z");
        assertEquals(Optional.empty(), ScheduleExpression.parse("at(2026-02-01T00:00:00)", UTC, now).after(now));
        assertEquals(Optional.empty(), ScheduleExpression.parse("cron(0 0 1 1 ? 2025)", UTC, now).after(now));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate(1 minutes)", "rate(5 minute)", "rate(0 minutes)", "cron(0 10 * * *)", "cron(0 10 * * * *)", "cron(61 10 * * ? *)", "daily"})
    void what_eventbridge_would_refuse_is_refused(String expression) {
        assertThrows(IllegalArgumentException.class, () -> ScheduleExpression.parse(expression, UTC, Instant.EPOCH));
    }
}
