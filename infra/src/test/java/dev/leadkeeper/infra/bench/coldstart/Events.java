package dev.leadkeeper.infra.bench.coldstart;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leadkeeper.infra.bench.units.Signature;
import dev.leadkeeper.infra.bench.units.Visitors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Events as Lambda hands them over. */
final class Events {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final Path folder;

    Events(Path root) {
        folder = root.resolve("events");
    }

    /** A sample as it is. */
    String sample(String name) {
        try {
            return Files.readString(folder.resolve(name + ".json"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A sample of a request, for a lead that is there. */
    String lead(String sample, String id) {
        try {
            var event = (ObjectNode) JSON.readTree(sample(sample));
            var parameters = (ObjectNode) event.path("pathParameters");
            event.put("rawPath", event.path("rawPath").asText().replace(parameters.path("id").asText(), id));
            parameters.put("id", id);
            return event.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An upload that nobody awaits, which is what costs no more than looking for it. */
    static String upload(String lead) {
        return batch("{\"Records\":[{\"eventName\":\"ObjectCreated:Post\",\"s3\":{\"object\":{\"key\":\"evidence/" + lead + "/nobody/f1\"}}}]}");
    }

    /** The lead that a message is about. */
    static String leadOf(String message) {
        try {
            return JSON.readTree(message).path("lead").asText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A post of a new lead, signed now. */
    String post() {
        try {
            var event = (ObjectNode) JSON.readTree(sample("intake-demo-post"));
            var body = Visitors.usual(1);
            var seconds = Long.toString(Instant.now().getEpochSecond());
            ((ObjectNode) event.path("headers")).put("webhook-timestamp", seconds)
                    .put("webhook-signature", "v1," + Signature.of(SECRET, "msg_sample." + seconds + "." + body));
            return event.put("body", body).put("isBase64Encoded", false).toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A batch of one message. */
    static String batch(String body) {
        try {
            return JSON.writeValueAsString(Map.of("Records", List.of(Map.of("messageId", "059f36b4-87a3-44ab-83d2-661975830a7d",
                    "receiptHandle", "handle", "body", body, "attributes", Map.of("ApproximateReceiveCount", "1", "SentTimestamp",
                            Long.toString(System.currentTimeMillis())), "messageAttributes", Map.of(), "eventSource", "aws:sqs",
                    "eventSourceARN", "arn:aws:sqs:us-east-1:123456789012:bench", "awsRegion", "us-east-1"))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
