package dev.leadkeeper.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.rights.Action;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeskTest {
    private final Office office = new Office();
    private final Desk desk = new Desk(office.staff, Map.of(
            "PUT /assignment/breaker", new Route(Action.SET_BREAKER, (who, access, ask) -> new Answer.Done(ask.object())),
            "GET /me", new Route(Action.SEE_ONESELF, (who, access, ask) ->
                    new Answer.Done(Map.of("id", who.id(), "access", access.word())))));

    @Test
    void somebody_of_the_staff_is_answered() {
        assertEquals(Map.of("id", "rep", "access", "own"), Office.read(desk.answer("GET /me", "rep", Office.ask())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stranger", "pool#north", "figures#rep", "a\u0000b"})
    void a_stranger_is_denied(String id) {
        assertInstanceOf(Answer.Denied.class, desk.answer("GET /me", id, Office.ask()));
    }

    @Test
    void an_endless_id_is_a_strangers() {
        assertInstanceOf(Answer.Denied.class, desk.answer("GET /me", "x".repeat(5000), Office.ask()));
    }

    @ParameterizedTest
    @EnumSource(Staff.Status.class)
    void who_left_or_was_disabled_is_denied_and_who_is_on_leave_is_not(Staff.Status status) {
        office.hire("rep", Staff.Role.REP, status);
        var answer = desk.answer("GET /me", "rep", Office.ask());
        switch (status) {
            case ACTIVE, LEAVE -> assertInstanceOf(Answer.Done.class, answer);
            case DISABLED, LEFT -> assertInstanceOf(Answer.Denied.class, answer);
        }
    }

    @ParameterizedTest
    @EnumSource(Staff.Role.class)
    void a_role_without_the_right_is_denied(Staff.Role role) {
        var answer = desk.answer("PUT /assignment/breaker", role.word(), Office.with(Office.ask(), "{}"));
        switch (role) {
            case MANAGER, ADMIN -> assertInstanceOf(Answer.Done.class, answer);
            case REP, MARKETING, SERVICE, AUDITOR -> assertInstanceOf(Answer.Denied.class, answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{\"a\":1,\"a\":2}", "{} {}", "open=true"})
    void a_body_that_is_no_object_is_named(String body) {
        var wrong = assertInstanceOf(Answer.Wrong.class,
                desk.answer("PUT /assignment/breaker", "admin", Office.with(Office.ask(), body)));
        assertEquals("body", wrong.flaws().getFirst().field());
    }

    @Test
    void a_body_over_64_kilobytes_is_refused() {
        var body = "{\"a\":\"" + "x".repeat(Ask.MOST_BYTES) + "\"}";
        assertInstanceOf(Answer.Wrong.class, desk.answer("PUT /assignment/breaker", "admin", Office.with(Office.ask(), body)));
    }

    @Test
    void a_route_beside_the_table_is_a_fault() {
        assertThrows(IllegalArgumentException.class, () -> desk.answer("DELETE /leads/{id}", "admin", Office.ask()));
    }
}
