package dev.leadkeeper.rulebook;

import java.util.List;
import java.util.Map;

/**
 * Everything that decides what a lead is worth and who gets it. Immutable; named by its version on every score and decision.
 *
 * @param version    names it
 * @param scorecard  points
 * @param urgency    words that make a lead urgent
 * @param tiers      by points, highest first; the last begins at 0
 * @param sizes      customer sizes, the first that holds
 * @param rules      in order, the first that holds decides
 * @param fallback   who takes what no rule could place
 */
public record Rulebook(String version, Scorecard scorecard, List<Urgency> urgency, List<Tier> tiers, List<Size> sizes,
                       List<Rule> rules, Fallback fallback) {

    /** @param from least points */
    public record Tier(String name, int from) {}

    /** A customer size, such as {@code enterprise}, and how it is told. */
    public record Size(String name, Condition when) {}

    /**
     * @param reps asked in order
     * @param pool where it goes if none of them can receive; {@code null} for the waiting list
     */
    public record Fallback(List<String> reps, String pool) {}

    /**
     * Reads a rulebook from plain maps, lists, texts, numbers and booleans.
     *
     * @throws RulebookInvalid with every mistake
     */
    public static Rulebook parse(Map<String, ?> document) {
        return RulebookParser.parse(document);
    }

    /** The tier of a score. */
    public String tierOf(int score) {
        return tiers.stream().filter(tier -> score >= tier.from()).findFirst().orElseThrow().name();
    }

    /** The customer's size, {@code null} if none fits. */
    public String sizeOf(Fields lead) {
        return sizes.stream().filter(size -> size.when().holds(lead)).map(Size::name).findFirst().orElse(null);
    }
}
