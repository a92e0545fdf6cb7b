package dev.leadkeeper.wiring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.leadkeeper.fake.FakeContext;
import dev.leadkeeper.fake.RecordingTelemetry;
import dev.leadkeeper.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class HttpHandlerTest {
    private static final String EVENT = """
            {"version":"2.0","routeKey":"POST /forms/{form}","rawPath":"/forms/a b","rawQueryString":"key=x%%26y",
             "headers":{"Content-Type":"application/json","X-Signature":"a,b"},
             "queryStringParameters":{"key":"x&y"},"pathParameters":{"form":"a b"},
             "requestContext":{"requestId":"r1","http":{"method":"POST","path":"/forms/a b","sourceIp":"192.0.2.1"},
              "authorizer":{"jwt":{"claims":{"sub":"wang","scope":"x"},"scopes":null}}},
             "body":"%s","isBase64Encoded":%s}""";

    private final RecordingTelemetry telemetry = new RecordingTelemetry();

    @Test
    void a_request_comes_as_plain_values() throws IOException {
        var seen = new AtomicReference<HttpRequest>();
        invoke(EVENT.formatted("AP8=", "true"), request -> {
            seen.set(request);
            return HttpResponse.text(200, "ok");
        });
        var request = seen.get();
        assertEquals("POST", request.method());
        assertEquals("POST /forms/{form}", request.routeKey());
        assertEquals("a b", request.pathParameter("form"));
        assertEquals(Map.of("key", "x&y"), request.query());
        assertEquals(Map.of("content-type", "application/json", "x-signature", "a,b"), request.headers());
        assertArrayEquals(new byte[] {0, -1}, request.body());
        assertEquals("wang", request.claim("sub"));
        assertEquals("", request.claim("email"));
        assertEquals("r1", request.requestId());
        assertEquals("192.0.2.1", request.sourceIp());
    }

    @Test
    void a_body_that_is_text_comes_as_its_bytes() throws IOException {
        var seen = new AtomicReference<HttpRequest>();
        invoke(EVENT.formatted("尺", "false"), request -> {
            seen.set(request);
            return HttpResponse.text(200, "ok");
        });
        assertArrayEquals("尺".getBytes(StandardCharsets.UTF_8), seen.get().body());
    }

    @Test
    void a_request_without_body_query_and_token_is_empty_there() throws IOException {
        var bare = """
                {"routeKey":"GET /","rawPath":"/","headers":{},"requestContext":{"requestId":"r","http":{"method":"GET"}},
                 "isBase64Encoded":false}""";
        var seen = new AtomicReference<HttpRequest>();
        invoke(bare, request -> {
            seen.set(request);
            return HttpResponse.text(200, "ok");
        });
        assertEquals(0, seen.get().body().length);
        assertEquals(Map.of(), seen.get().query());
        assertEquals(Map.of(), seen.get().claims());
    }

    @Test
    void an_answer_has_the_form_that_the_gateway_wants() throws IOException {
        var answer = invoke(EVENT.formatted("", "false"), request -> HttpResponse.json(200, Map.of("leads", 1L)).with("etag", "x"));
        assertEquals(200L, answer.get("statusCode"));
        assertEquals("{\"leads\":1}", answer.get("body"));
        assertEquals(false, answer.get("isBase64Encoded"));
        var headers = (Map<?, ?>) answer.get("headers");
        assertEquals("application/json", headers.get("content-type"));
        assertEquals("no-store", headers.get("cache-control"));
        assertEquals("x", headers.get("etag"));
    }

    @Test
    void an_error_is_a_problem_by_rfc_9457() throws IOException {
        var answer = invoke(EVENT.formatted("", "false"),
                request -> HttpResponse.problem(404, "unknown-form", "There is no such form.", Map.of("detail", "x")));
        assertEquals(404L, answer.get("statusCode"));
        assertEquals("application/problem+json", ((Map<?, ?>) answer.get("headers")).get("content-type"));
        assertEquals(Map.of("type", "urn:leadkeeper:problem:unknown-form", "title", "There is no such form.",
                "status", 404L, "detail", "x"), Json.readOwn((String) answer.get("body")));
    }

    @Test
    void a_fault_is_thrown_without_a_word_of_its_own() {
        var thrown = assertThrows(RuntimeException.class, () -> invoke(EVENT.formatted("", "false"), request -> {
            throw new IllegalStateException("13800138000");
        }));
        assertEquals("java.lang.IllegalStateException", thrown.getMessage());
        assertEquals(1, telemetry.lines().size());
    }

    @Test
    void an_event_of_another_kind_is_a_fault() {
        assertThrows(RuntimeException.class, () -> invoke("{}", request -> HttpResponse.text(200, "")));
        assertThrows(RuntimeException.class, () -> invoke("not json", request -> HttpResponse.text(200, "")));
    }

    private Map<String, Object> invoke(String event, Function<HttpRequest, HttpResponse> work) throws IOException {
        var handler = new HttpHandler(telemetry) {
            @Override
            protected HttpResponse handle(HttpRequest request) {
                return work.apply(request);
            }
        };
        var out = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, new FakeContext());
        return Json.readOwn(out.toString(StandardCharsets.UTF_8));
    }
}
