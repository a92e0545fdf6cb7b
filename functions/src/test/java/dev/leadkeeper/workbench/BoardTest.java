package dev.leadkeeper.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Desk;
import dev.leadkeeper.people.Office;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BoardTest {
    private final Office office = new Office();
    private final Desk desk = new Desk(office.staff, Workbench.routes(office.store, office.files, office.clock));

    private Doc see(String staff, String... query) {
        return Doc.of(Office.read(desk.answer("GET /board", staff, Office.ask(query))));
    }

    private static List<String> ids(Doc board, String list) {
        return board.list(list, each -> Doc.ofValue(each).text("id"));
    }

    private static Doc rep(Doc board, String id) {
        return board.list("reps", Doc::ofValue).stream().filter(each -> id.equals(each.text("id"))).findFirst().orElseThrow();
    }

    @Test
    void a_supervisor_sees_how_the_leads_of_each_rep_stand_in_the_order_of_ids_and_not_of_merit() {
        office.watched("red", "rep2");
        office.clock.advance(Duration.ofHours(20));
        office.watched("breached", "rep2");
        office.clock.advance(Duration.ofHours(1));
        office.watched("risk", "rep");
        office.clock.advance(Duration.ofHours(3));
        office.watched("fresh", "rep");

        var board = see("manager");

        assertEquals(List.of("rep", "rep2"), ids(board, "reps"));
        assertEquals(2L, rep(board, "rep").number("open"));
        assertEquals(1L, rep(board, "rep").number("atRisk"));
        assertEquals(0L, rep(board, "rep").number("breached"));
        assertEquals(2L, rep(board, "rep2").number("owned"));
        assertEquals(1L, rep(board, "rep2").number("breached"));
        assertEquals(1L, rep(board, "rep2").number("red"));
        assertTrue(board.flag("complete"));
    }

    @Test
    void who_waits_longest_stands_first_over_all_pages() {
        var first = office.watched("a", "rep2").id();
        office.clock.advance(Duration.ofMinutes(1));
        var second = office.watched("b", "rep").id();
        office.clock.advance(Duration.ofMinutes(1));
        var third = office.watched("c", "rep2").id();
        office.clock.advance(Duration.ofHours(30));

        var page = see("admin", "?limit=2");
        assertEquals(List.of(first, second), ids(page, "items"));
        assertEquals(3L, page.number("overdue"));
        assertEquals("red", page.list("items", Doc::ofValue).getFirst().doc("deadlines").text("state"));
        var rest = see("admin", "?limit=2", "?cursor=" + page.text("next"));
        assertEquals(List.of(third), ids(rest, "items"));
        assertNull(rest.text("next"));
    }

    @Test
    void a_rep_sees_themselves_and_nobody_else() {
        var own = office.watched("a", "rep").id();
        office.watched("b", "rep2");
        office.clock.advance(Duration.ofHours(5));
        var board = see("rep");
        assertEquals(List.of("rep"), ids(board, "reps"));
        assertEquals(List.of(own), ids(board, "items"));
    }

    @Test
    void a_manager_sees_their_team_and_an_admin_can_look_at_one() {
        office.staff.save(in(office.staff.find("rep2").orElseThrow(), "west"));
        office.watched("a", "rep2");
        assertEquals(List.of("rep"), ids(see("manager"), "reps"));
        assertEquals(List.of("rep2"), ids(see("admin", "?team=west"), "reps"));
        assertEquals(List.of(), ids(see("manager", "?team=west"), "reps"));
    }

    private static Staff in(Staff one, String group) {
        return new Staff(one.id(), one.name(), one.role(), Set.of(group), one.status(), one.canReceive(), one.skills(), one.industries(),
                one.regions(), one.sizes(), one.weight(), one.cap(), one.dayCap(), one.backlogCap(), one.hours(), one.leaves(), one.figures(),
                one.channels(), one.ledger());
    }

    @Test
    void an_auditor_sees_the_board_without_personal_data() {
        office.watched("a", "rep");
        office.clock.advance(Duration.ofHours(5));
        assertFalse(Json.write(Office.read(desk.answer("GET /board", "auditor", Office.ask()))).contains("13812345678"));
        assertInstanceOf(Answer.Denied.class, desk.answer("GET /board", "marketing", Office.ask()));
    }
}
