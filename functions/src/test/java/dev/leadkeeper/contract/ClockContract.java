package dev.leadkeeper.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.leadkeeper.port.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Time. */
public abstract class ClockContract {
    /** The clock under test. */
    protected abstract Clock clock();

    @Test
    void time_is_told_to_the_millisecond() {
        assertEquals(0, clock().now().getNano() % 1_000_000);
    }

    @Test
    void a_pause_lets_time_pass() {
        var before = clock().now();
        clock().pause(Duration.ofMillis(3));
        assertFalse(clock().now().isBefore(before.plusMillis(3)));
    }
}
