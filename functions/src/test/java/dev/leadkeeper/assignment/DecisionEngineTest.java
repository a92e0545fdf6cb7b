package dev.leadkeeper.assignment;

import static dev.leadkeeper.assignment.Leads.lead;
import static dev.leadkeeper.assignment.People.rep;
import static dev.leadkeeper.assignment.People.roster;
import static dev.leadkeeper.assignment.Verdicts.ANYBODY;
import static dev.leadkeeper.assignment.Verdicts.NINE_TO_SIX;
import static dev.leadkeeper.assignment.Verdicts.NOW;
import static dev.leadkeeper.assignment.Verdicts.decide;
import static dev.leadkeeper.assignment.Verdicts.rules;
import static dev.leadkeeper.assignment.Verdicts.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Decision.ToPool;
import dev.leadkeeper.lead.Decision.ToRep;
import dev.leadkeeper.lead.Decision.Waits;
import dev.leadkeeper.lead.Refusal;
import dev.leadkeeper.lead.Staff;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DecisionEngineTest {
    @Test
    void a_required_skill_and_each_narrowing_pass_over_those_who_do_not_fit() {
        assertEquals("lacks-skill", verdict(rules("{group: sales, skills: [口语]}"), NOW, rep("a")));
        var shanghai = lead().region(Leads.PUDONG).industry("教育").budget(600_000).question();
        for (var narrow : List.of("region", "industry", "size")) {
            var roster = roster(rep("a").regions("110000").industries("医疗").sizes("small"), rep("b").regions("310000").industries("教育").sizes("enterprise"),
                    rep("c").open(1));
            var decision = DecisionEngine.decide(shanghai, roster, rules("{group: sales, narrow: [" + narrow + "]}"), NOW);
            assertEquals(List.of("b chosen", "c next", "a " + (narrow.equals("region") ? "outside-region" : "other-" + narrow)),
                    decision.candidates().stream().map(each -> each.rep() + " " + each.verdict()).toList());
        }
    }

    @Test
    void a_level_on_which_the_lead_is_silent_narrows_nothing() {
        var roster = roster(rep("a").regions("110000").industries("医疗").sizes("mid"));
        assertEquals(new ToRep("a", null, false, null), decide(rules("{group: sales, narrow: [region, industry]}"), roster).target());
    }

    @Test
    void the_first_rule_that_holds_decides() {
        var book = Books.of("""
                rules:
                  - {id: other, title: {zh: 一, en: one}, when: {tier: hot}, target: {pool: p}}
                  - {id: first, title: {zh: 二, en: two}, when: {tier: warm}, target: {pool: q}}
                  - {id: late, title: {zh: 三, en: three}, target: {pool: r}}
                """);
        var decision = decide(book, roster());
        assertEquals("first", decision.rule());
        assertEquals("2026-01", decision.rulebookVersion());
        assertEquals(new ToPool("q", null), decision.target());
    }

    @Test
    void a_rule_whose_people_are_full_passes_on_or_falls_back_as_it_says() {
        var rules = """
                rules:
                  - {id: first, title: {zh: 一, en: one}, when: {tier: warm}, target: {group: few}, strategy: round-robin, otherwise: %s}
                  - {id: late, title: {zh: 二, en: two}, target: {group: sales}, strategy: round-robin}
                """;
        var roster = roster(rep("a").groups("few").open(8), rep("b"), rep("boss").role(Staff.Role.MANAGER));
        var next = decide(Books.of(rules.formatted("next")), roster);
        assertEquals("late", next.rule());
        assertEquals(List.of("b chosen", "a full", "boss not-a-rep"),
                next.candidates().stream().map(each -> each.rep() + " " + each.verdict()).toList());
        var fallback = decide(Books.of(rules.formatted("fallback")), roster);
        assertEquals(new ToRep("boss", null, true, "everybody-full"), fallback.target());
        assertEquals("first", fallback.rule());
        assertEquals("所有销售已满(规则「一」),由兜底负责人跟进", fallback.sentence().zh());
    }

    @Test
    void a_lead_that_no_rule_means_goes_to_the_fallback_owner() {
        var book = Books.of("rules: [{id: only, title: {zh: 只有, en: only}, when: {tier: hot}, target: {pool: p}}]");
        var decision = decide(book, roster(rep("boss").role(Staff.Role.MANAGER)));
        assertEquals(new ToRep("boss", null, true, "no-rule-matches"), decision.target());
        assertEquals("none", decision.rule());
    }

    @Test
    void a_group_of_nobody_is_empty_and_a_group_of_the_absent_is_not() {
        assertEquals("group-empty", failure(decide(rules("{group: nobody}"), roster(rep("boss")))));
        assertEquals("nobody-eligible", failure(decide(ANYBODY, roster(rep("a").status(Staff.Status.LEFT), rep("boss").groups()))));
        assertEquals("everybody-full", failure(decide(ANYBODY, roster(rep("a").status(Staff.Status.LEFT), rep("b").open(8), rep("boss").groups()))));
    }

    private static String failure(Decision decision) {
        return switch (decision.target()) {
            case ToRep to -> to.failure();
            case ToPool to -> to.failure();
            case Waits waits -> waits.failure();
        };
    }

    @Test
    void a_full_fallback_owner_leaves_the_pool_then_the_waiting_list() {
        var full = roster(rep("a").open(8), rep("boss").groups().open(8));
        assertEquals(new Waits("everybody-full"), decide(ANYBODY, full).target());
        var away = roster(rep("a").open(8), rep("boss").groups().status(Staff.Status.LEAVE));
        assertEquals(new Waits("fallback-unavailable"), decide(ANYBODY, away).target());
        assertEquals(new Waits("fallback-unavailable"), decide(ANYBODY, roster(rep("a").open(8))).target());
        var pool = Books.of("{fallback: {reps: [boss], pool: spare}, rules: [{id: only, title: {zh: 只有, en: only}, target: {group: sales}, strategy: round-robin}]}");
        assertEquals(new ToPool("spare", "everybody-full"), decide(pool, full).target());
    }

    @Test
    void the_second_fallback_owner_is_asked_when_the_first_cannot() {
        var book = Books.of("{fallback: {reps: [boss, deputy]}, rules: [{id: only, title: {zh: 只有, en: only}, target: {group: sales}, strategy: round-robin}]}");
        var decision = decide(book, roster(rep("boss").groups().status(Staff.Status.LEAVE), rep("deputy").groups()));
        assertEquals(new ToRep("deputy", null, true, "group-empty"), decision.target());
        assertEquals(List.of("deputy chosen", "boss on-leave"), decision.candidates().stream().map(each -> each.rep() + " " + each.verdict()).toList());
    }

    @Test
    void fifty_candidates_stand_in_full_and_the_rest_by_verdict() {
        var staff = new ArrayList<Staff>();
        for (int i = 0; i < 60; i++) {
            staff.add(rep("r%03d".formatted(i)).open(i % 8).is());
        }
        for (int i = 60; i < 100; i++) {
            staff.add(rep("r%03d".formatted(i)).open(8).is());
        }
        var decision = decide(ANYBODY, Roster.of(staff, Map.of()));
        assertEquals(Decision.IN_FULL, decision.candidates().size());
        assertEquals("chosen", decision.candidates().getFirst().verdict());
        assertEquals(10, decision.rest().get("next").size());
        assertEquals(40, decision.rest().get("full").size());
        var all = new HashSet<>(decision.candidates().stream().map(Decision.Candidate::rep).toList());
        decision.rest().values().forEach(all::addAll);
        assertEquals(100, all.size());
    }

    @Test
    void nobody_is_listed_twice_however_many_rules_considered_them() {
        var book = Books.of("""
                rules:
                  - {id: a, title: {zh: 一, en: one}, when: {tier: warm}, target: {group: sales}, strategy: round-robin, otherwise: next}
                  - {id: b, title: {zh: 二, en: two}, when: {form: demo}, target: {group: sales}, strategy: round-robin, otherwise: next}
                """);
        var decision = decide(book, roster(rep("a").open(8), rep("boss").open(8)));
        assertEquals(2, decision.candidates().size());
    }

    @Test
    void the_same_question_over_the_same_roster_has_the_same_answer_in_whatever_order_the_staff_was_read() {
        var people = new ArrayList<>(List.of(rep("a").is(), rep("b").is(), rep("c").is()));
        var one = decide(ANYBODY, Roster.of(people, Map.of()));
        Collections.reverse(people);
        assertEquals(one, decide(ANYBODY, Roster.of(people, Map.of())));
    }

    @Test
    void what_a_decision_allocates_grows_no_faster_than_the_reps() {
        for (var strategy : List.of("fewest-unfollowed", "top-closers", "round-robin", "weighted-round-robin", "region-depth")) {
            var few = bytesOfADecision(strategy, 500);
            var many = bytesOfADecision(strategy, 5_000);
            assertTrue(many < 12 * few, strategy + ": " + few + " bytes with 500 reps, " + many + " with 5,000");
        }
    }

    /** The least of several, since a first run also allocates what is made once. */
    private static long bytesOfADecision(String strategy, int reps) {
        var staff = new ArrayList<Staff>();
        for (int i = 0; i < reps; i++) {
            staff.add(rep("rep-%04d".formatted(i)).regions("310000").closed("x", "2026-02-28", i % 10, 10).open(i % 9).weight(1 + i % 5).is());
        }
        var roster = Roster.of(staff, Map.of());
        var rules = new StringBuilder("rules:\n");
        for (int i = 0; i < 99; i++) {
            rules.append("  - {id: r").append(i).append(", title: {zh: 一, en: one}, when: {sourceChannel: s").append(i)
                    .append("}, target: {group: sales}, strategy: round-robin}\n");
        }
        rules.append("  - {id: last, title: {zh: 一, en: one}, target: {group: sales}, strategy: ").append(strategy).append("}\n");
        var book = Books.of(rules.toString());
        var question = lead().industry("x").region(Leads.PUDONG).question();
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var least = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            var before = threads.getCurrentThreadAllocatedBytes();
            DecisionEngine.decide(question, roster, book, NOW);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    @Test
    void every_refusal_can_happen() {
        var seen = new HashSet<String>();
        var everybody = roster(
                rep("boss").groups().status(Staff.Status.LEAVE), rep("a").status(Staff.Status.LEFT), rep("b").status(Staff.Status.DISABLED),
                rep("c").status(Staff.Status.LEAVE), rep("d").mayNotReceive(), rep("e").hours(NINE_TO_SIX), rep("f").open(8),
                rep("g").dayCap(0, null, 0), rep("h").backlogCap(0, 0), rep("i").role(Staff.Role.SERVICE),
                rep("j").regions("110000"), rep("k").industries("医疗"), rep("l").sizes("enterprise"), rep("m").groups("others"), rep("n").suspended("2026-04-01T00:00:00Z"));
        var book = Books.of("""
                rules:
                  - {id: a, title: {zh: 一, en: a}, strategy: customer-owner, target: {group: sales}, otherwise: next}
                  - {id: b, title: {zh: 一, en: b}, when: {form: demo}, target: {reps: [ghost]}, otherwise: next}
                  - {id: c, title: {zh: 一, en: c}, when: {form: demo}, target: {group: sales, narrow: [region, industry, size]},
                     strategy: round-robin, hours: true, otherwise: next}
                  - {id: d, title: {zh: 一, en: d}, when: {form: demo}, target: {skills: [flying]}, strategy: round-robin, otherwise: next}
                """);
        var question = lead().region(Leads.PUDONG).industry("教育").budget(1).ownedBefore("m").question();
        var night = DecisionEngine.decide(question, everybody, book, Instant.parse("2026-03-10T20:00:00Z"));
        night.candidates().forEach(each -> seen.add(each.verdict()));
        seen.add(failure(night));
        for (var sole : List.of("{id: x, title: {zh: 一, en: x}, target: {group: nobody}, strategy: round-robin}",
                "{id: x, title: {zh: 一, en: x}, target: {group: sales}, strategy: round-robin}",
                "{id: x, title: {zh: 一, en: x}, when: {tier: cold}, target: {pool: p}}",
                "{id: x, title: {zh: 一, en: x}, strategy: customer-owner}",
                "{id: x, title: {zh: 一, en: x}, strategy: manual-queue}",
                "{id: x, title: {zh: 一, en: x}, target: {skills: [flying]}, strategy: round-robin}")) {
            seen.add(failure(decide(Books.of("rules: [" + sole + "]"), roster(rep("a").open(8), rep("boss").groups()))));
        }
        seen.add(failure(DecisionEngine.waiting(book, Refusal.BREAKER_OPEN)));
        var again = DecisionEngine.decide(lead().hadBy("a").question(), roster(rep("a"), rep("boss").groups()),
                Books.of("rules: [{id: x, title: {zh: 一, en: x}, target: {group: sales}, strategy: round-robin}]"), NOW);
        again.candidates().forEach(each -> seen.add(each.verdict()));
        seen.add(failure(DecisionEngine.decide(lead().roundsOver().question(), roster(rep("a"), rep("boss").groups()), book, NOW)));
        seen.removeAll(Set.of("chosen", "next"));
        // Those that people meet who move leads themselves.
        var ofMoves = EnumSet.of(Refusal.CLAIMS_USED, Refusal.OWNS_TOO_MANY, Refusal.OTHER_TEAM, Refusal.OWNS_IT, Refusal.CHANGED, Refusal.NOT_MOVABLE, Refusal.STAYS);
        assertEquals(EnumSet.complementOf(ofMoves).stream().map(Refusal::word).collect(Collectors.toSet()), seen);
    }
}
