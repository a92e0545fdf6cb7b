package dev.leadkeeper.fake;

import dev.leadkeeper.json.Json;
import dev.leadkeeper.port.Queue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps what was sent, in order, as a receiver would read it. Thread-safe. */
public class InMemoryQueue implements Queue {
    private static final int LARGEST = 1_048_576;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final List<Sent> sent = new ArrayList<>();

    /** One message. */
    public record Sent(Channel channel, Map<String, Object> body, Duration delay) {}

    @Override
    public synchronized void send(Channel channel, Map<String, Object> body, Duration delay) {
        if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a delay is 0 s to 15 min");
        }
        var document = Json.write(body);
        if (document.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw new IllegalArgumentException("a message has at most 1 MiB");
        }
        sent.add(new Sent(channel, Json.readOwn(document), delay));
    }

    /** All messages that were not taken, oldest first. */
    public synchronized List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** The bodies on one queue that were not taken, oldest first. */
    public synchronized List<Map<String, Object>> bodies(Channel channel) {
        return sent.stream().filter(each -> each.channel() == channel).map(Sent::body).toList();
    }

    /** As {@link #take}, but leaves those that were sent with a delay. */
    public synchronized List<Map<String, Object>> takeDue(Channel channel) {
        var due = sent.stream().filter(each -> each.channel() == channel && each.delay().isZero()).toList();
        sent.removeAll(due);
        return due.stream().map(Sent::body).toList();
    }

    /** Takes the messages of one queue away and returns their bodies, oldest first. */
    public synchronized List<Map<String, Object>> take(Channel channel) {
        var bodies = bodies(channel);
        sent.removeIf(each -> each.channel() == channel);
        return bodies;
    }
}
