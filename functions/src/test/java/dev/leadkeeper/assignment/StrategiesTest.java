package dev.leadkeeper.assignment;

import static dev.leadkeeper.assignment.Leads.lead;
import static dev.leadkeeper.assignment.People.rep;
import static dev.leadkeeper.assignment.People.roster;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Decision.ToRep;
import dev.leadkeeper.lead.Decision.Waits;
import dev.leadkeeper.lead.Region;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One lead that a strategy gives to the right person, and one where its measure says nothing or somebody else. */
class StrategiesTest {
    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");

    private static Decision decide(String strategy, Leads lead, Roster roster) {
        return DecisionEngine.decide(lead.question(), roster, Books.withStrategy(strategy), NOW);
    }

    private static String chosen(String strategy, Leads lead, Roster roster) {
        return ((ToRep) decide(strategy, lead, roster).target()).rep();
    }

    @Test
    void top_closers_takes_the_best_rate_in_the_industry_in_the_newest_month() {
        var roster = roster(
                rep("a").closed("骨科器械", "2026-02-28", 1, 10).closed("骨科器械", "2026-01-31", 9, 10),
                rep("b").closed("骨科器械", "2026-02-28", 3, 10),
                rep("c").closed("教育", "2026-02-28", 10, 10));
        assertEquals("b", chosen("{name: top-closers, top: 1}", lead().industry("骨科器械"), roster));
        assertEquals("c", chosen("{name: top-closers, top: 1}", lead().industry("教育"), roster));
    }

    @Test
    void top_closers_gives_it_to_the_freest_of_the_three_best_and_never_to_the_fourth() {
        var roster = roster(
                rep("a").closed("x", "2026-02-28", 40, 100).open(3), rep("b").closed("x", "2026-02-28", 35, 100).open(1),
                rep("c").closed("x", "2026-02-28", 30, 100).open(2), rep("d").closed("x", "2026-02-28", 29, 100).open(0));
        var decision = decide("top-closers", lead().industry("x"), roster);
        assertEquals("b", ((ToRep) decision.target()).rep());
        assertEquals(List.of("b", "c", "a", "d"), decision.candidates().stream().map(Decision.Candidate::rep).toList());
        assertEquals("因您上月x成交率 35%,高于团队均值 33.5%,本线索按行业专长优先匹配(前 3 名中您未跟进最少:1 条)", decision.sentence().zh());
    }

    @Test
    void top_closers_tells_equal_rates_apart_by_load() {
        var roster = roster(rep("a").closed("x", "2026-02-28", 3, 10).open(2), rep("b").closed("x", "2026-02-28", 30, 100).open(1));
        assertEquals("b", chosen("{name: top-closers, top: 1}", lead().industry("x"), roster));
    }

    @Test
    void top_closers_lets_the_fourth_in_when_one_of_the_three_is_full() {
        var roster = roster(
                rep("a").closed("x", "2026-02-28", 40, 100).open(8), rep("b").closed("x", "2026-02-28", 35, 100).open(5),
                rep("c").closed("x", "2026-02-28", 30, 100).open(5), rep("d").closed("x", "2026-02-28", 29, 100));
        assertEquals("d", chosen("top-closers", lead().industry("x"), roster));
    }

    @Test
    void top_closers_without_figures_in_the_industry_goes_by_all_industries_then_by_load() {
        var some = roster(rep("a"), rep("b").closed("x", "2026-02-28", 1, 10));
        var decision = decide("top-closers", lead().industry("y"), some);
        assertEquals("b", ((ToRep) decision.target()).rep());
        assertTrue(decision.sentence().zh().startsWith("因您上月总体成交率 10%"), decision.sentence().zh());
        assertEquals("b", chosen("top-closers", lead(), some));
        assertEquals("b", chosen("top-closers", lead().industry("y"), roster(rep("a").open(2), rep("b").open(1))));
    }

    @Test
    void top_closers_ignores_figures_that_are_old_of_the_future_or_too_few() {
        var roster = roster(rep("a").closed("x", "2025-12-31", 9, 10), rep("b").closed("x", "2026-04-01", 9, 10),
                rep("c").closed("x", "2026-02-28", 1, 1), rep("d").closed("x", "2026-02-28", 1, 10));
        assertEquals("d", chosen("{name: top-closers, top: 1, minLeads: 5}", lead().industry("x"), roster));
    }

