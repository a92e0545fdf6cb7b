package dev.leadkeeper.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.fake.FakeContext;
import dev.leadkeeper.fake.RecordingTelemetry;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.people.Office;
import dev.leadkeeper.telemetry.Field;
import dev.leadkeeper.wiring.Wiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkbenchHandlerTest {
    private final Office office = new Office();
    private final RecordingTelemetry telemetry = new RecordingTelemetry();

    private Doc ask(Map<String, String> environment, String route, Map<String, String> claims, Map<String, String> path) throws IOException {
        return ask(environment, route, claims, path, Map.of());
    }

    private Doc ask(Map<String, String> environment, String route, Map<String, String> claims, Map<String, String> path, Map<String, String> headers) throws IOException {
        var wiring = Wiring.of(environment, office.clock, office.ids, telemetry, office.store, office.queue, office.files, office.secrets);
        var event = new HashMap<String, Object>(Map.of("routeKey", route, "rawPath", "/", "headers", headers,
                "pathParameters", path, "requestContext", Map.of("requestId", "r", "http", Map.of("method", "GET"),
                        "authorizer", Map.of("jwt", Map.of("claims", claims)))));
        var out = new ByteArrayOutputStream();
        new WorkbenchHandler(wiring).handleRequest(new ByteArrayInputStream(Json.writeBytes(event)), out, new FakeContext());
        return Doc.of(Json.readOwn(out.toString(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static Doc body(Doc answer) {
        return Doc.of(Json.readOwn(answer.text("body")));
    }

    @Test
    void the_claim_that_the_stack_names_says_who_asks() throws IOException {
        var answer = ask(Map.of("STAFF_CLAIM", "username"), "GET /me", Map.of("username", "rep", "sub", "admin"), Map.of());
        assertEquals(200L, answer.number("statusCode"));
        assertEquals("rep", body(answer).doc("staff").text("id"));
        assertEquals("admin", body(ask(Map.of(), "GET /me", Map.of("username", "rep", "sub", "admin"), Map.of()))
                .doc("staff").text("id"));
    }

    @Test
    void a_token_of_nobody_is_denied() throws IOException {
        var answer = ask(Map.of(), "GET /me", Map.of(), Map.of());
        assertEquals(403L, answer.number("statusCode"));
        assertEquals("application/problem+json", answer.doc("headers").text("content-type"));
        assertEquals("urn:leadkeeper:problem:denied", body(answer).text("type"));
        assertEquals(403L, body(answer).number("status"));
    }

    @Test
    void a_lead_is_found_by_the_variable_of_the_route() throws IOException {
        var lead = office.assigned("one", "rep").id();
        assertEquals("assigned", body(ask(Map.of(), "GET /leads/{id}", Map.of("sub", "rep"), Map.of("id", lead))).text("state"));
        var missing = ask(Map.of(), "GET /leads/{id}", Map.of("sub", "rep2"), Map.of("id", lead));
        assertEquals(404L, missing.number("statusCode"));
        assertEquals("no such lead", body(missing).text("detail"));
    }

    @Test
    void the_log_says_who_asked_what_and_nothing_of_what_they_saw() throws IOException {
        ask(Map.of(), "GET /leads/{id}", Map.of("sub", "rep"), Map.of("id", office.assigned("one", "rep").id()));
        var line = telemetry.lines().getLast();
        assertEquals(Map.of(Field.ROUTE, "GET /leads/{id}", Field.STAFF, "rep", Field.STATUS, 200L), line.fields());
    }

    @Test
    void a_page_runs_nothing_and_takes_nothing_from_elsewhere() throws IOException {
        var answer = ask(Map.of(), "GET /board", Map.of("sub", "manager"), Map.of(), Map.of("accept", "text/html"));
        assertEquals("text/html; charset=utf-8", answer.doc("headers").text("content-type"));
        assertEquals("default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'", answer.doc("headers").text("content-security-policy"));
        assertEquals("no-referrer", answer.doc("headers").text("referrer-policy"));
        assertEquals("no-store", answer.doc("headers").text("cache-control"));
    }
}
