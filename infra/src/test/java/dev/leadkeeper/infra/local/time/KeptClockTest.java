package dev.leadkeeper.infra.local.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptClockTest {
    private final Instant machine = Instant.parse("2026-03-06T10:00:00Z");
    private final VirtualClock clock = new VirtualClock(() -> machine, Duration.ZERO);

    @TempDir
    Path data;

    @Test
    void what_was_put_forward_is_so_after_a_restart() throws Exception {
        try (KeptClock _ = KeptClock.in(data, clock)) {
            clock.leap(machine.plus(Duration.ofDays(90)));
        }
        assertEquals(Duration.ofDays(90), KeptClock.ahead(data));
    }

    @Test
    void after_a_kill_at_high_speed_time_does_not_go_back() throws Exception {
        try (KeptClock _ = KeptClock.in(data, clock)) {
            clock.speed(3600);
            assertTrue(KeptClock.ahead(data).compareTo(Duration.ofHours(1)) > 0);
        }
        assertEquals(Duration.ZERO, KeptClock.ahead(data));
    }

    @Test
    void data_of_a_clock_that_was_never_moved_is_in_the_machines_time() throws IOException {
        assertEquals(Duration.ZERO, KeptClock.ahead(data));
    }
}
