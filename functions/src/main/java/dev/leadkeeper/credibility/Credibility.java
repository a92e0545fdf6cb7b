package dev.leadkeeper.credibility;

import dev.leadkeeper.rulebook.CredibilityRules;
import java.util.List;

/** How far an activity can be believed, explained: one part per dimension, in their order. */
public record Credibility(List<Part> parts) {
    public Credibility {
        parts = List.copyOf(parts);
    }

    /** The score of an activity as everything that is known shows it. */
    public static Credibility of(Picture picture, CredibilityRules rules) {
        return new Credibility(List.of(
                Attachments.of(picture.needs()),
                Timing.of(picture, rules.timing()),
                CustomerSide.of(picture.activity(), rules.confirmation()),
                OtherRecords.of(picture, rules.colleagues()),
                SimilarActions.of(picture.similar(), rules.similar())));
    }

    /** 0–100. */
    public int total() {
        return parts.stream().mapToInt(Part::points).sum();
    }

    /** The points of each dimension, in their order. */
    public List<Integer> points() {
        return parts.stream().map(Part::points).toList();
    }

    /** The part of this dimension. */
    public Part part(Dimension dimension) {
        return parts.get(dimension.ordinal());
    }

    /** The same with this part instead of its own. */
    Credibility with(Part part) {
        return new Credibility(parts.stream().map(each -> each.dimension() == part.dimension() ? part : each).toList());
    }
}
