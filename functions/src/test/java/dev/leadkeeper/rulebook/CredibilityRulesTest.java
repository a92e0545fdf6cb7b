package dev.leadkeeper.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CredibilityRulesTest {
    private static CredibilityRules read(String yaml) {
        var root = Node.root(Yaml.map(yaml));
        var rules = CredibilityParser.parse(root);
        if (!root.problems().isEmpty()) {
            throw new RulebookInvalid(root.problems());
        }
        return rules;
    }

    private static List<String> problems(String yaml) {
        return Yaml.problems(() -> read(yaml));
    }

    @Test
    void what_is_left_out_is_as_usual() {
        assertEquals(CredibilityRules.USUAL, read("{}"));
        assertEquals(60, CredibilityRules.USUAL.threshold());
        assertEquals(70, read("threshold: 70").threshold());
        assertEquals(CredibilityRules.USUAL.similar(), read("threshold: 70").similar());
    }

    @Test
    void what_confirms_is_data() {
        var rules = read("""
                confirmation:
                  - {id: stamp, types: [quote], files: [pdf], people: 2, points: 15, because: {zh: 盖章报价单, en: a stamped quote}}
                """);

        assertEquals(1, rules.confirmation().size());
        assertEquals(Set.of("pdf"), rules.confirmation().getFirst().files());
        assertEquals(2, rules.confirmation().getFirst().people());
    }

    @Test
    void reasons_are_data() {
        var rules = read("reasons: [{id: no-show, zh: 未到场, en: nobody came}]");

        assertEquals("nobody came", rules.reason("no-show").orElseThrow().text().en());
        assertTrue(rules.reason("other").isEmpty());
    }

    @Test
    void every_mistake_is_named_with_its_place() {
        var problems = problems("""
                treshold: 60
                threshold: 101
                timing: {withinHours: 24, lateHours: 12, recorded: 0}
                confirmation: [{id: mail, files: [mail], because: {zh: 邮件, en: mail}}, {id: mail, points: 3, because: {zh: a}}]
                similar: {k: 0}
                reasons: []
                """);

        assertEquals(List.of(
                "treshold: unknown key; did you mean threshold?",
                "threshold: must be a whole number from 0 to 100",
                "timing.lateHours: must not be less than withinHours, 24",
                "timing.recorded: must be at least 1, since it is all that some activities can be measured by",
                "confirmation[0].points: is missing",
                "confirmation[1].id: mail is used twice",
                "confirmation[1].because.en: is missing",
                "confirmation[1]: names nothing that the customer does; give files, fields, tags, people, roles or words",
                "similar.k: must be a whole number from 1 to 1000",
                "reasons: needs at least one reason"), problems);
    }
}
