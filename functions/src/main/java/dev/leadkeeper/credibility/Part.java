package dev.leadkeeper.credibility;

import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.rulebook.CredibilityRules;

/**
 * What one dimension gives.
 *
 * @param points  0–20
 * @param because why, and what would raise it; holds figures and words of the rulebook, nothing that a person typed
 */
public record Part(Dimension dimension, int points, Sentence because) {
    public Part {
        if (points < 0 || points > CredibilityRules.MOST) {
            throw new IllegalArgumentException(dimension + " gives " + points + " points");
        }
    }
}
