package dev.leadkeeper.aws;

import dev.leadkeeper.json.Json;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Queue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** The queues on SQS. A message may come twice anyway, so a send without an answer is simply sent again. */
final class SqsQueue implements Queue {
    static final JsonService.Protocol PROTOCOL = new JsonService.Protocol("AmazonSQS", "1.0");

    private static final int LARGEST = 1_048_576;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final JsonService service;
    private final Map<Channel, String> urls;
    private final Attempts attempts;

    SqsQueue(JsonService service, Map<Channel, String> urls, Clock clock, Ids ids) {
        this.service = service;
        this.urls = urls;
        this.attempts = new Attempts(clock, ids);
    }

    @Override
    public void send(Channel channel, Map<String, Object> body, Duration delay) {
        if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a delay is 0 s to 15 min");
        }
        var text = sendable(Json.write(body));
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw new IllegalArgumentException("a message has at most 1 MiB");
        }
        var message = Map.<String, Object>of("QueueUrl", urls.get(channel), "MessageBody", text,
                "DelaySeconds", delay.plusMillis(999).toSeconds());
        attempts.run("SendMessage " + channel, Attempts.Repeat.SAFE_WRITE, () -> service.call("SendMessage", message));
    }

    /** SQS takes no U+FFFE and U+FFFF (the message may hold XML characters only); inside a JSON text they have another spelling. */
    private static String sendable(String json) {
        return json.replace("\uFFFE", "\\uFFFE").replace("\uFFFF", "\\uFFFF");
    }
}
