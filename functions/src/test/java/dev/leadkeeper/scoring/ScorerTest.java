package dev.leadkeeper.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.leadkeeper.lead.Contact;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.Score;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.rulebook.Rulebook;
import dev.leadkeeper.rulebook.Yaml;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScorerTest {
    private static final Rulebook RULEBOOK = Rulebook.parse(Yaml.seed("rulebook.yaml"));

    private static Facts facts(String industry, Long budget, String needBy, String role, String note) {
        return new Facts(new Contact("李雷", "+8613912345678", null), null, null, industry, null, null, budget, null, needBy, role, note, Map.of());
    }

    private static Scorer.Scored score(Facts facts, long earlier) {
        return Scorer.score(RULEBOOK, "demo", facts, new Interactions(earlier));
    }

    private static Score.Dimension dimension(Scorer.Scored scored, String name) {
        return scored.score().dimensions().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void the_score_holds_its_version_five_dimensions_and_their_sum() {
        var scored = score(facts("骨科器械", 50_000L, "本月", "决策人", null), 1);
        assertEquals("2026-01", scored.score().rulebookVersion());
        assertEquals(List.of("industryMatch", "budgetClarity", "decisionChain", "urgency", "interactions"),
                scored.score().dimensions().stream().map(Score.Dimension::name).toList());
        assertEquals(List.of(20, 16, 16, 16, 8), scored.score().dimensions().stream().map(Score.Dimension::points).toList());
        assertEquals(76, scored.score().total());
        assertEquals("hot", scored.tier());
    }

    @Test
    void each_dimension_explains_its_points_with_figures() {
        var scored = score(facts("骨科器械", 50_000L, null, null, null), 2);
        assertEquals(new Sentence("预算明确:50,000 元", "a clear budget: 50,000 yuan"), dimension(scored, "budgetClarity").because());
        assertEquals(new Sentence("重点行业:骨科器械", "core industry: 骨科器械"), dimension(scored, "industryMatch").because());
        assertEquals("2 earlier enquiries", dimension(scored, "interactions").because().en());
        assertEquals(new Sentence("行业匹配度", "industry match"), dimension(scored, "industryMatch").title());
    }

    @Test
    void a_dimension_without_a_matching_criterion_has_no_points_and_says_so() {
        var urgency = dimension(score(facts(null, null, null, null, null), 0), "urgency");
        assertEquals(0, urgency.points());
        assertEquals("none", urgency.criterion());
        assertEquals("没有符合的标准", urgency.because().zh());
    }

    @Test
    void the_first_criterion_that_holds_counts_so_that_exceptions_can_stand_above() {
        assertEquals("not-in-a-hurry", dimension(score(facts(null, null, "不急,本月看看", null, null), 0), "urgency").criterion());
    }

    @Test
    void explanations_hold_nothing_that_the_person_typed() {
        var scored = score(facts("李雷的诊所 13912345678", 1L, "李雷本月", "李雷是决策人", "李雷急"), 0);
        assertFalse(scored.score().toString().contains("李雷"));
        assertFalse(scored.score().toString().contains("13912345678"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"很急", "项目招标中,请联系", "预算已批", "加急处理", "不急的单子先放着,这单急", "URGENT please"})
    void urgent_words_raise_the_priority(String note) {
        assertEquals(Priority.URGENT, score(facts(null, null, null, null, note), 0).priority());
    }

    @ParameterizedTest
    @ValueSource(strings = {"不急", "不是很急", "急诊科采购", "去过招标中心", "恭喜招标中标", "预算未批", "想了解", "应急照明设备", "not urgent"})
    void words_that_only_look_urgent_do_not(String note) {
        assertEquals(Priority.NORMAL, score(facts(null, null, null, null, note), 0).priority());
    }
}
