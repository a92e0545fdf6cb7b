package dev.leadkeeper.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Contact;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Watch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoticesTest {
    private static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");
    private static final Facts FACTS = new Facts(new Contact("王小明", "+8613912345678", "wang@example.com"), "某某医疗有限公司", null, null,
            null, "骨科器械", 300_000L, null, "本月", null, "请尽快\n联系", Map.of());
    private static final Sentence BECAUSE = new Sentence("因您成交率最高", "because you close best");

    @Test
    void a_new_lead_notice_names_the_lead_its_score_priority_and_reason_in_both_languages() {
        var notice = Notices.newLead(lead("rep01", AT, Priority.URGENT), FACTS, BECAUSE);
        assertEquals(new Sentence("【急】新线索 abc", "Urgent: new lead abc"), notice.title());
        assertEquals("""
                联系人：王**
                公司：某某医疗有限公司
                咨询内容：骨科器械
                需求时间：本月
                评分：82 (top)
                优先级：紧急
                分配原因：因您成交率最高""", notice.text().zh());
        assertTrue(notice.text().en().endsWith("Score: 82 (top)\nPriority: urgent\nWhy you: because you close best"), notice.text().en());
        assertEquals("rep01", notice.recipient());
    }

    @Test
    void a_notice_holds_neither_phone_nor_address_nor_the_whole_name() {
        var text = Notices.newLead(lead("rep01", AT, Priority.NORMAL), FACTS, BECAUSE).toString();
        for (var personal : List.of("13912345678", "wang@example.com", "王小明", "请尽快")) {
            assertFalse(text.contains(personal), personal);
        }
    }

    @Test
    void the_same_assignment_is_the_same_notice_and_the_next_one_another() {
        var first = Notices.newLead(lead("rep01", AT, Priority.NORMAL), FACTS, BECAUSE);
        assertEquals(first.id(), Notices.newLead(lead("rep01", AT, Priority.NORMAL), Facts.NONE, BECAUSE).id());
        assertNotEquals(first.id(), Notices.newLead(lead("rep02", AT.plusMillis(1), Priority.NORMAL), FACTS, BECAUSE).id());
    }

    @Test
    void what_is_not_known_has_no_line() {
        assertEquals("评分：82 (top)\n优先级：普通\n分配原因：因您成交率最高",
                Notices.newLead(lead("rep01", AT, Priority.NORMAL), Facts.NONE, BECAUSE).text().zh());
    }

    @Test
    void a_lead_of_nobody_is_announced_to_nobody() {
        assertThrows(IllegalArgumentException.class, () -> Notices.newLead(lead(null, null, Priority.NORMAL), FACTS, BECAUSE));
    }

    @Test
    void what_a_stranger_calls_a_field_is_shown_short_and_harmless() {
        var notice = Notices.drift("demo", "x\n<at id=all>".repeat(100), "admin", "trace");
        assertFalse(notice.text().zh().contains("\n"));
        assertTrue(notice.text().zh().length() < 200 && notice.id().length() < 100);
        assertNotEquals(notice.id(), Notices.drift("demo", "y", "admin", "trace").id());
    }

    @Test
    void an_undelivered_notice_says_whom_it_did_not_reach_and_about_which_lead() {
        var notice = Notices.undelivered(Notices.newLead(lead("rep01", AT, Priority.NORMAL), FACTS, BECAUSE), "manager");
        assertEquals("manager", notice.recipient());
        assertTrue(notice.title().zh().contains("rep01") && notice.title().en().contains("abc"), notice.toString());
    }

    @Test
    void a_to_do_names_its_lead_and_differs_by_cause_and_recipient() {
        var one = Notices.todo("fallback:abc:2", "manager", "abc", new Sentence("请处理", "please act"), "trace");
        assertTrue(one.title().zh().contains("abc"));
        assertNotEquals(one.id(), Notices.todo("fallback:abc:3", "manager", "abc", new Sentence("", ""), "trace").id());
        assertNotEquals(one.id(), Notices.todo("fallback:abc:2", "other", "abc", new Sentence("", ""), "trace").id());
    }

    private static Lead lead(String owner, Instant assignedAt, Priority priority) {
        return new Lead("abc", 3, "", owner == null ? LeadState.SCORED : LeadState.ASSIGNED, "demo", "d", Set.of(), AT, AT, priority, 82,
                "top", "1", null, owner, null, null, assignedAt, null, null, null, 1, Watch.NONE, "trace");
    }
}
