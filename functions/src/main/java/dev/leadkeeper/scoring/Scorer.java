package dev.leadkeeper.scoring;

import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.Score;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.rulebook.LeadFields;
import dev.leadkeeper.rulebook.Rulebook;
import dev.leadkeeper.rulebook.Scorecard;
import dev.leadkeeper.rulebook.Words;
import java.util.HashMap;
import java.util.Map;

/**
 * Values a lead by the rulebook's scorecard (SC1) and tells whether it is urgent (SC2). Within a dimension the first
 * criterion that holds counts, as with assignment rules, so that exceptions can be written above what they except.
 */
public final class Scorer {
    private static final String NONE = "none";
    private static final Sentence NOTHING_FITS = new Sentence("没有符合的标准", "no criterion is met");

    private Scorer() {}

    /**
     * @param score    with what explains every point
     * @param tier     the score's tier
     * @param priority urgent if an urgent word was found
     */
    public record Scored(Score score, String tier, Priority priority) {}

    /** @param form the form that the lead came from */
    public static Scored score(Rulebook rulebook, String form, Facts facts, Interactions interactions) {
        var bare = new LeadFields(form, facts, null, null, null, null, null, interactions.earlierPosts());
        var priority = rulebook.urgency().stream().anyMatch(urgency -> urgency.word(bare).isPresent())
                ? Priority.URGENT : Priority.NORMAL;
        var lead = new LeadFields(form, facts, rulebook.sizeOf(bare), null, null, priority, null, interactions.earlierPosts());
        var figures = figures(lead);
        var dimensions = rulebook.scorecard().dimensions().stream().map(dimension -> dimension(dimension, lead, figures)).toList();
        int total = dimensions.stream().mapToInt(Score.Dimension::points).sum();
        return new Scored(new Score(rulebook.version(), total, dimensions), rulebook.tierOf(total), priority);
    }

    private static Score.Dimension dimension(Scorecard.Dimension dimension, LeadFields lead, Map<String, String> figures) {
        var name = dimension.name();
        return dimension.criteria().stream().filter(criterion -> criterion.when().holds(lead)).findFirst()
                .map(criterion -> new Score.Dimension(name.word(), name.sentence(), criterion.points(), criterion.id(),
                        because(criterion, lead, figures)))
                .orElseGet(() -> new Score.Dimension(name.word(), name.sentence(), 0, NONE, NOTHING_FITS));
    }

    /** What holds for every dimension. */
    private static Map<String, String> figures(LeadFields lead) {
        var figures = new HashMap<String, String>();
        figures.put("interactions", String.valueOf(lead.interactions()));
        if (lead.facts().budget() != null) {
            figures.put("budget", String.format("%,d", lead.facts().budget()));
        }
        return figures;
    }

    private static Sentence because(Scorecard.Criterion criterion, LeadFields lead, Map<String, String> figures) {
        var all = new HashMap<>(figures);
        criterion.when().word(lead).ifPresent(word -> all.put("word", word));
        return Words.fill(criterion.because(), all);
    }
}
