package dev.leadkeeper.lead;

import java.util.List;

/**
 * A lead's score with everything that explains it.
 *
 * @param rulebookVersion the rulebook whose scorecard was used
 * @param total           0–100, the sum of the dimensions
 * @param dimensions      each with its points
 */
public record Score(String rulebookVersion, int total, List<Dimension> dimensions) {
    public Score {
        dimensions = List.copyOf(dimensions);
    }

    /**
     * @param name      the dimension's id, such as {@code budgetClarity}
     * @param title     its name for people
     * @param points    0–20
     * @param criterion the id of the criterion that gave the points
     * @param because   the words that explain it
     */
    public record Dimension(String name, Sentence title, int points, String criterion, Sentence because) {}
}
