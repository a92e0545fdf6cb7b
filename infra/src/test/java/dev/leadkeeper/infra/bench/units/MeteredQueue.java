package dev.leadkeeper.infra.bench.units;

import dev.leadkeeper.json.Json;
import dev.leadkeeper.port.Queue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Passes messages on and counts requests: each begun 64 KB is one. aws.amazon.com/sqs/pricing */
final class MeteredQueue implements Queue {
    private static final int REQUEST = 64 * 1024;

    private final Queue queue;
    private final Meter meter;

    MeteredQueue(Queue queue, Meter meter) {
        this.queue = queue;
        this.meter = meter;
    }

    @Override
    public void send(Channel channel, Map<String, Object> body, Duration delay) {
        var bytes = bytes(body);
        meter.queue("send " + channel.name().toLowerCase(Locale.ROOT), bytes, requests(bytes));
        queue.send(channel, body, delay);
    }

    static long bytes(Map<String, Object> body) {
        return Json.write(body).getBytes(StandardCharsets.UTF_8).length;
    }

    static long requests(long bytes) {
        return (bytes + REQUEST - 1) / REQUEST;
    }
}
