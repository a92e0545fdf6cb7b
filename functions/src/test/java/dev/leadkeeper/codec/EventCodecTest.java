package dev.leadkeeper.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.TimelineEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventCodecTest {
    private static TimelineEvent event(int words) {
        return TimelineEvent.of("lead", 1, "assigned", Instant.parse("2026-11-23T01:00:00.123Z"), "system",
                Map.of("words", List.of("because ".repeat(words)), "n", 7L), "");
    }

    @Test
    void an_event_that_is_read_lazily_is_the_event() {
        for (var each : List.of(event(1), event(1_000))) {
            var lazy = EventCodec.lazily(EventCodec.toDoc(each), Json::readOwn);
            assertEquals(each, lazy);
            assertEquals(each.hashCode(), lazy.hashCode());
            assertEquals(EventCodec.fromDoc(EventCodec.toDoc(each), Json::readOwn), lazy);
        }
    }

    @Test
    void damaged_data_is_found_by_whoever_looks_into_it() {
        var item = new LinkedHashMap<>(EventCodec.toDoc(event(1)));
        item.put("data", "[]");
        var lazy = EventCodec.lazily(item, Json::readOwn);
        assertEquals("assigned", lazy.type());
        assertThrows(IllegalArgumentException.class, () -> lazy.data().get("n"));
        assertThrows(IllegalArgumentException.class, () -> EventCodec.fromDoc(item, Json::readOwn));
    }
}
