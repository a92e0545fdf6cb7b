package dev.leadkeeper.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.fake.FakeContext;
import dev.leadkeeper.fake.RecordingTelemetry;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.people.Office;
import dev.leadkeeper.wiring.Wiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminHandlerTest {
    private final Office office = new Office();
    private final Wiring wiring = Wiring.of(Map.of(), office.clock, office.ids, new RecordingTelemetry(), office.store,
            office.queue, office.files, office.secrets);

    private Doc put(String route, Map<String, String> path, String type, String body) throws IOException {
        var event = Map.of("routeKey", route, "rawPath", "/", "headers", Map.of("Content-Type", type), "pathParameters", path,
                "body", body, "requestContext", Map.of("requestId", "r", "http", Map.of("method", "PUT"),
                        "authorizer", Map.of("jwt", Map.of("claims", Map.of("sub", "admin")))));
        var out = new ByteArrayOutputStream();
        new AdminHandler(wiring).handleRequest(new ByteArrayInputStream(Json.writeBytes(event)), out, new FakeContext());
        return Doc.of(Json.readOwn(out.toString(StandardCharsets.UTF_8)));
    }

    private static Doc body(Doc answer) {
        return Doc.of(Json.readOwn(answer.text("body")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "Application/JSON", "application/merge-patch+json"})
    void a_breaker_is_switched(String type) throws IOException {
        var answer = put("PUT /assignment/breaker", Map.of(), type, "{\"open\":true,\"reason\":\"x\"}");
        assertEquals(200L, answer.number("statusCode"));
        assertEquals(true, body(answer).flag("open"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp", "multipart/form-data"})
    void a_body_that_claims_to_be_something_else_is_not_read(String type) throws IOException {
        var answer = put("PUT /assignment/breaker", Map.of(), type, "{\"open\":true,\"reason\":\"x\"}");
        assertEquals(400L, answer.number("statusCode"));
    }

    @Test
    void every_wrong_field_is_named_in_the_problem() throws IOException {
        var problem = body(put("PUT /staff/{id}", Map.of("id", "rep"), "application/json", "{\"cap\":-1,\"colour\":\"red\"}"));
        assertEquals("urn:leadkeeper:problem:invalid", problem.text("type"));
        assertEquals(400L, problem.number("status"));
        var fields = problem.list("errors", each -> Doc.ofValue(each).text("field"));
        assertEquals(java.util.List.of("colour", "cap"), fields);
    }

    @Test
    void a_refusal_is_a_conflict_with_its_word_and_sentence() throws IOException {
        var problem = put("POST /leads/{id}/assign", Map.of("id", office.waiting("one").id()), "application/json", "{\"rep\":\"nobody\"}");
        assertEquals(409L, problem.number("statusCode"));
        assertEquals("unknown-rep", body(problem).text("refusal"));
        assertEquals("名单中没有此人", body(problem).doc("sentence").text("zh"));
    }
}
