package dev.leadkeeper.people;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.leadkeeper.admin.AdminHandlers;
import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.fake.FakeContext;
import dev.leadkeeper.fake.RecordingTelemetry;
import dev.leadkeeper.fuzz.Fuzz;
import dev.leadkeeper.fuzz.Mutations;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.wiring.Wiring;
import dev.leadkeeper.workbench.WorkbenchHandlers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Requests of the people's API, by everybody, with any parameters and bodies: each is answered, and never by a fault. */
public final class ApiFuzz implements Fuzz {
    private static final List<String> READS = List.of("GET /leads", "GET /leads/{id}", "GET /attention", "GET /assignment/breaker", "GET /staff",
            "GET /me", "GET /me/preferences", "GET /notices", "GET /notices/addresses", "GET /todos", "GET /settings/forms/{form}", "GET /rulebook", "GET /calendar", "GET /failures", "GET /drift");
    private static final List<String> WRITES = List.of("POST /leads/{id}/assign", "POST /attention/{id}/replay", "PUT /assignment/breaker",
            "PUT /staff/{id}", "PUT /me/preferences", "PUT /settings/forms/{form}", "POST /leads/{id}/claim", "POST /leads/{id}/release", "POST /leads/{id}/reassign",
            "POST /leads/{id}/snooze", "POST /leads/reassign", "POST /leads/reroute");
    private static final List<String> PARAMETERS = List.of("state", "owner", "limit", "cursor", "after", "form", "pool", "q", "day", "from");
    private static final List<String> BODIES = List.of("{\"open\":true,\"reason\":\"x\"}", "{\"owner\":\"rep\",\"reason\":\"asked\",\"version\":2}",
            "{\"rep\":\"rep2\",\"reason\":\"\"}", "{\"cap\":8,\"dayCap\":20,\"groups\":[\"east\"],\"leaves\":[{\"from\":\"2026-03-02\",\"to\":\"2026-03-03\"}]}",
            "{\"to\":\"rep2\",\"reason\":\"overloaded\"}", "{\"reason\":\"junk\"}", "{\"reason\":\"not-ready\",\"pool\":\"nurture\"}",
            "{\"until\":\"2026-11-30\",\"reason\":\"budget\"}", "{\"dryRun\":true,\"filter\":{\"owner\":\"rep\",\"tier\":\"high\"},\"to\":[\"rep2\"],\"reason\":\"absent\"}",
            "{\"dryRun\":true,\"filter\":{\"state\":\"waiting\"},\"reason\":\"wrong-route\"}", "{\"plan\":\"aaaaaaaaaaaaaaaaaaaaaaaaaa\"}",
            "{\"version\":0,\"definition\":{\"id\":\"demo\",\"verification\":[{\"type\":\"standard-webhooks\"}],\"fields\":{\"phone\":\"tel\"}}}", "{}");
    private static final int ASKS_OF_AN_OFFICE = 25;

    private List<String> ids = List.of();
    private RequestStreamHandler reads;
    private RequestStreamHandler writes;

    @Override
    public int inputs() {
        return ASKS_OF_AN_OFFICE;
    }

    /** Requests to a new office. */
    @Override
    public void one(Random random) {
        found();
        for (int i = 0; i < ASKS_OF_AN_OFFICE; i++) {
            ask(random);
        }
    }

    private void ask(Random random) {
        var mutations = new Mutations(random);
        var write = random.nextBoolean();
        var event = event(mutations, random, mutations.one(write ? WRITES : READS));
        var out = new ByteArrayOutputStream();
        try {
            (write ? writes : reads).handleRequest(new ByteArrayInputStream(Json.writeBytes(event)), out, new FakeContext());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var status = Doc.of(Json.readOwn(out.toString(StandardCharsets.UTF_8))).number("statusCode");
        assertTrue(status >= 200 && status < 500, () -> "answered with " + status + ": " + Json.write(event));
    }

    private Map<String, Object> event(Mutations mutations, Random random, String route) {
        var event = new HashMap<String, Object>();
        event.put("routeKey", route);
        event.put("rawPath", "/");
        event.put("headers", Map.of("Content-Type", mutations.one(List.of("application/json", "application/json", "application/json", "text/plain", ""))));
        event.put("pathParameters", Map.of("id", word(mutations, random), "form", mutations.one(List.of("demo", word(mutations, random)))));
        var query = new HashMap<String, Object>();
        for (int n = random.nextInt(3); n > 0; n--) {
            query.put(mutations.one(PARAMETERS), word(mutations, random));
        }
        event.put("queryStringParameters", query);
        var body = mutations.one(BODIES).getBytes(StandardCharsets.UTF_8);
        event.put("body", new String(random.nextInt(3) == 0 ? body : mutations.of(body), StandardCharsets.UTF_8));
        event.put("requestContext", Map.of("requestId", "r", "http", Map.of("method", route.substring(0, route.indexOf(' '))),
                "authorizer", Map.of("jwt", Map.of("claims", Map.of("sub", mutations.one(List.of("admin", "admin", "manager", "rep", "rep2", "nobody", "")))))));
        return event;
    }

    private String word(Mutations mutations, Random random) {
        var word = mutations.one(mutations.one(List.of(ids, ids, List.of("rep", "rep2", "waiting", "assigned", "1", "50", "0", "-1", "2026-03-02", "😀", "", "nurture"))));
        return random.nextInt(3) > 0 ? word : new String(mutations.of(word.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private void found() {
        var office = new Office();
        office.hire("left", Staff.Role.REP, Staff.Status.LEFT);
        var leads = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            leads.add(office.scored("scored" + i).id());
            leads.add(office.assigned("assigned" + i, "rep").id());
            leads.add(office.nurturing("nurturing" + i).id());
            leads.add(office.waiting("waiting" + i).id());
            leads.add(office.attention("attention" + i).id());
            leads.add(office.test("test" + i).id());
        }
        ids = List.copyOf(leads);
        var wiring = Wiring.of(Map.of(), office.clock, office.ids, new RecordingTelemetry(), office.store, office.queue, office.files, office.secrets);
        reads = WorkbenchHandlers.on(wiring);
        writes = AdminHandlers.on(wiring);
    }
}
