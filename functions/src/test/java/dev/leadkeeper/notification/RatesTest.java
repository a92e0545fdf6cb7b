package dev.leadkeeper.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.fake.VirtualClock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RatesTest {
    private static final Map<String, Object> ROBOT = Map.of("type", "wecom-robot");

    private final VirtualClock clock = new VirtualClock("2026-11-22T02:00:10Z");
    private final InMemoryStore store = new InMemoryStore();

    @Test
    void two_hundred_messages_on_many_instances_pass_no_more_than_the_robot_allows() {
        var passed = new AtomicInteger();
        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                instances.submit(() -> new Rates(store, clock).take("group", ROBOT).isZero() ? passed.incrementAndGet() : 0);
            }
        }
        assertEquals(20, passed.get());
    }

    @Test
    void whoever_finds_no_room_waits_for_the_next_window() {
        var rates = new Rates(store, clock);
        var one = Map.<String, Object>of("type", "wecom-robot", "perMinute", 1L);
        assertTrue(rates.take("group", one).isZero());
        assertEquals(Duration.ofSeconds(50), rates.take("group", one));
        clock.advance(Duration.ofSeconds(50));
        assertTrue(rates.take("group", one).isZero());
    }

    @Test
    void robots_have_windows_of_their_own() {
        var rates = new Rates(store, clock);
        var one = Map.<String, Object>of("type", "wecom-robot", "perMinute", 1L);
        assertTrue(rates.take("north", one).isZero());
        assertTrue(rates.take("south", one).isZero());
        assertFalse(rates.take("north", one).isZero());
    }

    @Test
    void feishu_allows_five_a_second_and_a_hundred_a_minute() {
        var rates = new Rates(store, clock);
        var feishu = Map.<String, Object>of("type", "feishu-robot");
        var passed = 0;
        for (int second = 0; second < 30; second++) {
            for (int i = 0; i < 10; i++) {
                passed += rates.take("group", feishu).isZero() ? 1 : 0;
            }
            assertTrue(passed <= 5 * (second + 1));
            clock.advance(Duration.ofSeconds(1));
        }
        assertEquals(100, passed);
    }

    @Test
    void a_channel_without_a_limit_is_never_full() {
        var rates = new Rates(store, clock);
        for (int i = 0; i < 1000; i++) {
            assertTrue(rates.take("outbox", Map.of("type", "outbox")).isZero());
        }
    }
}
