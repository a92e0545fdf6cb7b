package dev.leadkeeper.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Staff;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RulebookCheckTest {
    private static final Map<String, String> PLACES = Map.of("310000", "310000", "US", "US", "north-america", "north-america",
            "North America", "north-america", "上海", "310000");
    private static final List<Staff> STAFF = StaffFile.parse(Yaml.seed("staff.yaml"), LocalDate.parse("2026-03-10"));
    private static final RulebookCheck.Organisation SAMPLE = new RulebookCheck.Organisation(STAFF, Set.of("demo", "tally"),
            place -> Optional.ofNullable(PLACES.get(place)));

    private static List<String> problems(String rule) {
        var document = new HashMap<>(Yaml.seed("rulebook.yaml"));
        document.putAll(Yaml.map("rules:\n  - {id: r, title: {zh: 规则, en: rule}, " + rule + "}"));
        return RulebookCheck.problems(Rulebook.parse(document), SAMPLE);
    }

    private static void assertProblem(List<String> problems, String path, String... words) {
        assertTrue(problems.stream().anyMatch(each -> each.startsWith(path + ": ") && List.of(words).stream().allMatch(each::contains)),
                problems::toString);
    }

    @Test
    void the_sample_fits_its_own_staff() {
        assertEquals(List.of(), RulebookCheck.problems(Rulebook.parse(Yaml.seed("rulebook.yaml")), SAMPLE));
    }

    @Test
    void s2_an_empty_group_is_named_unless_it_is_meant() {
        assertProblem(problems("target: {group: partners}, strategy: round-robin"), "rules.r.target", "partners is empty");
        assertProblem(problems("target: {group: notrh}, strategy: round-robin"), "rules.r.target", "did you mean north?");
        assertEquals(List.of(), problems("target: {group: partners, mayBeEmpty: true}, strategy: round-robin"));
    }

    @Test
    void s2_a_rule_for_north_america_by_its_name_is_named_with_the_code() {
        assertProblem(problems("when: {region: {within: North America}}, target: {pool: p}"), "rules.r.when", "write the code north-america");
        assertProblem(problems("when: {region: 上海}, target: {pool: p}"), "rules.r.when", "write the code 310000");
        assertProblem(problems("when: {not: {region: Atlantis}}, target: {pool: p}"), "rules.r.when", "no place Atlantis");
        assertEquals(List.of(), problems("when: {region: {within: [US, '310000']}}, target: {pool: p}"));
    }

    @Test
    void s2_a_rep_who_left_or_never_was_is_named() {
        assertProblem(problems("target: {rep: ma-chao}"), "rules.r.target", "ma-chao has left");
        assertProblem(problems("target: {reps: [he-xin, he-xing]}"), "rules.r.target", "he-xing is not on the staff list", "did you mean he-xin?");
        assertProblem(problems("when: {customer.owner: nobody}, target: {pool: p}"), "rules.r.when", "nobody is not on the staff list");
        assertEquals(List.of(), problems("target: {rep: he-xin}"));
    }

    @Test
    void a_skill_that_nobody_has_is_named() {
        assertProblem(problems("target: {skills: [雅思, 潜水]}, strategy: round-robin"), "rules.r.target", "nobody has the skill 潜水");
    }

    @Test
    void a_form_that_does_not_exist_is_named() {
        assertProblem(problems("when: {form: talli}, target: {pool: p}"), "rules.r.when", "no form talli", "did you mean tally?");
    }

    @Test
    void a_fallback_owner_who_may_not_receive_is_named() {
        var document = new HashMap<>(Yaml.seed("rulebook.yaml"));
        document.putAll(Yaml.map("fallback: {reps: [admin]}"));
        assertProblem(RulebookCheck.problems(Rulebook.parse(document), SAMPLE), "fallback.reps", "may not receive");
    }
}
