package dev.leadkeeper.lead;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineEventTest {
    private final TimelineEvent event = TimelineEvent.of("l", 2, "assigned", Instant.EPOCH, "system", Map.of("rep", "lin"), "prev");

    @Test
    void an_event_as_it_was_written_verifies() {
        assertTrue(event.verifies());
    }

    @Test
    void an_event_with_anything_changed_does_not() {
        assertFalse(new TimelineEvent("m", 2, "assigned", Instant.EPOCH, "system", Map.of("rep", "lin"), "prev", event.hash()).verifies());
        assertFalse(new TimelineEvent("l", 3, "assigned", Instant.EPOCH, "system", Map.of("rep", "lin"), "prev", event.hash()).verifies());
        assertFalse(new TimelineEvent("l", 2, "pooled", Instant.EPOCH, "system", Map.of("rep", "lin"), "prev", event.hash()).verifies());
        assertFalse(new TimelineEvent("l", 2, "assigned", Instant.MAX, "system", Map.of("rep", "lin"), "prev", event.hash()).verifies());
        assertFalse(new TimelineEvent("l", 2, "assigned", Instant.EPOCH, "wu", Map.of("rep", "lin"), "prev", event.hash()).verifies());
        assertFalse(new TimelineEvent("l", 2, "assigned", Instant.EPOCH, "system", Map.of("rep", "wu"), "prev", event.hash()).verifies());
        assertFalse(new TimelineEvent("l", 2, "assigned", Instant.EPOCH, "system", Map.of("rep", "lin"), "other", event.hash()).verifies());
    }
}
