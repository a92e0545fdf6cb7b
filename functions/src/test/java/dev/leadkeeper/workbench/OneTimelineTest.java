package dev.leadkeeper.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.ledger.AnchoredChains;
import dev.leadkeeper.ledger.Anchors;
import dev.leadkeeper.ledger.Chains;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.Office;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import dev.leadkeeper.rights.Action;
import dev.leadkeeper.rights.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OneTimelineTest {
    private final Office office = new Office();
    private final Anchors anchors = new Anchors(office.files);
    private final OneTimeline oneTimeline = new OneTimeline(office.leads, office.timelines,
            new AnchoredChains(new Chains(office.store, office.files), anchors));

    private Answer see(String staff, String... ask) {
        return see(staff, Office.ask(ask));
    }

    private Answer see(String staff, Ask ask) {
        var one = office.staff.find(staff).orElseThrow();
        var who = new Person(one.id(), one.name(), one.role());
        return oneTimeline.answer(who, who.may(Action.SEE_LEADS), ask);
    }

    /** As a browser asks that prefers this language. */
    private String page(String staff, String language, String... ask) {
        return assertInstanceOf(Answer.View.class, see(staff, Office.headed(Office.headed(Office.ask(ask), "accept", "text/html,*/*"), "accept-language", language))).html();
    }

    private Doc read(String staff, String... ask) {
        return Doc.of(Office.read(see(staff, ask)));
    }

    @Test
    void a_history_comes_oldest_first_and_page_by_page() {
        var lead = office.assigned("one", "rep").id();
        var first = read("rep", "id=" + lead, "?limit=1");
        assertEquals(List.of("scored"), first.list("items", each -> Doc.ofValue(each).text("type")));
        var second = read("rep", "id=" + lead, "?limit=5", "?cursor=" + first.text("next"));
        assertEquals(List.of("assigned"), second.list("items", each -> Doc.ofValue(each).text("type")));
        assertNull(second.text("next"));
        assertFalse(Office.read(see("rep", "id=" + lead)).containsKey("verification"));
    }

    @Test
    void a_history_as_it_was_written_verifies_against_its_anchors() {
        var lead = office.assigned("one", "rep");
        office.clock.advance(Duration.ofHours(1));
        anchors.take(office.store, office.clock);
        var verification = read("auditor", "id=" + lead.id(), "?verify=true").doc("verification");
        assertTrue(verification.flag("verified"));
        assertEquals(2L, verification.number("events"));
        assertEquals(lead.head(), verification.text("head"));
        assertEquals(Map.of("held", 1L, "latest", 1L), verification.map("anchors"));
    }

    @Test
    void the_first_broken_link_is_named_and_the_rest_stays_readable() {
        var lead = office.assigned("one", "rep").id();
        office.store.write(new Write.Update(Key.of(Table.TIMELINE, lead, 2L), List.of(Change.set("at", "some day")), Condition.NONE));
        var answer = read("auditor", "id=" + lead, "?verify=true");
        var verification = answer.doc("verification");
        assertFalse(verification.flag("verified"));
        assertEquals(2L, verification.number("seq"));
        assertEquals("edited", verification.text("kind"));
        assertEquals("第 2 条记录的内容被改动过,与其哈希不符", verification.doc("sentence").text("zh"));
        assertEquals(List.of("scored", "unreadable"), answer.list("items", each -> Doc.ofValue(each).text("type")));
    }

    @Test
    void a_rep_cannot_tell_a_colleagues_history_from_one_that_does_not_exist() {
        var colleagues = office.assigned("one", "rep2").id();
        assertInstanceOf(Answer.Missing.class, see("rep", "id=" + colleagues, "?verify=true"));
        assertEquals(see("rep", "id=" + "a".repeat(26)), see("rep", "id=" + colleagues));
    }

    @Test
    void what_is_asked_wrongly_is_named() {
        var lead = office.assigned("one", "rep").id();
        var wrong = assertInstanceOf(Answer.Wrong.class, see("rep", "id=" + lead, "?verify=yes", "?deep=1", "?cursor=x"));
        assertEquals(List.of("query.deep", "query.verify", "query.cursor"), wrong.flaws().stream().map(Flaw::field).toList());
        var other = read("rep", "id=" + office.assigned("two", "rep").id(), "?limit=1").text("next");
        assertInstanceOf(Answer.Wrong.class, see("rep", "id=" + lead, "?cursor=" + other));
    }

    @Test
    void a_decisions_figures_are_not_in_it() {
        var lead = office.assigned("one", "rep").id();
        assertFalse(Json.write(Office.read(see("rep", "id=" + lead))).contains("17.5"));
        for (var who : List.of("rep", "auditor")) {
            var page = page(who, "en", "id=" + lead);
            assertFalse(page.contains("17.5") || page.contains("1391234"), page);
        }
    }

    @Test
    void a_browser_gets_it_as_a_page_in_either_language_with_the_next_page_behind_a_link() {
        var lead = office.assigned("one", "rep").id();
        var first = page("manager", "zh-CN", "id=" + lead, "?limit=1");
        assertTrue(first.contains("收到并评分 <code>scored</code>") && first.contains("2026-11-22 10:00 (UTC+8)"), first);
        assertFalse(first.contains("<code>assigned</code>"), first);
        assertTrue(first.contains("limit=1\">下一页</a>") && first.contains("href=\"../../board\""), first);
        var whole = page("manager", "en-GB", "id=" + lead);
        assertTrue(whole.contains("assigned to rep <code>assigned</code>") && whole.contains("<html lang=\"en\">"), whole);
        assertFalse(whole.contains("Next page"), whole);
    }

    @Test
    void a_page_says_whether_the_history_is_what_was_written_and_nothing_that_stands_in_it_becomes_markup() {
        var lead = office.assigned("one", "rep").id();
        assertTrue(page("auditor", "en", "id=" + lead, "?verify=true").contains("Verified: it is what was written."));
        office.store.write(new Write.Update(Key.of(Table.TIMELINE, lead, 2L), List.of(Change.set("by", "<script>")), Condition.NONE));
        var broken = page("auditor", "en", "id=" + lead, "?verify=true");
        assertTrue(broken.contains("<p class=\"broken\">") && broken.contains("&lt;script&gt;") && !broken.contains("<script>"), broken);
        assertInstanceOf(Answer.Missing.class, see("rep2", Office.headed(Office.ask("id=" + lead), "accept", "text/html")));
    }
}
