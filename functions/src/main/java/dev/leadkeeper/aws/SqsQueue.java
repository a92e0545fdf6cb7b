package dev.leadkeeper.aws;

import dev.leadkeeper.json.Json;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Queue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** The queues on SQS. A message may come twice anyway, so a send without an answer is simply sent again. */
final class SqsQueue implements Queue {
    private static final int LARGEST = 1_048_576;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final SqsClient client;
    private final Map<Channel, String> urls;
    private final Attempts attempts;

    SqsQueue(SqsClient client, Map<Channel, String> urls, Clock clock, Ids ids) {
        this.client = client;
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
        var request = SendMessageRequest.builder().queueUrl(urls.get(channel)).messageBody(text)
                .delaySeconds((int) delay.plusMillis(999).toSeconds()).build();
        attempts.run("SendMessage " + channel, Attempts.Repeat.SAFE_WRITE, () -> client.sendMessage(request));
    }

    /** SQS takes no U+FFFE and U+FFFF (the message may hold XML characters only); inside a JSON text they have another spelling. */
    private static String sendable(String json) {
        return json.replace("\uFFFE", "\\uFFFE").replace("\uFFFF", "\\uFFFF");
    }
}
