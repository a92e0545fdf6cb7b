package dev.leadkeeper.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.ledger.Decisions;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Office;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Write;
import dev.leadkeeper.ledger.Details;
import dev.leadkeeper.rights.Action;
import dev.leadkeeper.rights.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLeadTest {
    private final Office office = new Office();
    private final OneLead oneLead =
            new OneLead(office.leads, office.details, office.timelines, new Decisions(office.files), office.clock);

    private Answer see(String staff, String lead) {
        var one = office.staff.find(staff).orElseThrow();
        var who = new Person(one.id(), one.name(), one.role());
        return oneLead.answer(who, who.may(Action.SEE_LEADS), Office.ask("id=" + lead));
    }

    private Doc read(String staff, String lead) {
        return Doc.of(Office.read(see(staff, lead)));
    }

    @Test
    void a_manager_reads_a_lead_in_the_shape_that_the_api_promises() {
        var lead = read("manager", office.assigned("one", "rep").id());
        assertEquals("assigned", lead.text("state"));
        assertEquals("demo", lead.text("form"));
        assertEquals(Map.of("name", "张伟", "phone", "+8613812345678", "email", "zhangwei@example.com"), lead.map("contact"));
        assertEquals(Map.of("code", "310115", "name", "上海市浦东新区"), lead.map("region"));
        assertEquals(200_000L, lead.number("budget"));
        assertEquals("normal", lead.text("priority"));
        assertEquals(Map.of("wechat", "zw-1988"), lead.map("unmapped"));
        assertEquals(81L, lead.doc("score").number("total"));
        var dimension = lead.doc("score").list("dimensions", Doc::ofValue).getFirst();
        assertEquals("industryMatch", dimension.text("name"));
        assertEquals(20L, dimension.number("points"));
        assertEquals("核心行业", dimension.doc("because").text("zh"));
        assertEquals("rep", lead.text("owner"));
        assertNull(lead.text("pool"));
        assertEquals("7", lead.doc("decision").text("rulebookVersion"));
        assertEquals("high", lead.doc("decision").text("rule"));
        assertEquals("top-closers", lead.doc("decision").text("strategy"));
        assertEquals(List.of("scored", "assigned"), lead.list("timeline", each -> Doc.ofValue(each).text("type")));
        assertEquals(64, lead.list("timeline", each -> Doc.ofValue(each).text("hash")).getLast().length());
    }

    @Test
    void a_field_without_value_is_there_as_null() {
        var lead = Office.read(see("manager", office.assigned("one", "rep").id()));
        for (var field : List.of("uscc", "subject", "pool", "reason")) {
            assertTrue(lead.containsKey(field), field);
            assertNull(lead.get(field), field);
        }
    }

    @Test
    void a_rep_reads_their_own_lead_unmasked() {
        assertEquals("+8613812345678", read("rep", office.assigned("one", "rep").id()).doc("contact").text("phone"));
    }

    @Test
    void a_rep_cannot_tell_a_colleagues_lead_from_one_that_does_not_exist() {
        var colleagues = office.assigned("one", "rep2").id();
        assertEquals(see("rep", "a".repeat(26)), see("rep", colleagues));
        assertInstanceOf(Answer.Missing.class, see("rep", colleagues));
        assertInstanceOf(Answer.Missing.class, see("rep", office.nurturing("two").id()));
    }

    @Test
    void a_rep_reads_their_own_figures_and_of_colleagues_the_verdict_only() {
        var decision = read("rep", office.assigned("one", "rep").id()).doc("decision");
        assertTrue(decision.doc("sentence").text("zh").contains("38.2%"));
        var candidates = decision.list("candidates", Doc::ofValue);
        assertEquals("closed 38.2 %", candidates.getFirst().doc("reason").text("en"));
        assertEquals("rep2", candidates.get(1).text("rep"));
        assertEquals("next", candidates.get(1).text("verdict"));
        assertEquals("eligible, ranked behind", candidates.get(1).doc("reason").text("en"));
        assertEquals("未跟进线索已达上限", candidates.get(2).doc("reason").text("zh"));
        assertFalse(Json.write(Office.read(see("rep", office.assigned("two", "rep").id()))).contains("17.5"));
    }

    @Test
    void a_manager_and_an_auditor_read_everybodys_figures() {
        var lead = office.assigned("one", "rep").id();
        for (var staff : List.of("manager", "admin", "auditor")) {
            assertTrue(Json.write(Office.read(see(staff, lead))).contains("17.5"), staff);
        }
    }

    @Test
    void an_auditor_finds_no_personal_data_anywhere() {
        var text = Json.write(Office.read(see("auditor", office.assigned("one", "rep").id())));
        for (var personal : List.of("13812345678", "张伟", "zhangwei", "zw-1988")) {
            assertFalse(text.contains(personal), personal);
        }
        assertTrue(text.contains("+86138****5678"));
    }

    @Test
    void marketing_reads_what_no_rep_owns_and_masked() {
        var lead = read("marketing", office.nurturing("one").id());
        assertEquals("z***@example.com", lead.doc("contact").text("email"));
        assertEquals("nurture", lead.text("pool"));
        assertInstanceOf(Answer.Missing.class, see("marketing", office.assigned("two", "rep").id()));
    }

    @Test
    void a_lead_that_waits_says_why() {
        var lead = read("manager", office.waiting("one").id());
        assertEquals("everybody-full", lead.text("reason"));
        assertEquals(List.of("rep", "rep2"), lead.doc("decision").doc("rest").texts("full"));
    }

    @Test
    void an_erased_person_leaves_the_lead_readable() {
        var lead = office.assigned("one", "rep");
        office.store.write(new Write.Delete(Details.key(lead.id(), lead.details()), Condition.NONE));
        assertNull(read("manager", lead.id()).doc("contact").text("phone"));
        assertEquals(81L, read("manager", lead.id()).doc("score").number("total"));
    }

    @Test
    void an_attention_entry_has_neither_score_nor_decision() {
        var lead = Office.read(see("manager", office.attention("one").id()));
        assertNull(lead.get("score"));
        assertNull(lead.get("decision"));
        assertEquals("json-syntax", lead.get("reason"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "../../etc/passwd", "AAAAAAAAAAAAAAAAAAAAAAAAAA", "pool#nurture", "aaaaaaaaaaaaaaaaaaaaaaaaa'"})
    void what_is_no_id_is_no_lead(String id) {
        assertEquals(new Answer.Missing("lead"), see("manager", id));
    }
}
