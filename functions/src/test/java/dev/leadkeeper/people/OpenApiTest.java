package dev.leadkeeper.people;

import static dev.leadkeeper.people.Schemas.map;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.admin.Admin;
import dev.leadkeeper.followup.Followup;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.Drift;
import dev.leadkeeper.ledger.Failures;
import dev.leadkeeper.ledger.Todos;
import dev.leadkeeper.notice.AddressProblems;
import dev.leadkeeper.notice.OpenNotices;
import dev.leadkeeper.rights.Action;
import dev.leadkeeper.rights.Rights;
import dev.leadkeeper.settings.Documents;
import dev.leadkeeper.workbench.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Template, code and {@code openapi.yaml} say the same. */
class OpenApiTest {
    /** Served without the desk. */
    private static final Set<String> INTAKE = Set.of("GET /forms/{form}", "POST /forms/{form}");
    /** Served by the page of the check-in link, whose token is what counts. */
    private static final Set<String> CHECK_IN = Set.of("GET /check-in/{token}", "POST /check-in/{token}");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final Office office = new Office();
    private final Map<String, Object> document = yaml("../openapi.yaml");
    private final Schemas schemas = new Schemas(document);
    private final Map<String, Route> workbench = Workbench.routes(office.store, office.files, office.clock);
    private final Map<String, Route> followup = Followup.routes(office.ground());
    private final Map<String, Route> admin =
            Admin.routes(office.store, office.queue, office.files, office.secrets, office.clock, office.ids);

