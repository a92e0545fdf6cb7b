package dev.leadkeeper.rulebook;

import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Worded;
import java.util.List;

/** The five dimensions of SC1, each worth 0–20 points, 100 in all. */
public record Scorecard(List<Dimension> dimensions) {
    /** Most points of a dimension. */
    public static final int MOST = 20;

    /** The dimensions there are. */
    public enum Name implements Worded {
        INDUSTRY_MATCH("industryMatch", "行业匹配度", "industry match"),
        BUDGET_CLARITY("budgetClarity", "预算明确性", "budget clarity"),
        DECISION_CHAIN("decisionChain", "决策链完整性", "decision chain"),
        URGENCY("urgency", "需求紧迫性", "urgency"),
        INTERACTIONS("interactions", "历史互动频次", "interaction history");

        private final Term term;

        Name(String word, String zh, String en) {
            this.term = new Term(word, zh, en);
        }

        @Override
        public Term term() {
            return term;
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
