package dev.leadkeeper.infra.bench.units;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.leadkeeper.assignment.AssignmentHandler;
import dev.leadkeeper.fake.FakeContext;
import dev.leadkeeper.intake.IntakeHandler;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.notification.NotificationHandler;
import dev.leadkeeper.port.Queue.Channel;
import dev.leadkeeper.scoring.ScoringHandler;
import dev.leadkeeper.wiring.Wiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One warm instance of each function, invoked with events as Lambda does it. */
final class Functions {
    private record Function(String name, RequestStreamHandler handler) {}

    private final Function intake;
    private final Map<Channel, Function> readers = new EnumMap<>(Channel.class);
    private final Meter meter;

    Functions(Wiring wiring, Meter meter) {
        this.meter = meter;
        intake = new Function("intake", new IntakeHandler(wiring));
        var assignment = new Function("assignment", new AssignmentHandler(wiring));
        readers.put(Channel.LEADS_RECEIVED, new Function("scoring", new ScoringHandler(wiring)));
        readers.put(Channel.LEADS_SCORED, assignment);
        readers.put(Channel.LEADS_SCORED_URGENT, assignment);
        readers.put(Channel.NOTICES, new Function("notification", new NotificationHandler(wiring)));
    }

    /** A post to a form. @return the answer's body */
    Map<String, Object> post(String form, Map<String, String> headers, String body) {
        var answer = invoke(intake, 1, Map.of("version", "2.0", "routeKey", "POST /forms/{form}", "rawPath", "/forms/" + form,
                "rawQueryString", "", "headers", headers, "pathParameters", Map.of("form", form),
                "requestContext", Map.of("requestId", "request", "http",
                        Map.of("method", "POST", "path", "/forms/" + form, "sourceIp", "192.0.2.1")),
                "body", body, "isBase64Encoded", false));
        if (!Long.valueOf(200).equals(answer.get("statusCode"))) {
            throw new IllegalStateException("the post was not accepted: " + answer);
        }
        return Json.readOwn((String) answer.get("body"));
    }

    /** A batch of messages of one queue, taken from it by one request and deleted by another. */
    void batch(Channel channel, List<Map<String, Object>> bodies) {
        var reader = readers.get(channel);
        if (reader == null) {
            throw new IllegalStateException("nothing waits here");
        }
        meter.stage(reader.name());
        meter.queue("receive", 0, MeteredQueue.requests(bodies.stream().mapToLong(MeteredQueue::bytes).sum()));
        var records = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < bodies.size(); i++) {
            records.add(Map.of("messageId", "message-" + i, "body", Json.write(bodies.get(i)),
                    "attributes", Map.of("ApproximateReceiveCount", "1", "SentTimestamp", "0"),
                    "eventSourceARN", "arn:aws:sqs:us-east-1:000000000000:" + channel));
        }
        var answer = invoke(reader, bodies.size(), Map.of("Records", records));
        if (!List.of().equals(answer.get("batchItemFailures"))) {
            throw new IllegalStateException(reader.name() + " failed: " + answer);
        }
        meter.queue("delete", 0, 1);
    }

    private Map<String, Object> invoke(Function function, int messages, Map<String, Object> event) {
        meter.stage(function.name());
        meter.invoked(messages);
        var out = new ByteArrayOutputStream();
        try {
            function.handler().handleRequest(new ByteArrayInputStream(Json.write(event).getBytes(StandardCharsets.UTF_8)), out,
                    new Deployed(function != intake));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Json.readOwn(out.toString(StandardCharsets.UTF_8));
    }

    /** Ids as long as on Lambda: they stand in the log. What reads a queue has a trace of its own, which X-Ray links to the sender's. */
    private static final class Deployed extends FakeContext {
        private final String trace;

        Deployed(boolean readsQueue) {
            trace = readsQueue ? "1-67f0a3c3-9e6a7f3b5c1d0e9f4d2f8b1c" : "1-67f0a3c2-4d2f8b1c9e6a7f3b5c1d0e9f";
        }

        @Override
        public String getAwsRequestId() {
            return "8b1d6f0e-2a3c-4d5e-9f60-718293a4b5c6";
        }

        @Override
        public String getXrayTraceId() {
            return "Root=" + trace + ";Parent=53995c3f42cd8ad8;Sampled=0";
        }
    }
}
