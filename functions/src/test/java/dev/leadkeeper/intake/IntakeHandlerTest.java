package dev.leadkeeper.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.fake.FakeContext;
import dev.leadkeeper.fake.InMemoryFiles;
import dev.leadkeeper.fake.InMemoryQueue;
import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.fake.RecordingTelemetry;
import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.form.SampleForms;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.settings.Documents;
import dev.leadkeeper.settings.FormBook;
import dev.leadkeeper.wiring.Wiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntakeHandlerTest {
    private static final String FORM = """
            {"id":"site","verification":[{"scheme":"secret"},{"scheme":"digest","algorithm":"sha1","message":"{field:n}{secret}","signature":"sign"}]}""";

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryQueue queue = new InMemoryQueue();
    private final RecordingTelemetry telemetry = new RecordingTelemetry();
    private final IntakeHandler handler;

    IntakeHandlerTest() {
        new Documents(store).save(FormBook.KIND, "site", 0, Json.readOwn(FORM));
        handler = new IntakeHandler(Wiring.of(Map.of(), new VirtualClock("2026-03-02T01:00:00Z"), new SeededIds(1), telemetry, store, queue,
                new InMemoryFiles(), SampleForms.secrets().put("forms/site", "s3cret")));
    }

    private Map<String, Object> post(String form, String key, byte[] body, Map<String, Object> headers) throws IOException {
        var event = new LinkedHashMap<String, Object>();
        event.put("version", "2.0");
        event.put("routeKey", "POST /forms/{form}");
        event.put("rawPath", "/forms/" + form);
        event.put("rawQueryString", key == null ? "" : "key=" + key);
        event.put("queryStringParameters", key == null ? null : Map.of("key", key));
        event.put("pathParameters", Map.of("form", form));
        event.put("headers", headers);
        event.put("requestContext", Map.of("requestId", "r", "http", Map.of("method", "POST", "path", "/forms/" + form, "sourceIp", "203.0.113.5")));
        event.put("body", Base64.getEncoder().encodeToString(body));
        event.put("isBase64Encoded", true);
        var out = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(Json.writeBytes(event)), out, new FakeContext());
        return Json.readOwn(out.toString(StandardCharsets.UTF_8));
    }

    private Map<String, Object> post(String form, String key, String body) throws IOException {
        return post(form, key, body.getBytes(StandardCharsets.UTF_8), Map.of("content-type", "application/json"));
    }

    private static Map<String, Object> body(Map<String, Object> answer) {
        return Json.readOwn((String) answer.get("body"));
    }

    @Test
    void what_is_durable_is_answered_200_with_its_ids() throws IOException {
        var answer = post("site", "s3cret", "[{\"phone\":\"13910016001\"},{\"name\":\"nobody\"}]");

        assertEquals(200L, answer.get("statusCode"));
        assertEquals(1, ((List<?>) body(answer).get("leads")).size());
        assertEquals(1, ((List<?>) body(answer).get("attention")).size());
        assertEquals(1, queue.bodies(Queue.Channel.LEADS_RECEIVED).size());
    }

    @Test
    void each_refusal_has_its_status_and_a_problem_that_says_no_more_than_it_must() throws IOException {
        assertProblem(401, "unauthenticated", post("site", "guess", "{\"phone\":\"13910016002\"}"));
        assertProblem(401, "unauthenticated", post("site", "guess", "{broken"));
        assertProblem(400, "unparsable", post("site", null, "{broken"));
        assertProblem(404, "unknown-form", post("nowhere", "s3cret", "{}"));
        assertProblem(404, "unknown-form", post("../site", "s3cret", "{}"));
        assertProblem(413, "too-large", post("site", "s3cret", "x".repeat(65_537)));
        assertEquals(List.of(), queue.sent());
    }

    private static void assertProblem(long status, String code, Map<String, Object> answer) {
        assertEquals(status, answer.get("statusCode"));
        assertEquals("application/problem+json", ((Map<?, ?>) answer.get("headers")).get("content-type"));
        assertEquals("urn:leadkeeper:problem:" + code, body(answer).get("type"));
        assertEquals(status, body(answer).get("status"));
    }

    @Test
    void the_gateways_trace_follows_the_lead_and_nothing_personal_is_told() throws IOException {
        post("site", "s3cret", "{\"phone\":\"13910016003\",\"name\":\"韩梅梅\"}".getBytes(StandardCharsets.UTF_8),
                Map.of("X-Amzn-Trace-Id", "Self=1-00000000-000000000000000000000000;Root=1-67891233-abcdef012345678912345678"));

        var message = Json.write(queue.bodies(Queue.Channel.LEADS_RECEIVED).getFirst());
        assertTrue(message.contains("\"trace\":\"1-67891233-abcdef012345678912345678\""), message);
        assertTrue(!telemetry.lines().toString().contains("韩梅梅"));
    }
}
