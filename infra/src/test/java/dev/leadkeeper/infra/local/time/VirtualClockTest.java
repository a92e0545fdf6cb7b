package dev.leadkeeper.infra.local.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VirtualClockTest {
    private final Instant start = Instant.parse("2026-03-06T10:00:00Z");
    private Instant machine = start;
    private final VirtualClock clock = new VirtualClock(() -> machine, Duration.ofHours(1));

    private void pass(Duration time) {
        machine = machine.plus(time);
    }

    private Duration shown() {
        return Duration.between(start.plus(Duration.ofHours(1)), clock.instant());
    }

    @Test
    void it_runs_as_the_machines_does_and_keeps_its_distance() {
        pass(Duration.ofMinutes(5));
        assertEquals(Duration.ofMinutes(5), shown());
        assertEquals(Duration.ofHours(1), clock.ahead());
    }

    @Test
    void at_a_speed_of_3600_an_hour_passes_in_a_second() {
        clock.speed(3600);
        pass(Duration.ofSeconds(2));
        assertEquals(Duration.ofHours(2), shown());
        clock.speed(1);
        pass(Duration.ofSeconds(2));
        assertEquals(Duration.ofHours(2).plusSeconds(2), shown());
    }

    @Test
    void while_there_is_work_and_shortly_after_it_runs_no_faster_than_the_machines() throws InterruptedException {
        clock.speed(3600);
        VirtualClock.Hold first = clock.hold();
        VirtualClock.Hold second = clock.hold();
        Duration ahead = clock.ahead();
        pass(Duration.ofSeconds(3));
        first.close();
        pass(Duration.ofSeconds(3));
        assertEquals(Duration.ofSeconds(6), shown());
        assertEquals(ahead, clock.ahead());
        second.close();
        pass(VirtualClock.LINGER);
        assertEquals(Duration.ofSeconds(6).plus(VirtualClock.LINGER), shown());
        pass(Duration.ofSeconds(1));
        assertEquals(Duration.ofSeconds(6).plus(VirtualClock.LINGER).plusHours(1), shown());
    }

    @Test
    void what_went_by_before_work_began_has_gone_by() throws InterruptedException {
        clock.speed(3600);
        pass(Duration.ofSeconds(1));
        try (VirtualClock.Hold _ = clock.hold()) {
            pass(Duration.ofSeconds(1));
            assertEquals(Duration.ofHours(1).plusSeconds(1), shown());
        }
    }

    @Test
    void work_that_comes_while_it_lingers_costs_no_time() throws InterruptedException {
        clock.speed(3600);
        for (int i = 0; i < 10; i++) {
            try (VirtualClock.Hold _ = clock.hold()) {
                pass(Duration.ofMillis(10));
            }
            pass(VirtualClock.LINGER.dividedBy(2));
        }
        assertEquals(Duration.ofMillis(100).plus(VirtualClock.LINGER.multipliedBy(5)), shown());
    }

    @Test
    void it_is_put_forward_and_never_back() throws InterruptedException {
        assertTrue(clock.leap(start.plus(Duration.ofDays(90))));
        assertEquals(start.plus(Duration.ofDays(90)), clock.instant());
        assertFalse(clock.leap(start));
        assertEquals(start.plus(Duration.ofDays(90)), clock.instant());
    }

    @Test
    void it_leaps_when_nobody_holds_it_and_who_wants_to_hold_it_meanwhile_waits() throws InterruptedException {
        VirtualClock.Hold early = clock.hold();
        CountDownLatch leapt = new CountDownLatch(1);
        Thread leaper = Thread.ofVirtual().start(() -> {
            try {
                clock.leap(start.plus(Duration.ofDays(1)));
                leapt.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        while (leaper.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertEquals(Duration.ZERO, shown());
        Instant[] seen = new Instant[1];
        Thread late = Thread.ofVirtual().start(() -> {
            try (VirtualClock.Hold _ = clock.hold()) {
                seen[0] = clock.instant();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        while (late.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        early.close();
        assertTrue(leapt.await(10, TimeUnit.SECONDS));
        late.join();
        assertEquals(start.plus(Duration.ofDays(1)), seen[0]);
    }

    @Test
    void a_speed_that_is_none_is_refused() {
        for (int speed : new int[] {0, -1, VirtualClock.HIGHEST_SPEED + 1}) {
            assertThrows(IllegalArgumentException.class, () -> clock.speed(speed));
        }
    }

    @Test
    void whoever_listens_hears_of_leaps_and_of_speed_and_not_of_work() throws InterruptedException {
        int[] heard = new int[1];
        clock.onChange(() -> heard[0]++);
        clock.leap(clock.instant().plusSeconds(1));
        clock.speed(60);
        clock.hold().close();
        assertEquals(2, heard[0]);
    }
}
