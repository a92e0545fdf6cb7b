package dev.leadkeeper.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** RB2: what is wrong with a rulebook is said by name, with the path and what to do. */
class RulebookTest {

    /** The sample's rulebook with some of its parts replaced. */
    private static Map<String, Object> sampleWith(String yaml) {
        var document = new HashMap<>(Yaml.seed("rulebook.yaml"));
        document.putAll(Yaml.map(yaml));
        return document;
    }

    private static List<String> problems(String yaml) {
        return Yaml.problems(() -> Rulebook.parse(sampleWith(yaml)));
    }

    private static List<String> ruleProblems(String rule) {
        return problems("rules:\n  - {id: r, title: {zh: 规则, en: rule}, " + rule + "}");
    }

    private static void assertProblem(List<String> problems, String path, String... words) {
        assertTrue(problems.stream().anyMatch(each -> each.startsWith(path + ": ") && List.of(words).stream().allMatch(each::contains)),
                () -> path + " not named in " + problems);
    }

    @Test
    void the_sample_is_valid_and_has_a_version() {
        assertEquals("2026-01", Rulebook.parse(Yaml.seed("rulebook.yaml")).version());
    }

    @Test
    void an_unknown_key_is_named_with_the_likely_one() {
        assertProblem(problems("rulez: []"), "rulez", "unknown key", "did you mean rules?");
        assertProblem(ruleProblems("target: {pool: p}, wen: {}"), "rules[0].wen", "did you mean when?");
        assertProblem(ruleProblems("target: {group: g}, strategy: {name: top-closers, tops: 3}"), "rules[0].strategy.tops", "did you mean top?");
        assertProblem(ruleProblems("target: {group: g}, strategy: {name: fewest-unfollowed, top: 3}"), "rules[0].strategy.top");
    }

    @Test
    void an_unknown_field_is_named_with_the_likely_one_and_how_to_ask_for_an_unmapped_one() {
        assertProblem(ruleProblems("when: {source_channel: 官网}, target: {pool: p}"), "rules[0].when.source_channel",
                "did you mean sourceChannel?", "unmapped.source_channel");
        assertProblem(problems("scorecard: {urgency: [{id: x, points: 1, when: {score: {above: 1}}, because: {zh: 一, en: a}}]}"),
                "scorecard.urgency[0].when.score", "unknown field");
    }

    @Test
    void an_unknown_operator_is_named() {
        assertProblem(ruleProblems("when: {budget: {over: 3}}, target: {pool: p}"), "rules[0].when.budget.over", "unknown key");
        assertProblem(ruleProblems("when: {budget: {}}, target: {pool: p}"), "rules[0].when.budget", "asks nothing");
    }

    @Test
    void an_unknown_strategy_is_named_with_the_likely_one() {
        assertProblem(ruleProblems("target: {group: g}, strategy: round-robbin"), "rules[0].strategy", "did you mean round-robin?");
        assertProblem(ruleProblems("target: {group: g}"), "rules[0].strategy", "is missing");
    }

    @Test
    void a_value_that_a_field_can_never_have_is_named() {
        assertProblem(ruleProblems("when: {tier: hott}, target: {pool: p}"), "rules.r.when", "tier is never hott", "did you mean hot?");
        assertProblem(ruleProblems("when: {priority: [urgent, hi]}, target: {pool: p}"), "rules.r.when", "priority is never hi");
        assertProblem(ruleProblems("when: {size: huge}, target: {pool: p}"), "rules.r.when", "size is never huge");
    }

    @Test
    void bounds_that_no_number_meets_are_named() {
        assertProblem(ruleProblems("when: {budget: {above: 5, below: 5}}, target: {pool: p}"), "rules[0].when.budget", "could never match");
        assertProblem(ruleProblems("when: {subject: {above: 5}}, target: {pool: p}"), "rules[0].when.subject", "holds no number");
        assertProblem(ruleProblems("when: {budget: {above: much}}, target: {pool: p}"), "rules[0].when.budget.above", "must be a number");
    }

    @Test
    void within_is_for_regions_only() {
        assertProblem(ruleProblems("when: {company: {within: CN}}, target: {pool: p}"), "rules[0].when.company.within", "region only");
    }

    @Test
    void a_rule_that_no_lead_reaches_is_named_with_the_one_before_it() {
        var problems = problems("""
                rules:
                  - {id: first, title: {zh: 一, en: one}, when: {tier: [hot, warm]}, target: {pool: p}}
                  - {id: second, title: {zh: 二, en: two}, when: {tier: hot, form: demo}, target: {pool: p}}
                """);
        assertProblem(problems, "rules", "second is unreachable", "first");
    }

