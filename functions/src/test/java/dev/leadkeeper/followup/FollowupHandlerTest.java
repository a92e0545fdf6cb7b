package dev.leadkeeper.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.fake.FakeContext;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.notice.CheckInLinks;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.wiring.Wiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FollowupHandlerTest {
    private final RepsSide side = new RepsSide();
    private FollowupHandler handler = over(side.office.store);

    private FollowupHandler over(Store store) {
        return new FollowupHandler(Wiring.of(Map.of("STAFF_CLAIM", "sub"), side.office.clock, side.office.ids,
                side.office.telemetry, store, side.office.queue, side.office.files, side.office.secrets, side.office.quarantine, side.office.vault));
    }

    private Doc ask(String route, Map<String, String> path, Map<String, String> headers, String body, String staff) throws IOException {
        var out = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(Json.writeBytes(Map.of("version", "2.0", "routeKey", route, "rawPath", "/", "rawQueryString", "",
                "headers", headers, "pathParameters", path, "body", body, "isBase64Encoded", false,
                "requestContext", Map.of("requestId", "r", "http", Map.of("method", route.substring(0, route.indexOf(' ')), "sourceIp", "203.0.113.7"),
                        "authorizer", Map.of("jwt", Map.of("claims", Map.of("sub", staff))))))), out, new FakeContext());
        return Doc.of(Json.readOwn(out.toString(StandardCharsets.UTF_8)));
    }

    @Test
    void an_answer_carries_the_leads_revision_and_a_stale_write_both_versions() throws IOException {
        var lead = side.office.assigned("one", "rep");
        var path = Map.of("id", lead.id());
        var tapped = ask("POST /leads/{id}/contacted", path, Map.of(), "{\"channel\":\"phone\"}", "rep");
        assertEquals("\"3\"", tapped.doc("headers").text("etag"));

        var stale = ask("POST /leads/{id}/outcome", path, Map.of("if-match", "\"2\""), "{\"outcome\":\"lost\",\"reason\":\"price\"}", "rep");

        assertEquals(409, stale.number("statusCode"));
        var problem = Doc.of(Json.readOwn(stale.required("body")));
        assertEquals("urn:leadkeeper:problem:stale", problem.text("type"));
        assertEquals(2, problem.doc("yours").number("revision"));
        assertEquals(3, problem.doc("current").number("revision"));
    }

    @Test
    void a_field_that_is_missing_is_named_in_both_languages() throws IOException {
        var lead = side.office.assigned("one", "rep");
        var wrong = ask("POST /leads/{id}/activities", Map.of("id", lead.id()), Map.of(), "{\"type\":\"call\",\"result\":\"trial\",\"nextStep\":\"x\",\"promise\":\"y\","
                + "\"promiseBy\":\"2026-12-01\"}", "rep");

        assertEquals(400, wrong.number("statusCode"));
        var error = Doc.of(Json.readOwn(wrong.required("body"))).list("errors", Doc::ofValue).getFirst();
        assertEquals("solved is missing: what was solved 缺少：本次解决什么问题", error.text("field") + " " + error.text("problem") + " " + error.text("zh"));
    }

    @Test
    void the_page_of_a_link_needs_no_login_and_lets_nothing_run_in_it() throws IOException {
        var lead = side.office.assigned("one", "rep");
        var token = Map.of("token", new CheckInLinks(side.office.secrets).token(lead.id(), "rep", lead.assignedAt()).orElseThrow());
        var shown = ask(FollowupHandler.LOOK, token, Map.of("accept-language", "en-GB,en;q=0.9"), "", "");
        assertEquals(200, shown.number("statusCode"));
        assertTrue(shown.required("body").contains("<button>Contacted</button>"));
        assertTrue(shown.doc("headers").text("content-security-policy").startsWith("default-src 'none'"));
        assertEquals("no-referrer", shown.doc("headers").text("referrer-policy"));

        var pressed = ask(FollowupHandler.PRESS, token, Map.of("content-type", "application/x-www-form-urlencoded"), "channel=phone&note=", "");

        assertTrue(pressed.required("body").contains("已记录"));
        assertEquals(0, side.open("rep"));
        assertTrue(side.office.telemetry.lines().stream().noneMatch(line -> line.toString().contains(token.get("token").substring(27))));
    }

    @Test
    void evidence_is_a_way_to_elsewhere() throws IOException {
        var lead = side.office.assigned("one", "rep");
        var quote = side.proved(lead, "rep", "quote", "image");
        var led = ask("GET /leads/{id}/activities/{activity}/files/{file}", Map.of("id", lead.id(), "activity", quote.id(), "file", "f1"), Map.of(), "", "manager");

        assertEquals(303, led.number("statusCode"));
        assertTrue(led.doc("headers").text("location").startsWith("https://vault.invalid/"));
    }

    @Test
    void who_is_overtaken_each_time_is_asked_to_come_again() throws IOException {
        var lead = side.office.assigned("one", "rep");
        handler = over((Store) Proxy.newProxyInstance(Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) ->
                method.getName().equals("transact") ? new Store.TransactResult.Cancelled(((List<?>) arguments[0]).stream()
                        .<Store.Verdict>map(write -> new Store.Verdict.Conflict()).toList()) : method.invoke(side.office.store, arguments)));

        var busy = ask("POST /leads/{id}/activities", Map.of("id", lead.id()), Map.of(), Json.write(RepsSide.record("call")), "rep");

        assertEquals(503, busy.number("statusCode"));
        assertEquals("1", busy.doc("headers").text("retry-after"));
        assertEquals("urn:leadkeeper:problem:busy", Doc.of(Json.readOwn(busy.required("body"))).text("type"));
    }
}