    /** The template's own tags ({@code !Ref} …) say nothing about routes. */
    private static final class Template extends SafeConstructor {
        Template() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new org.yaml.snakeyaml.constructor.AbstractConstruct() {
                @Override
                public Object construct(org.yaml.snakeyaml.nodes.Node node) {
                    return "";
                }
            });
        }
    }

    private static Map<String, Object> yaml(String file) {
        try {
            return new Yaml(new Template()).load(Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Set<String> documented() {
        var routes = new TreeSet<String>();
        map(document.get("paths")).forEach((path, item) -> map(item).keySet().stream().filter(METHODS::contains)
                .forEach(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return routes;
    }

    /** Route keys of the template by function. */
    private static Map<String, Set<String>> deployed() {
        var routes = new TreeMap<String, Set<String>>();
        map(yaml("../template.yaml").get("Resources")).forEach((name, resource) -> {
            var properties = map(resource).get("Properties");
            if (properties instanceof Map<?, ?> known && known.get("Events") instanceof Map<?, ?> events) {
                events.values().stream().map(event -> map(event)).filter(event -> "HttpApi".equals(event.get("Type")))
                        .map(event -> map(event.get("Properties")))
                        .forEach(event -> routes.computeIfAbsent(name, each -> new TreeSet<>())
                                .add(event.get("Method") + " " + event.get("Path")));
            }
        });
        return routes;
    }

    @Test
    void template_and_handlers_have_the_same_routes() {
        assertEquals(Map.of("IntakeFunction", INTAKE, "WorkbenchFunction", workbench.keySet(), "AdminFunction", admin.keySet(),
                "FollowupFunction", with(followup.keySet(), CHECK_IN)), deployed());
    }

    private static Set<String> with(Set<String> some, Set<String> more) {
        var all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    @Test
    void the_document_describes_exactly_the_routes_there_are() {
        var routes = with(INTAKE, CHECK_IN);
        routes.addAll(followup.keySet());
        routes.addAll(workbench.keySet());
        routes.addAll(admin.keySet());
        assertEquals(routes, documented());
    }

    @Test
    void every_reference_names_something_and_every_operation_has_a_name_of_its_own() {
        var names = new TreeSet<Object>();
        var operations = documented().size();
        map(document.get("paths")).values().forEach(item -> map(item).forEach((method, operation) -> {
            if (METHODS.contains(method)) {
                names.add(map(operation).get("operationId"));
            }
        }));
        assertEquals(operations, names.size());
        references(document);
    }

    private void references(Object at) {
        switch (at) {
            case Map<?, ?> fields -> {
                if (fields.get("$ref") instanceof String) {
                    schemas.resolved(fields);
                }
                fields.values().forEach(this::references);
            }
            case List<?> list -> list.forEach(this::references);
            case null, default -> { }
        }
    }

    private Object schema(String method, String path) {
        var operation = map(map(map(document.get("paths")).get(path)).get(method));
        var content = map(map(map(operation.get("responses")).get("200")).get("content"));
        return map(content.get("application/json")).get("schema");
    }

    private void assertDescribed(String route, String staff, Ask ask) {
        var routes = new HashMap<>(workbench);
        routes.putAll(admin);
        routes.putAll(followup);
        var answer = Office.read(new Desk(office.staff, routes).answer(route, staff, ask));
        var at = route.indexOf(' ');
        assertEquals(List.of(), schemas.problems(answer, schema(route.substring(0, at).toLowerCase(Locale.ROOT), route.substring(at + 1))),
                route + " for " + staff + ": " + Json.write(answer));
    }

    @Test
    void every_answer_is_as_it_is_described() {
        var documents = new Documents(office.store);
        var form = "{\"id\":\"demo\",\"verification\":{\"scheme\":\"standard-webhooks\"},\"fields\":{\"phone\":{\"names\":[\"tel\"]}}}";
        documents.save("rulebook", "1", 0, Map.of("version", "1"));
        documents.save("live", "rulebook", 0, Map.of("version", "1"));
        documents.save("organisation", "calendar", 0, Map.of("zone", "Asia/Shanghai"));
        new Failures(office.store, office.clock).count("group-empty");
        new Drift(office.store, office.clock).count("demo", "source_channel");
        new Todos(office.store).add(new Todos.Todo("admin", "t", "fallback", null, new Sentence("a", "b"), office.clock.now()));
        var owned = office.assigned("one", "rep").id();
        var waiting = office.waiting("two").id();
        var attention = office.attention("three").id();

        assertDescribed("PUT /settings/forms/{form}", "admin", Office.with(Office.ask("form=demo"), "{\"definition\":" + form + "}"));
        assertDescribed("GET /settings/forms/{form}", "admin", Office.ask("form=demo"));
        var floor = new dev.leadkeeper.credibility.Floor(office);
        floor.judge(floor.record("rep", "proposal", 1), "f1", dev.leadkeeper.lead.EvidenceFile.State.REJECTED, "pdf");
        for (var staff : List.of("admin", "auditor")) {
            assertDescribed("GET /reviews", staff, Office.ask());
            assertDescribed("GET /leads/{id}", staff, Office.ask("id=" + owned));
            assertDescribed("GET /leads/{id}", staff, Office.ask("id=" + attention));
            assertDescribed("GET /leads/{id}/timeline", staff, Office.ask("id=" + owned));
            assertDescribed("GET /leads/{id}/timeline", staff, Office.ask("id=" + owned, "?verify=true"));
            assertDescribed("GET /attention", staff, Office.ask());
        assertDescribed("GET /silent", "rep", Office.ask());
            assertDescribed("GET /staff", staff, Office.ask());
        }
        assertDescribed("GET /staff", "rep", Office.ask());
        assertDescribed("GET /leads", "auditor", Office.ask("?state=waiting"));
        assertDescribed("GET /leads", "rep", Office.ask());
        assertDescribed("GET /rulebook", "admin", Office.ask());
        assertDescribed("GET /calendar", "admin", Office.ask());
        assertDescribed("GET /failures", "admin", Office.ask());
        assertDescribed("GET /drift", "admin", Office.ask());
        assertDescribed("GET /todos", "admin", Office.ask());
        assertDescribed("GET /me", "marketing", Office.ask());
        assertDescribed("PUT /me/preferences", "rep", Office.with(Office.ask(), "{\"zone\":\"Asia/Shanghai\",\"digestAt\":\"08:30\","
                + "\"quietHours\":[{\"days\":[\"MONDAY\"],\"from\":\"22:00\",\"to\":\"08:00\"}],\"quietChannels\":[\"wecom\"],\"kinds\":{\"red\":\"awake\"}}"));
        assertDescribed("GET /me/preferences", "rep", Office.ask());
        new OpenNotices(office.store).list(OpenNotices.State.PENDING, OpenNotices.Open.of(new Notice("n", "advice", "rep", null, new Sentence("题", "t"),
                new Sentence("文", "x"), "t"), office.clock.now(), "room", office.clock.now(), "wecom", List.of()), office.clock.now());
        new AddressProblems(office.store).note(new AddressProblems.Problem("x", "rep", null, "no-channel", new Sentence("无", "none")), office.clock.now());
        assertDescribed("GET /notices", "rep", Office.ask("?state=pending"));
        assertDescribed("GET /notices/addresses", "admin", Office.ask());
        assertDescribed("GET /me", "rep", Office.ask());
        assertDescribed("GET /assignment/breaker", "admin", Office.ask());
        assertDescribed("PUT /assignment/breaker", "admin", Office.with(Office.ask(), "{\"open\":true,\"reason\":\"x\"}"));
        assertDescribed("PUT /staff/{id}", "admin", Office.with(Office.ask("id=rep"), "{\"leaves\":[{\"from\":\"2027-01-01\",\"to\":\"2027-01-02\"}],"
                + "\"hours\":{\"zone\":\"Asia/Shanghai\",\"days\":[\"MONDAY\"],\"from\":\"09:00\",\"to\":\"18:00\"}}"));
        assertDescribed("POST /leads/{id}/assign", "manager", Office.with(Office.ask("id=" + waiting), "{\"rep\":\"rep2\"}"));
        var nurturing = office.nurturing("four").id();
        assertDescribed("POST /leads/{id}/claim", "rep", Office.ask("id=" + nurturing));
        assertDescribed("POST /leads/{id}/reassign", "manager", Office.with(Office.ask("id=" + nurturing), "{\"to\":\"rep2\",\"reason\":\"overloaded\"}"));
        assertDescribed("POST /leads/{id}/release", "rep2", Office.with(Office.ask("id=" + nurturing), "{\"reason\":\"junk\"}"));
        for (var many : List.of("POST /leads/reassign {\"filter\":{\"owner\":\"rep2\"},\"to\":[\"rep\"],\"reason\":\"absent\",\"dryRun\":true}",
                "POST /leads/reroute {\"filter\":{\"state\":\"test\"},\"reason\":\"not-junk\",\"dryRun\":true}")) {
            var route = many.substring(0, many.indexOf(" {"));
            var plan = Office.read(new Desk(office.staff, admin).answer(route, "manager", Office.with(Office.ask(), many.substring(many.indexOf('{')))));
            assertEquals(List.of(), schemas.problems(plan, Map.of("$ref", "#/components/schemas/MovePlan")), Json.write(plan));
            var done = Office.read(new Desk(office.staff, admin).answer(route, "manager", Office.with(Office.ask(), "{\"plan\":\"" + plan.get("plan") + "\"}")));
            assertEquals(List.of(), schemas.problems(done, Map.of("$ref", "#/components/schemas/MovesDone")), Json.write(done));
            assertEquals(1, ((List<?>) done.get("moved")).size(), Json.write(done));
        }
        var record = "{\"type\":\"call\",\"solved\":\"预算\",\"nextStep\":\"看工厂\",\"promise\":\"发方案\",\"promiseBy\":\"2026-12-01\",\"result\":\"not-now\","
                + "\"text\":\"张总说下周三看工厂,预算200万\",\"people\":[{\"name\":\"张总\",\"role\":\"decider\"}],\"tags\":[\"budget\"],"
                + "\"files\":[{\"name\":\"a.pdf\",\"type\":\"application/pdf\",\"bytes\":10,\"sha256\":\"" + "0".repeat(64) + "\"}]}";
        assertDescribed("POST /leads/{id}/contacted", "rep", Office.with(Office.ask("id=" + owned), "{\"channel\":\"phone\"}"));
        assertDescribed("POST /leads/{id}/activities", "rep", Office.headed(Office.headed(Office.with(Office.ask("id=" + owned), record),
                "idempotency-key", "k"), "if-match", "1"));
        var activity = dev.leadkeeper.lead.Activity.id(owned, "rep", "k");
        assertDescribed("GET /leads/{id}/activities", "auditor", Office.ask("id=" + owned));
        assertDescribed("GET /leads/{id}/activities/{activity}", "rep", Office.ask("id=" + owned, "activity=" + activity));
        assertDescribed("POST /leads/{id}/activities/{activity}/uploads", "rep", Office.ask("id=" + owned, "activity=" + activity));
        assertDescribed("POST /leads/{id}/stage", "rep", Office.headed(Office.with(Office.ask("id=" + owned), "{\"stage\":\"first-contact\"}"), "if-match", "\"4\""));
        assertDescribed("POST /leads/{id}/outcome", "rep", Office.headed(Office.with(Office.ask("id=" + owned), "{\"outcome\":\"lost\",\"reason\":\"price\"}"),
                "if-match", "\"" + office.leads.find(owned).orElseThrow().revision() + "\""));
        assertDescribed("POST /texts/read", "rep", Office.with(Office.ask(), "{\"text\":\"张总说下周三看工厂,预算200万\"}"));
        assertDescribed("POST /attention/{id}/replay", "marketing", Office.ask("id=" + attention));
        assertDescribed("GET /leads/{id}", "admin", Office.ask("id=" + office.watched("watched", "rep2").id()));
        office.clock.advance(java.time.Duration.ofHours(5));
        assertDescribed("GET /board", "admin", Office.ask());
    }

    @Test
    void the_table_of_rights_in_the_document_is_the_one_in_the_code() {
        var description = (String) map(document.get("info")).get("description");
        for (var action : Action.values()) {
            var row = Arrays.stream(Staff.Role.values()).map(role -> word(action, role)).collect(Collectors.joining(" | ", "| ", " |"));
            assertTrue(description.lines().anyMatch(line -> line.equals("| " + label(action) + " " + row)), label(action) + " " + row);
        }
    }

    private static String word(Action action, Staff.Role role) {
        return switch (Rights.of(role, action)) {
            case NONE -> "–";
            case OWN -> action == Action.SEE_STAFF ? "own¹" : action == Action.SEE_LEADS ? "own³" : "own";
            case TEAM -> "team²";
            case UNOWNED_MASKED -> "unowned, masked";
            case ALL_MASKED -> "all, masked";
            case ALL -> "all";
        };
    }

    private static String label(Action action) {
        return switch (action) {
            case SEE_ONESELF, SEE_TODOS -> "see oneself and one's to-dos";
            case CHANGE_OWN_PREFERENCES -> "say how notices come to oneself";
            case SEE_NOTICES -> "see notices that did not arrive at once";
            case SEE_ADDRESSES -> "see addresses that do not work";
            case SEE_LEADS -> "see leads";
            case SEE_BOARD -> "see the board";
            case SEE_FIGURES -> "see the figures in decisions";
            case SEE_FOLLOW_UP -> "see what was recorded";
            case FOLLOW_UP -> "record contacts, activities, stages, outcomes";
            case SEE_EVIDENCE -> "open evidence";
            case READ_TEXTS -> "have texts read";
            case ASSIGN_LEADS -> "assign by hand";
            case CLAIM_LEADS -> "claim leads";
            case RELEASE_LEADS -> "release leads";
            case SNOOZE_LEADS -> "snooze leads";
            case REASSIGN_LEADS -> "reassign leads";
            case REROUTE_LEADS -> "reroute leads";
            case SEE_ATTENTION -> "see attention";
            case REPLAY_ATTENTION -> "replay attention";
            case SEE_REVIEWS -> "see reviews";
            case DECIDE_REVIEWS -> "decide reviews";
            case SEE_STAFF -> "see staff";
            case CHANGE_AVAILABILITY -> "change availability";
            case CHANGE_STAFF -> "change staff";
            case SEE_BREAKER -> "see the breaker";
            case SET_BREAKER -> "set the breaker";
            case SEE_FORMS -> "see forms";
            case CHANGE_FORMS -> "change forms";
            case SEE_RULEBOOK, SEE_FAILURES, SEE_DRIFT -> "see the rulebook, failures, drift";
        };
    }
}