    @Test
    void a_rule_behind_one_that_passes_on_what_it_cannot_place_is_reachable() {
        assertEquals(List.of(), problems("""
                rules:
                  - {id: first, title: {zh: 一, en: one}, target: {group: g}, strategy: round-robin, otherwise: next}
                  - {id: second, title: {zh: 二, en: two}, when: {tier: hot}, target: {pool: p}}
                """));
    }

    @Test
    void one_pool_of_turns_cannot_be_counted_in_two_ways() {
        assertProblem(problems("""
                rules:
                  - {id: a, title: {zh: 一, en: one}, when: {tier: hot}, target: {group: g}, strategy: {name: round-robin, pool: p}}
                  - {id: b, title: {zh: 二, en: two}, target: {group: h}, strategy: {name: round-robin, pool: p}}
                """), "rules", "count turns in one pool p");
    }

    @Test
    void a_target_and_a_strategy_must_go_together() {
        assertProblem(ruleProblems("target: {group: g, pool: p}"), "rules[0].target", "only one of them");
        assertProblem(ruleProblems("target: {pool: p}, strategy: round-robin"), "rules[0].strategy", "a pool is worked by people");
        assertProblem(ruleProblems("target: {group: g}, strategy: named"), "rules[0].strategy", "needs target.rep");
        assertProblem(ruleProblems("target: {group: g}, strategy: pool"), "rules[0].strategy", "needs target.pool");
        assertProblem(ruleProblems("strategy: round-robin"), "rules[0].strategy", "picks among people");
        assertProblem(ruleProblems("target: {group: g, narrow: [regions]}, strategy: round-robin"), "rules[0].target.narrow[0]", "did you mean region?");
        assertProblem(ruleProblems("target: {pool: p}, otherwise: later"), "rules[0].otherwise", "unknown");
    }

    @Test
    void ids_are_plain_and_used_once() {
        assertProblem(problems("rules: [{id: A B, title: {zh: 一, en: a}, target: {pool: p}}]"), "rules[0].id", "a-z");
        assertProblem(problems("rules: [{id: a, title: {zh: 一, en: a}, when: {tier: hot}, target: {pool: p}}, {id: a, title: {zh: 一, en: a}, target: {pool: p}}]"),
                "rules[1].id", "used twice");
    }

    @Test
    void every_dimension_needs_criteria_of_0_to_20_points_with_words_that_can_be_filled() {
        var problems = problems("scorecard: {urgency: [{id: x, points: 21, because: {zh: '{name}', en: a}}], urgencyy: []}");
        assertProblem(problems, "scorecard.urgency[0].points", "from 0 to 20");
        assertProblem(problems, "scorecard.urgency[0].because.zh", "{name} cannot be filled in");
        assertProblem(problems, "scorecard.urgencyy", "did you mean urgency?");
        assertProblem(problems, "scorecard.budgetClarity", "at least one criterion");
    }

    @Test
    void tiers_must_cover_every_score_once() {
        assertProblem(problems("tiers: [{name: hot, from: 75}, {name: warm, from: 45}]"), "tiers", "a tier from 0");
        assertProblem(problems("tiers: [{name: hot, from: 0}, {name: warm, from: 0}]"), "tiers", "two tiers begin at 0");
    }

    @Test
    void no_lead_may_be_left_hanging() {
        assertProblem(problems("fallback: {}"), "fallback", "needs reps or a pool");
        assertProblem(problems("rules: []"), "rules", "at least one rule");
    }

    @Test
    void urgency_needs_known_fields_and_words() {
        assertProblem(problems("priority: {urgent: [{fields: [notes], words: [急]}]}"), "priority.urgent[0].fields", "did you mean note?");
        assertProblem(problems("priority: {urgent: [{fields: [note]}]}"), "priority.urgent[0]", "needs fields and words");
    }

    @Test
    void wrong_types_anywhere_are_problems_and_never_another_error() {
        for (var junk : List.of("5", "text", "[1, [2]]", "{a: {b: c}}", "true", "null", ".nan")) {
            for (var key : List.of("version", "scorecard", "priority", "tiers", "sizes", "rules", "fallback")) {
                var document = new HashMap<>(Yaml.seed("rulebook.yaml"));
                document.put(key, Yaml.map("x: " + junk).get("x"));
                try {
                    Rulebook.parse(document);
                } catch (RulebookInvalid e) {
                    assertTrue(!e.problems().isEmpty());
                }
            }
        }
        assertThrows(RulebookInvalid.class, () -> Rulebook.parse(Map.of()));
    }

    @Test
    void conditions_nested_without_end_are_refused() {
        var deep = "{tier: hot}";
        for (int i = 0; i < 20; i++) {
            deep = "{not: " + deep + "}";
        }
        assertTrue(ruleProblems("when: " + deep + ", target: {pool: p}").getFirst().contains("nested more than 8 deep"));
    }
}
