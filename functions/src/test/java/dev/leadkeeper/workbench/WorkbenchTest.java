package dev.leadkeeper.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.Drift;
import dev.leadkeeper.ledger.Failures;
import dev.leadkeeper.ledger.Todos;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Desk;
import dev.leadkeeper.people.Office;
import dev.leadkeeper.people.Route;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.settings.Breaker;
import dev.leadkeeper.settings.Documents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkbenchTest {
    private final Office office = new Office();
    private final Map<String, Route> routes = Workbench.routes(office.store, office.files, office.clock);
    private final Desk desk = new Desk(office.staff, routes);
    private final Documents documents = new Documents(office.store);

    private Doc read(String staff, String route, String... pairs) {
        return Doc.of(Office.read(desk.answer(route, staff, Office.ask(pairs))));
    }

    @ParameterizedTest
    @EnumSource(Staff.Role.class)
    void every_route_answers_exactly_those_whom_the_table_of_rights_lets_in(Staff.Role role) {
        routes.forEach((key, route) -> {
            var answer = desk.answer(key, role.word(), Office.ask("id=x", "form=x"));
            var denied = dev.leadkeeper.rights.Rights.of(role, route.action()) == Access.NONE;
            assertEquals(denied, answer instanceof Answer.Denied, key);
        });
    }

    @Test
    void what_needs_attention_is_listed_newest_first_with_the_beginning_of_the_post() {
        var first = office.attention("one");
        var last = office.attention("two");
        var items = read("marketing", "GET /attention").list("items", Doc::ofValue);
        assertEquals(List.of(last.id(), first.id()), items.stream().map(each -> each.text("id")).toList());
        assertEquals("json-syntax", items.getFirst().text("reason"));
        assertEquals("demo", items.getFirst().text("form"));
        assertEquals(Office.BROKEN, items.getFirst().text("excerpt"));
        assertEquals(last.createdAt(), items.getFirst().instant("receivedAt"));
    }

    @Test
    void an_auditor_sees_why_something_needs_attention_and_nothing_of_the_post() {
        office.attention("one");
        var page = Office.read(desk.answer("GET /attention", "auditor", Office.ask()));
        assertFalse(Json.write(page).contains("13912340000"));
        assertNull(Doc.of(page).list("items", Doc::ofValue).getFirst().text("excerpt"));
    }

    @Test
    void the_attention_list_comes_in_pages() {
        office.attention("one");
        office.attention("two");
        office.attention("three");
        var first = read("admin", "GET /attention", "?limit=2");
        var second = read("admin", "GET /attention", "?limit=2", "?cursor=" + first.text("next"));
        assertEquals(2, first.list("items", Doc::ofValue).size());
        assertEquals(1, second.list("items", Doc::ofValue).size());
        assertNull(second.text("next"));
        assertInstanceOf(Answer.Wrong.class, desk.answer("GET /todos", "admin", Office.ask("?cursor=" + first.text("next"))));
        assertInstanceOf(Answer.Wrong.class, desk.answer("GET /attention", "admin",
                Office.ask("?cursor=" + dev.leadkeeper.people.Paging.cursor("attention", 0, "forged"))));
    }

    @Test
    void failures_are_the_ten_most_frequent_of_thirty_days_with_their_words() {
        var failures = new Failures(office.store, office.clock);
        failures.count("group-empty");
        office.clock.advance(Duration.ofDays(31));
        for (int i = 0; i < 12; i++) {
            failures.count("reason-" + i);
        }
        failures.count("nobody-eligible");
        failures.count("nobody-eligible");
        var items = read("marketing", "GET /failures").list("items", Doc::ofValue);
        assertEquals(10, items.size());
        assertEquals("nobody-eligible", items.getFirst().text("reason"));
        assertEquals(2L, items.getFirst().number("count"));
        assertEquals("无符合条件销售", items.getFirst().doc("sentence").text("zh"));
        assertFalse(items.stream().anyMatch(each -> "group-empty".equals(each.text("reason"))));
    }

    @Test
    void drift_names_form_and_field_with_its_count() {
        var drift = new Drift(office.store, office.clock);
        drift.count("demo", "source_channel");
        office.clock.advance(Duration.ofHours(1));
        drift.count("demo", "source_channel");
        var field = read("admin", "GET /drift").list("fields", Doc::ofValue).getFirst();
        assertEquals("demo", field.text("form"));
        assertEquals("source_channel", field.text("field"));
        assertEquals(2L, field.number("count"));
        assertEquals("2026-11-22T02:00:00Z", field.text("firstSeen"));
        assertEquals("2026-11-22T03:00:00Z", field.text("lastSeen"));
    }

    @Test
    void the_breaker_is_closed_until_somebody_opens_it() {
        assertEquals(Map.of("open", false), without(read("manager", "GET /assignment/breaker")));
        new Breaker(office.store, office.clock).set(true, "名单有误", "manager");
        var position = read("auditor", "GET /assignment/breaker");
        assertTrue(position.flag("open"));
        assertEquals("名单有误", position.text("reason"));
        assertEquals("manager", position.text("by"));
    }

    private static Map<String, Object> without(Doc position) {
        assertNull(position.text("reason"));
        return Map.of("open", position.flag("open"));
    }

    @Test
    void a_form_is_shown_with_its_version() {
        documents.save("form", "demo", 0, Map.of("id", "demo", "title", "Demo"));
        var form = read("marketing", "GET /settings/forms/{form}", "form=demo");
        assertEquals(1L, form.number("version"));
        assertEquals("Demo", form.doc("definition").text("title"));
        for (var id : List.of("unknown", "", "../secrets", "UPPER")) {
            assertEquals(new Answer.Missing("form"),
                    desk.answer("GET /settings/forms/{form}", "admin", Office.ask("form=" + id)), id);
        }
    }

    @Test
    void the_calendar_that_deadlines_count_by_is_shown_with_those_of_teams_to_whoever_may_see_the_rulebook() {
        assertEquals(new Answer.Missing("calendar"), desk.answer("GET /calendar", "admin", Office.ask()));
        var calendar = Map.<String, Object>of("zone", "Asia/Shanghai", "hours", Map.of("monday-friday", "09:00-18:00"), "teams", Map.of("overseas", Map.of("zone", "America/New_York")));
        documents.save("organisation", "calendar", 0, calendar);
        for (var who : List.of("manager", "marketing", "admin", "auditor")) {
            assertEquals(1L, read(who, "GET /calendar").number("version"), who);
            assertEquals(calendar, read(who, "GET /calendar").map("calendar"), who);
        }
        for (var who : List.of("rep", "service")) {
            assertInstanceOf(Answer.Denied.class, desk.answer("GET /calendar", who, Office.ask()), who);
        }
        assertInstanceOf(Answer.Wrong.class, desk.answer("GET /calendar", "admin", Office.ask("?team=east")));
    }

    @Test
    void the_live_rulebook_is_shown_or_the_version_asked_for() {
        assertEquals(new Answer.Missing("rulebook"), desk.answer("GET /rulebook", "admin", Office.ask()));
        documents.save("rulebook", "1", 0, Map.of("version", "1"));
        documents.save("rulebook", "2", 0, Map.of("version", "2"));
        documents.save("live", "rulebook", 0, Map.of("version", "2"));
        assertEquals("2", read("admin", "GET /rulebook").doc("rulebook").text("version"));
        assertTrue(read("admin", "GET /rulebook").flag("live"));
        assertFalse(read("admin", "GET /rulebook", "?version=1").flag("live"));
        for (var version : List.of("3", "x".repeat(5000))) {
            assertEquals(new Answer.Missing("rulebook"), desk.answer("GET /rulebook", "admin", Office.ask("?version=" + version)));
        }
        assertInstanceOf(Answer.Wrong.class, desk.answer("GET /rulebook", "admin", Office.ask("?v=1")));
    }

    @Test
    void to_dos_are_ones_own() {
        var todos = new Todos(office.store);
        todos.add(new Todos.Todo("rep", "fallback#x", "fallback", "x", new Sentence("请跟进", "follow up"), office.clock.now()));
        var items = read("rep", "GET /todos").list("items", Doc::ofValue);
        assertEquals("fallback#x", items.getFirst().text("id"));
        assertEquals("请跟进", items.getFirst().doc("text").text("zh"));
        assertEquals(List.of(), read("rep2", "GET /todos").list("items", Doc::ofValue));
    }

    @Test
    void everybody_sees_who_they_are_and_what_they_may() {
        var me = read("marketing", "GET /me");
        assertEquals("marketing", me.doc("staff").text("id"));
        assertEquals("unowned-masked", me.map("may").get("see-leads"));
        assertFalse(me.map("may").containsKey("set-breaker"));
    }

    @Test
    void no_answer_holds_what_json_cannot() {
        office.assigned("one", "rep");
        office.attention("two");
        var asked = new ArrayList<String>();
        routes.forEach((key, route) -> {
            if (desk.answer(key, "admin", new Ask(Map.of(), Map.of(), new byte[0])) instanceof Answer.Done done) {
                Json.write(done.body());
                asked.add(key);
            }
        });
        assertEquals(13, asked.size(), asked.toString());
    }
}
