package dev.leadkeeper.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DriftTest {
    private final World world = new World();
    private final Drift drift = new Drift(world.store, world.clock);

    @Test
    void a_field_is_counted_by_day() {
        drift.count("demo", "utm_new");
        assertEquals(2, drift.count("demo", "utm_new").count());
        assertEquals(Map.of("2026-11-22", 2L), drift.find("demo", "utm_new").days());
    }

    @Test
    void a_field_that_a_repeat_sees_before_it_is_counted_can_be_told_of_and_is_counted_then() {
        var seen = drift.find("demo", "utm_new");
        assertEquals(0, seen.count());
        assertFalse(seen.notified());

        drift.notified(seen);

        var counted = drift.count("demo", "utm_new");
        assertEquals(1, counted.count());
        assertEquals(Map.of("2026-11-22", 1L), counted.days());
        assertTrue(counted.notified());
    }

    @Test
    void looking_at_a_counted_field_changes_nothing() {
        drift.count("demo", "utm_new");
        assertEquals(drift.find("demo", "utm_new"), drift.find("demo", "utm_new"));
        assertEquals(1, drift.find("demo", "utm_new").count());
    }
}