    @Test
    void fewest_unfollowed_takes_the_emptiest_desk_then_the_id() {
        assertEquals("b", chosen("fewest-unfollowed", lead(), roster(rep("a").open(2), rep("b").open(1), rep("c").open(1))));
    }

    @Test
    void round_robin_takes_the_fewest_turns() {
        assertEquals("b", chosen("round-robin", lead(), roster(rep("a").turns("only", 2), rep("b").turns("only", 1))));
    }

    @Test
    void weighted_round_robin_takes_whoever_is_furthest_behind_for_the_weight() {
        assertEquals("a", chosen("weighted-round-robin", lead(), roster(rep("a").weight(3).turns("only", 2), rep("b").turns("only", 1))));
        assertEquals("b", chosen("weighted-round-robin", lead(), roster(rep("a").weight(3).turns("only", 2), rep("b"))));
    }

    @Test
    void orders_in_subject_counts_seven_days_and_only_the_subject() {
        var roster = roster(
                rep("a").ordered("中考冲刺", "2026-03-04", 2), rep("b").ordered("中考冲刺", "2026-03-03", 9),
                rep("c").ordered("雅思", "2026-03-09", 9), rep("d").ordered("中考冲刺", "2026-03-10", 1).ordered("中考冲刺", "2026-03-05", 2));
        assertEquals("d", chosen("orders-in-subject", lead().subject("中考冲刺班"), roster));
        assertEquals("b", chosen("{name: orders-in-subject, days: 30}", lead().subject("中考冲刺班"), roster));
        var nobody = decide("orders-in-subject", lead().subject("钢琴"), roster);
        assertEquals("a", ((ToRep) nobody.target()).rep());
        assertTrue(nobody.sentence().zh().contains("暂无成交"));
    }

    @Test
    void region_depth_prefers_the_district_to_the_city_to_the_country() {
        var roster = roster(rep("a").regions("CN"), rep("b").regions("310000", "110000"), rep("c").regions("310115"));
        assertEquals("c", chosen("region-depth", lead().region(Leads.PUDONG), roster));
        var huangpu = new Region("310101", "上海市黄浦区", List.of("asia", "CN", "310000", "310101"));
        assertEquals("b", chosen("region-depth", lead().region(huangpu), roster));
        assertEquals("a", chosen("region-depth", lead(), roster));
    }

    @Test
    void customer_size_prefers_specialists() {
        var roster = roster(rep("a"), rep("b").sizes("enterprise", "mid"), rep("c").sizes("enterprise"));
        assertEquals("c", chosen("customer-size", lead().budget(600_000), roster));
        assertEquals("b", chosen("customer-size", lead().budget(60_000), roster));
        assertEquals("a", chosen("customer-size", lead().budget(1), roster));
    }

    @Test
    void customer_owner_keeps_the_customer_with_their_owner_even_outside_every_group() {
        var book = Books.of("rules: [{id: only, title: {zh: 只有, en: only}, strategy: customer-owner}]");
        var roster = roster(rep("a"), rep("b").groups("elsewhere"));
        var decision = DecisionEngine.decide(lead().ownedBefore("b").question(), roster, book, NOW);
        assertEquals(new ToRep("b", null, false, null), decision.target());
        var nobody = DecisionEngine.decide(lead().question(), roster(rep("boss")), book, NOW);
        assertEquals(new ToRep("boss", null, true, "no-customer-owner"), nobody.target());
    }

    @Test
    void longest_idle_prefers_whoever_never_had_a_lead_then_the_longest_wait() {
        var waited = rep("a").lastAt("2026-03-09T02:00:00Z");
        assertEquals("b", chosen("longest-idle", lead(), roster(waited, rep("b"))));
        var decision = decide("longest-idle", lead(), roster(waited, rep("b").lastAt("2026-03-09T03:00:00Z")));
        assertEquals("a", ((ToRep) decision.target()).rep());
        assertTrue(decision.sentence().en().contains("1440 minutes"));
    }

