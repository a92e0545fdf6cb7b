package dev.leadkeeper.assignment;

import static dev.leadkeeper.assignment.Leads.lead;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Contact;
import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Decision.ToPool;
import dev.leadkeeper.lead.Decision.ToRep;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.rulebook.Rulebook;
import dev.leadkeeper.rulebook.StaffFile;
import dev.leadkeeper.rulebook.Yaml;
import dev.leadkeeper.scoring.Interactions;
import dev.leadkeeper.scoring.Scorer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the files of the sample organisation say, as a newcomer would try it. */
class SampleOrganisationTest {
    private static final Instant NOW = Instant.parse("2026-03-10T13:00:00Z");
    private static final Rulebook RULEBOOK = Rulebook.parse(Yaml.seed("rulebook.yaml"));
    private static final List<Staff> STAFF = StaffFile.parse(Yaml.seed("staff.yaml"), LocalDate.parse("2026-03-10"));
    private static final Roster ROSTER = Roster.of(STAFF, Map.of());

    private static Decision decide(Leads lead) {
        return DecisionEngine.decide(lead.question(), ROSTER, RULEBOOK, NOW);
    }

    private static String rep(Decision decision) {
        return ((ToRep) decision.target()).rep();
    }

    private static Facts filled(String industry, long budget, String needBy, String role, String note) {
        return new Facts(new Contact("张三", "+8613912345678", "zhang@example.com"), "上海某某有限公司", "91330100799655058B", industry,
                Leads.PUDONG, "咨询", budget, "官网", needBy, role, note, Map.of());
    }

    private static Scorer.Scored score(Facts facts) {
        return Scorer.score(RULEBOOK, "demo", facts, Interactions.NONE);
    }

    @Test
    void it_has_ten_reps_in_three_groups_one_left_one_on_leave_one_disabled() {
        var reps = STAFF.stream().filter(each -> each.role() == Staff.Role.REP).toList();
        assertTrue(reps.size() >= 16);
        assertTrue(reps.stream().flatMap(each -> each.groups().stream()).distinct().count() >= 4);
        assertTrue(reps.stream().map(Staff::status).collect(Collectors.toSet())
                .containsAll(List.of(Staff.Status.LEFT, Staff.Status.LEAVE, Staff.Status.DISABLED)));
        assertTrue(STAFF.stream().allMatch(each -> each.channels().getFirst().channel().equals("outbox")));
        assertTrue(STAFF.stream().map(Staff::id).toList().containsAll(List.of("admin", "manager", "marketing", "auditor", "service")));
    }

    @Test
    void a_fully_filled_form_scores_at_least_45_whatever_its_free_texts_say() {
        assertTrue(score(filled("教育", 20_000, "本月", "决策人", "想了解课程")).score().total() >= 45);
        assertTrue(score(filled("餐饮", 1, "看情况", "采购", "-")).score().total() >= 45);
    }

    @Test
    void a_top_industry_with_a_clear_budget_and_urgent_words_scores_at_least_75() {
        var scored = score(filled("骨科器械", 50_000, "本月", "决策人", "项目招标中"));
        assertTrue(scored.score().total() >= 75, scored.toString());
        assertEquals("hot", scored.tier());
    }

    @Test
    void a_name_and_a_phone_alone_are_cold() {
        var facts = new Facts(new Contact("张三", "+8613912345678", null), null, null, null, null, null, null, null, null, null, null, Map.of());
        assertEquals("cold", score(facts).tier());
    }

    @Test
    void a_hot_lead_goes_to_one_of_the_three_best_closers_of_its_industry() {
        var decision = decide(lead().industry("骨科器械").scored(80, "hot"));
        assertEquals("zhang-hui", rep(decision)); // 38.2 %; wu-tao has 27.3 %, xu-min 25 %; ma-chao (50 %) has left
        assertEquals("hot", decision.rule());
        assertTrue(decision.sentence().zh().startsWith("因您上月骨科器械成交率 38.2%,高于团队均值 "), decision.sentence().zh());
        assertTrue(decision.sentence().zh().contains("本线索按行业专长优先匹配"));
    }

    @Test
    void a_warm_lead_goes_to_the_fewest_unfollowed() {
        var decision = decide(lead());
        assertEquals("fewest-unfollowed", decision.strategy());
        assertEquals("cai-wen", rep(decision));
    }

    @Test
    void a_cold_lead_is_nurtured() {
        assertEquals(new ToPool("nurture", null), decide(lead().scored(30, "cold")).target());
    }

    @Test
    void a_trade_fair_scan_goes_to_key_accounts_in_turns() {
        var decision = decide(lead().from("展会扫码").scored(20, "cold"));
        assertEquals("chen-jing", rep(decision));
        assertEquals(new Decision.Turn("trade-fair", null, 1, false, null), ((ToRep) decision.target()).turn());
    }

    @Test
    void a_campus_scan_for_the_exam_sprint_goes_to_most_orders_in_seven_days() {
        assertEquals("cai-wen", rep(decide(lead().from("校区扫码").subject("中考冲刺数学班"))));
    }

    @Test
    void ielts_above_30_000_goes_to_the_senior_consultant_with_the_talk_track() {
        var decision = decide(lead().subject("雅思 VIP").budget(30_001));
        assertEquals("he-xin", rep(decision));
        assertTrue(decision.sentence().zh().contains("https://wiki.example.com/talk-tracks/ielts-premium"));
        assertEquals("warm", decide(lead().subject("雅思 VIP").budget(30_000)).rule());
    }

    @Test
    void a_returning_customer_stays_with_the_owner_unless_they_cannot_receive() {
        assertEquals("zhu-qiang", rep(decide(lead().ownedBefore("zhu-qiang"))));
        var next = decide(lead().ownedBefore("ma-chao"));
        assertEquals("warm", next.rule());
        assertTrue(next.candidates().stream().anyMatch(each -> each.rep().equals("ma-chao") && each.verdict().equals("left")));
    }

    @Test
    void s0_a_field_that_an_upstream_form_added_overnight_stalls_nothing() {
        var decision = decide(lead().unmapped(Map.of("source_channel", "抖音", "extra", List.of("a", Map.of("b", "c")))));
        assertEquals("warm", decision.rule());
        assertEquals("cai-wen", rep(decision));
    }

    @Test
    void s2_a_lead_from_the_us_meets_the_rule_for_north_america() {
        assertEquals("north-america", decide(lead().region(Leads.US)).rule());
    }

    @Test
    void s2_an_empty_group_sends_the_lead_to_the_fallback_owner_with_the_reason() {
        var decision = decide(lead().from("渠道合作"));
        assertEquals(new ToRep("manager", null, true, "group-empty"), decision.target());
        assertTrue(decision.sentence().zh().startsWith("目标组为空"));
    }

    @Test
    void a_paid_lead_is_narrowed_by_region_industry_and_size_before_the_weighted_turn() {
        var decision = decide(lead().from("百度推广").region(Leads.PUDONG).industry("智能制造").budget(80_000));
        var turn = ((ToRep) decision.target()).turn();
        assertEquals("paid-search/310115/智能制造/mid", turn.pool());
        assertTrue(turn.weighted());
    }
}
