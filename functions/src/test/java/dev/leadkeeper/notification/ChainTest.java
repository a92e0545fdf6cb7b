package dev.leadkeeper.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.notification.Chain.Next;
import dev.leadkeeper.port.Notifier.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChainTest {
    private static final List<Outcome> REFUSED = List.of(new Outcome.Dead("x"), new Outcome.Failed("x"));

    @Test
    void what_was_sent_is_done_wherever_it_was() {
        everywhere((steps, step, attempt) ->
                assertEquals(new Next.Done(), Chain.next(steps, step, attempt, new Outcome.Sent("ok"))));
    }

    @Test
    void a_dead_or_failed_attempt_goes_on_to_the_next_channel_or_ends_the_chain() {
        everywhere((steps, step, attempt) -> REFUSED.forEach(outcome -> assertEquals(
                step + 1 < steps ? new Next.Onward(step + 1, List.of()) : new Next.Exhausted(),
                Chain.next(steps, step, attempt, outcome))));
    }

    @Test
    void a_partial_attempt_goes_on_to_the_next_channel_with_those_it_missed() {
        everywhere((steps, step, attempt) -> assertEquals(
                step + 1 < steps ? new Next.Onward(step + 1, List.of("b")) : new Next.Exhausted(),
                Chain.next(steps, step, attempt, new Outcome.Partial("some", List.of("b")))));
    }

    @Test
    void a_retry_is_tried_again_after_5_15_and_45_seconds_and_then_goes_on() {
        var busy = new Outcome.Retry("busy");
        assertEquals(new Next.Again(2, Duration.ofSeconds(5)), Chain.next(2, 0, 1, busy));
        assertEquals(new Next.Again(3, Duration.ofSeconds(15)), Chain.next(2, 0, 2, busy));
        assertEquals(new Next.Again(4, Duration.ofSeconds(45)), Chain.next(2, 0, 3, busy));
        assertEquals(new Next.Onward(1, List.of()), Chain.next(2, 0, 4, busy));
        assertEquals(new Next.Exhausted(), Chain.next(2, 1, 4, busy));
    }

    @Test
    void whatever_the_channels_say_every_chain_ends() {
        for (Outcome outcome : List.of(new Outcome.Retry("x"), new Outcome.Partial("x", List.of()), new Outcome.Dead("x"))) {
            var step = 0;
            var attempt = 1;
            var tried = 0;
            Next next;
            do {
                next = Chain.next(5, step, attempt, outcome);
                tried++;
                switch (next) {
                    case Next.Again again -> attempt = again.attempt();
                    case Next.Onward onward -> {
                        step = onward.step();
                        attempt = 1;
                    }
                    case Next.Done _, Next.Exhausted _ -> { }
                }
            } while (!(next instanceof Next.Exhausted) && tried <= 100);
            assertInstanceOf(Next.Exhausted.class, next);
            assertTrue(tried <= 5 * Chain.ATTEMPTS);
        }
    }

    @Test
    void a_first_channel_that_only_throttles_leaves_time_for_the_second_within_90_seconds() {
        var waits = IntStream.range(1, Chain.ATTEMPTS).mapToObj(Chain::wait).reduce(Duration.ZERO, Duration::plus);
        assertTrue(waits.plusSeconds(3L * (Chain.ATTEMPTS + 1)).compareTo(Duration.ofSeconds(90)) < 0);
    }

    @Test
    void a_message_waits_for_room_up_to_30_seconds_in_all_and_then_goes_on() {
        assertTrue(Chain.waitsForRoom(2, 0, Duration.ZERO, Duration.ofSeconds(30)));
        assertTrue(Chain.waitsForRoom(2, 0, Duration.ofSeconds(29), Duration.ofSeconds(1)));
        assertFalse(Chain.waitsForRoom(2, 0, Duration.ZERO, Duration.ofMillis(30_001)));
        assertFalse(Chain.waitsForRoom(2, 0, Duration.ofSeconds(10), Duration.ofSeconds(21)));
    }

    @Test
    void a_message_waits_as_long_as_it_takes_where_no_other_channel_is_left() {
        assertTrue(Chain.waitsForRoom(2, 1, Duration.ofHours(1), Duration.ofMinutes(1)));
        assertTrue(Chain.waitsForRoom(1, 0, Duration.ofHours(1), Duration.ofMinutes(1)));
    }

    private interface Place {
        void check(int steps, int step, int attempt);
    }

    private static void everywhere(Place place) {
        for (int steps = 1; steps <= 4; steps++) {
            for (int step = 0; step < steps; step++) {
                for (int attempt = 1; attempt <= Chain.ATTEMPTS; attempt++) {
                    place.check(steps, step, attempt);
                }
            }
        }
    }
}