    @Test
    void fastest_responder_takes_the_newest_median_and_puts_the_unmeasured_last() {
        var roster = roster(rep("a"), rep("b").responded("2026-03-01", 90).responded("2026-03-08", 20), rep("c").responded("2026-03-08", 30),
                rep("d").responded("2026-01-01", 1));
        assertEquals("b", chosen("fastest-responder", lead(), roster));
        assertEquals("a", chosen("fastest-responder", lead(), roster(rep("a"), rep("d").responded("2026-01-01", 1))));
    }

    @Test
    void whoever_has_the_first_choice_comes_first_by_merit_if_they_have_the_merit_and_for_as_long_as_it_lasts() {
        var late = "2026-04-01T00:00:00Z";
        assertEquals("c", chosen("fastest-responder", lead(), roster(rep("b").responded("2026-03-08", 20), rep("c").responded("2026-03-08", 30).preferred(late))));
        assertEquals("b", chosen("fastest-responder", lead(), roster(rep("b").responded("2026-03-08", 20), rep("c").preferred(late))));
        assertEquals("b", chosen("fastest-responder", lead(), roster(rep("b").responded("2026-03-08", 20),
                rep("c").responded("2026-03-08", 30).preferred("2026-03-01T00:00:00Z"))));
    }

    @Test
    void turns_and_loads_know_no_first_choice() {
        var late = "2026-04-01T00:00:00Z";
        assertEquals("a", chosen("fewest-unfollowed", lead(), roster(rep("a").open(1), rep("b").open(2).preferred(late))));
        assertEquals("a", chosen("round-robin", lead(), roster(rep("a"), rep("b").preferred(late))));
    }

    @Test
    void least_loaded_by_weight_compares_load_per_weight_exactly() {
        assertEquals("a", chosen("least-loaded-by-weight", lead(), roster(rep("a").weight(3).open(4), rep("b").weight(2).open(3))));
        assertEquals("b", chosen("least-loaded-by-weight", lead(), roster(rep("a").weight(3).open(5), rep("b").weight(2).open(3))));
    }

    @Test
    void fewest_today_counts_the_present_day_only() {
        var roster = roster(rep("a").today("2026-03-10", 1), rep("b").today("2026-03-09", 7));
        assertEquals("b", chosen("fewest-today", lead(), roster));
        assertEquals("a", chosen("fewest-today", lead(), roster(rep("a").today("2026-03-10", 1), rep("b").today("2026-03-10", 2))));
    }

    @Test
    void most_skills_counts_the_wanted_ones_or_those_the_lead_names() {
        var roster = roster(rep("a").skills("英语", "数学", "物理"), rep("b").skills("雅思", "口语"));
        assertEquals("b", chosen("{name: most-skills, wanted: [雅思, 口语]}", lead(), roster));
        assertEquals("b", chosen("most-skills", lead().subject("雅思口语"), roster));
        assertEquals("a", chosen("most-skills", lead().subject("钢琴"), roster));
    }

    @Test
    void named_takes_the_first_who_can_receive() {
        var book = Books.of("rules: [{id: only, title: {zh: 只有, en: only}, target: {reps: [b, nobody, a]}}]");
        assertEquals("b", ((ToRep) DecisionEngine.decide(lead().question(), roster(rep("a"), rep("b")), book, NOW).target()).rep());
        var next = DecisionEngine.decide(lead().question(), roster(rep("a"), rep("b").open(8)), book, NOW);
        assertEquals("a", ((ToRep) next.target()).rep());
        assertEquals(List.of("a chosen", "b full", "nobody unknown-rep"),
                next.candidates().stream().map(each -> each.rep() + " " + each.verdict()).toList());
    }

    @Test
    void a_pool_takes_every_lead_without_asking_who_is_there() {
        var book = Books.of("rules: [{id: only, title: {zh: 只有, en: only}, target: {pool: nurture}}]");
        var decision = DecisionEngine.decide(lead().scored(31, "cold").question(), roster(), book, NOW);
        assertEquals(new Decision.ToPool("nurture", null), decision.target());
        assertEquals("评分 31,按规则「只有」进入线索池 nurture", decision.sentence().zh());
    }

    @Test
    void the_manual_queue_waits_for_a_person() {
        var book = Books.of("rules: [{id: only, title: {zh: 只有, en: only}, strategy: manual-queue}]");
        assertEquals(new Waits("manual-queue"), DecisionEngine.decide(lead().question(), roster(), book, NOW).target());
    }
}
