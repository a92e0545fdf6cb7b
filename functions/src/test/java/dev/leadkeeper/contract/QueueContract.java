package dev.leadkeeper.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.json.Json;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Queue.Channel;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is sent arrives, whole, on its queue, not before its time. */
public abstract class QueueContract {
    /** The queue under test. */
    protected abstract Queue queue();

    /** The bodies that can be received now, taken away. */
    protected abstract List<Map<String, Object>> take(Channel channel);

    @Test
    void a_message_arrives_with_every_kind_of_value() {
        var body = new LinkedHashMap<String, Object>();
        body.put("text", "上海 😀 \u0000\u0007\u2028\uFFFE\uFFFF <&> \"");
        body.put("numbers", List.of(Long.MAX_VALUE, new BigDecimal("0.10")));
        body.put("flag", true);
        body.put("none", null);
        body.put("map", Map.of("尺", Map.of()));
        queue().send(Channel.LEADS_RECEIVED, body);
        assertEquals(List.of(body), take(Channel.LEADS_RECEIVED));
    }

    @Test
    void every_queue_is_a_queue_of_its_own() {
        for (var channel : Channel.values()) {
            queue().send(channel, Map.of("to", channel.name()));
        }
        for (var channel : Channel.values()) {
            assertEquals(List.of(Map.of("to", channel.name())), take(channel));
        }
    }

    @Test
    void a_message_may_come_later() {
        queue().send(Channel.DRAINS, Map.of("why", "later"), Duration.ofMinutes(15));
        assertEquals(List.of(), take(Channel.DRAINS));
    }

    @Test
    void a_delay_is_0_s_to_15_min() {
        assertThrows(IllegalArgumentException.class, () -> queue().send(Channel.DRAINS, Map.of(), Duration.ofMillis(-1)));
        assertThrows(IllegalArgumentException.class, () -> queue().send(Channel.DRAINS, Map.of(), Duration.ofSeconds(901)));
    }

    @Test
    void a_message_has_at_most_1_mebibyte() {
        var frame = Json.writeBytes(Map.of("x", "")).length;
        queue().send(Channel.NOTICES, Map.of("x", "尺".repeat((1_048_576 - frame) / 3)));
        assertTrue(take(Channel.NOTICES).getFirst().get("x").toString().startsWith("尺"));
        assertThrows(IllegalArgumentException.class,
                () -> queue().send(Channel.NOTICES, Map.of("x", "x".repeat(1_048_577 - frame))));
    }

    @Test
    void many_messages_all_arrive() {
        var expected = new HashSet<Map<String, Object>>();
        for (long i = 0; i < 25; i++) {
            queue().send(Channel.LEADS_SCORED, Map.of("lead", i));
            expected.add(Map.of("lead", i));
        }
        var arrived = new ArrayList<>(take(Channel.LEADS_SCORED));
        assertEquals(25, arrived.size());
        assertEquals(expected, new HashSet<>(arrived));
    }
}
