package dev.leadkeeper.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Desk;
import dev.leadkeeper.people.Office;
import dev.leadkeeper.people.Route;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Rights;
import dev.leadkeeper.settings.Breaker;
import dev.leadkeeper.settings.Documents;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AdminTest {
    private final Office office = new Office();
    private final Map<String, Route> routes =
            Admin.routes(office.store, office.queue, office.files, office.secrets, office.clock, office.ids);
    private final Desk desk = new Desk(office.staff, routes);
    private final Documents documents = new Documents(office.store);

    private Answer put(String staff, String route, String pair, String body) {
        return desk.answer(route, staff, Office.with(Office.ask(pair), body));
    }

    private Answer breaker(String staff, String body) {
        return put(staff, "PUT /assignment/breaker", "x=", body);
    }

    private Answer form(String staff, String form, String body) {
        return put(staff, "PUT /settings/forms/{form}", "form=" + form, body);
    }

    private static void assertFlaw(String field, Answer answer) {
        var flaws = assertInstanceOf(Answer.Wrong.class, answer).flaws();
        assertTrue(flaws.stream().anyMatch(flaw -> flaw.field().equals(field)), flaws.toString());
    }

    @ParameterizedTest
    @EnumSource(Staff.Role.class)
    void every_route_answers_exactly_those_whom_the_table_of_rights_lets_in(Staff.Role role) {
        routes.forEach((key, route) -> {
            var denied = Rights.of(role, route.action()) == Access.NONE;
            assertEquals(denied, put(role.word(), key, "id=x", "{}") instanceof Answer.Denied, key);
        });
    }

    @Test
    void opening_the_breaker_says_who_and_why() {
        var position = Doc.of(Office.read(breaker("manager", "{\"open\":true,\"reason\":\"名单有误\"}")));
        assertTrue(position.flag("open"));
        assertEquals("名单有误", position.text("reason"));
        assertEquals("manager", position.text("by"));
        assertTrue(new Breaker(office.store, office.clock).read().open());
        assertEquals(List.of(), office.queue.bodies(Queue.Channel.DRAINS));
    }

    @Test
    void closing_it_has_the_waiting_list_worked_through_however_often_it_is_closed() {
        breaker("manager", "{\"open\":true,\"reason\":\"x\"}");
        assertFalse(Doc.of(Office.read(breaker("admin", "{\"open\":false}"))).flag("open"));
        Office.read(breaker("admin", "{\"open\":false,\"reason\":null}"));
        assertEquals(List.of(Map.of("why", "breaker-closed"), Map.of("why", "breaker-closed")),
                office.queue.bodies(Queue.Channel.DRAINS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "{}; open",
        "{\"open\":\"true\",\"reason\":\"x\"}; open",
        "{\"open\":null}; open",
        "{\"open\":true}; reason",
        "{\"open\":true,\"reason\":\"  \"}; reason",
        "{\"open\":true,\"reason\":\"a\\nb\"}; reason",
        "{\"open\":true,\"reason\":7}; reason",
        "{\"open\":true,\"reason\":\"x\",\"by\":\"admin\"}; by"})
    void a_wrong_switch_is_named_and_nothing_happens(String body, String field) {
        assertFlaw(field, breaker("manager", body));
        assertFalse(new Breaker(office.store, office.clock).read().open());
    }

    private static String definition(String title) {
        return "{\"id\":\"mine\",\"title\":\"" + title + "\",\"verification\":{\"scheme\":\"standard-webhooks\"},"
                + "\"fields\":{\"phone\":{\"names\":[\"tel\"]}}}";
    }

    @Test
    void a_form_is_stored_with_the_next_version() {
        assertEquals(1L, Office.read(form("marketing", "mine", "{\"version\":0,\"definition\":" + definition("A") + "}")).get("version"));
        var second = Doc.of(Office.read(form("admin", "mine", "{\"form\":\"mine\",\"version\":1,\"definition\":" + definition("B") + "}")));
        assertEquals(2L, second.number("version"));
        assertEquals("B", second.doc("definition").text("title"));
        assertEquals("B", documents.find("form", "mine").orElseThrow().doc().get("title"));
    }

    @Test
    void what_was_read_can_be_stored_as_it_is() {
        var read = Office.read(form("admin", "mine", "{\"definition\":" + definition("A") + "}"));
        assertEquals(2L, Office.read(form("admin", "mine", dev.leadkeeper.json.Json.write(read))).get("version"));
    }

    @Test
    void a_form_that_somebody_else_changed_is_not_overwritten() {
        form("admin", "mine", "{\"version\":0,\"definition\":" + definition("A") + "}");
        form("marketing", "mine", "{\"version\":1,\"definition\":" + definition("B") + "}");
        var refused = assertInstanceOf(Answer.Refused.class,
                form("admin", "mine", "{\"version\":1,\"definition\":" + definition("C") + "}"));
        assertEquals(2L, refused.more().get("version"));
        assertInstanceOf(Answer.Refused.class, form("admin", "mine", "{\"version\":0,\"definition\":" + definition("C") + "}"));
        assertEquals("B", documents.find("form", "mine").orElseThrow().doc().get("title"));
    }

    @Test
    void a_wrong_definition_is_named_place_by_place() {
        assertFlaw("definition", form("admin", "mine", "{}"));
        assertFlaw("definition", form("admin", "mine", "{\"definition\":[]}"));
        assertFlaw("definition.id", form("admin", "mine", "{\"definition\":{\"id\":\"other\"}}"));
        assertFlaw("definition.verification", form("admin", "mine", "{\"definition\":{\"id\":\"mine\"}}"));
        assertFlaw("form", form("admin", "mine", "{\"form\":\"other\",\"definition\":" + definition("A") + "}"));
        assertFlaw("version", form("admin", "mine", "{\"version\":-1,\"definition\":" + definition("A") + "}"));
        assertFlaw("secret", form("admin", "mine", "{\"secret\":\"x\",\"definition\":" + definition("A") + "}"));
        assertEquals(new Answer.Missing("form"), form("admin", "../x", "{}"));
        assertNull(documents.find("form", "mine").orElse(null));
    }
}
