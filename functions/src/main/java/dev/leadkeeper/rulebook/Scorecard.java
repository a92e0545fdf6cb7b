package dev.leadkeeper.rulebook;

import dev.leadkeeper.lead.Sentence;
import java.util.List;

/** The five dimensions of SC1, each worth 0–20 points, 100 in all. */
public record Scorecard(List<Dimension> dimensions) {
    /** Most points of a dimension. */
    public static final int MOST = 20;

    /** The dimensions there are. */
    public enum Name {
        INDUSTRY_MATCH("industryMatch", "行业匹配度", "industry match"),
        BUDGET_CLARITY("budgetClarity", "预算明确性", "budget clarity"),
        DECISION_CHAIN("decisionChain", "决策链完整性", "decision chain"),
        URGENCY("urgency", "需求紧迫性", "urgency"),
        INTERACTIONS("interactions", "历史互动频次", "interaction history");

        private final String word;
        private final Sentence title;

        Name(String word, String zh, String en) {
            this.word = word;
            this.title = new Sentence(zh, en);
        }

        /** The name in the rulebook and the API. */
        public String word() {
            return word;
        }

        /** For people. */
        public Sentence title() {
            return title;
        }
    }

    /** The criteria in order; the first that holds gives the points, none gives 0. */
    public record Dimension(Name name, List<Criterion> criteria) {}

    /**
     * @param points  0–{@value #MOST}
     * @param because the words that explain it, with {@link Words} to fill in
     */
    public record Criterion(String id, Condition when, int points, Sentence because) {}
}
