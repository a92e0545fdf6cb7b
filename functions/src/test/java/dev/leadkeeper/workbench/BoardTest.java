package dev.leadkeeper.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.Holder;
import dev.leadkeeper.deadline.Plans;
import dev.leadkeeper.followup.Followup;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.DueTimers;
import dev.leadkeeper.ledger.Ownership;
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
    void a_frozen_lead_is_out_of_what_moves() {
        var followUp = new Desk(office.staff, Followup.routes(office.ground()));
        for (var key : List.of("a", "b")) {
            followUp.answer("POST /leads/{id}/contacted", "rep", Office.with(Office.ask("id=" + office.watched(key, "rep").id()), "{\"channel\":\"phone\"}"));
        }
        assertEquals(2L, rep(see("manager"), "rep").number("moving"));
        var lead = office.leads.held(Holder.rep("rep"), false, 1, null).leads().getFirst();
        assertTrue(new DueTimers(office.store, office.clock).frozen(office.leads.find(lead.id()).orElseThrow(), "c").isPresent());
        assertEquals(1L, rep(see("manager"), "rep").number("moving"));
        assertEquals(1L, rep(see("manager"), "rep").number("frozen"));
    }

    @Test
    void what_was_taken_back_this_week_is_counted_with_who_had_it_and_in_the_total_and_not_last_weeks() {
        var lead = office.watched("a", "rep2");
        office.clock.advance(Duration.ofDays(3));
        assertTrue(new Ownership(office.store, office.files, new Plans(office.store, office.clock), office.clock).takeBack(lead, office.clock.now(), "c").isPresent());
        office.watched("b", "rep");

        var board = see("manager");
        assertEquals(1L, rep(board, "rep2").number("recycled"));
        assertEquals(0L, rep(board, "rep2").number("owned"));
        assertEquals(0L, rep(board, "rep").number("recycled"));
        assertEquals(1L, board.doc("total").number("recycled"));
        assertEquals(1L, board.doc("total").number("onTime"));
        assertEquals(0L, board.doc("total").number("kept") + board.doc("total").number("missed") + board.doc("total").number("healthy"));
        office.clock.advance(Duration.ofDays(7));
        assertEquals(0L, see("manager").doc("total").number("recycled"));
    }

    @Test
    void a_browser_gets_a_page_in_its_language_with_a_colour_for_each_state_and_links_to_the_histories() {
        var red = office.watched("red", "rep").id();
        office.clock.advance(Duration.ofHours(21));
        office.watched("breached", "rep");
        office.clock.advance(Duration.ofHours(5));
        office.watched("fresh", "rep2");

        var page = page("manager", "zh-CN,zh", "");
        assertTrue(page.contains("<h1>跟进时限看板</h1>") && page.contains("lang=\"zh-CN\""), page);
        assertTrue(page.contains("<tr class=\"red\"><td><a href=\"leads/" + red + "/timeline\">"), page);
        for (var cell : List.of("n red\">1<", "n breached\">1<", "n on-time\">1<", "n\">0<")) {
            assertTrue(page.contains(cell), cell);
        }
        assertFalse(page.contains("<script"));
        assertTrue(page("manager", "en-GB", "").contains("Customers who wait too long (2)"));
        assertFalse(page("auditor", "en", "").contains("张伟"));
        var first = page("manager", "en", "?limit=1");
        assertTrue(first.matches("(?s).*<a href=\"\\?cursor=[^&\"]+&amp;limit=1\".*"), first);
    }

    @Test
    void whatever_a_form_or_an_address_holds_is_text_on_the_page() {
        office.staff.save(in(office.hire("<b>", Staff.Role.REP, Staff.Status.ACTIVE), "<script>&\"'"));
        office.watched("a", "<b>");
        office.clock.advance(Duration.ofDays(2));
        var page = page("admin", "en", "?team=<script>&\"'");
        assertFalse(page.contains("<script>") || page.contains("<b>"), page);
        assertTrue(page.contains("&lt;script&gt;&amp;&quot;&#39;") && page.contains("员工&lt;b&gt;"), page);
    }

    private String page(String staff, String language, String query) {
        var ask = query.isEmpty() ? Office.ask() : Office.ask(query);
        return ((Answer.View) desk.answer("GET /board", staff, Office.headed(Office.headed(ask, "accept", "text/html,*/*"), "accept-language", language))).html();
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
