package dev.leadkeeper.rulebook;

import dev.leadkeeper.rulebook.Matcher.Exists;
import dev.leadkeeper.rulebook.Matcher.OneOf;
import dev.leadkeeper.rulebook.Matcher.Range;
import dev.leadkeeper.rulebook.Rule.Otherwise;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;

/** Finds rules that no lead can reach, and pools of turns that two rules would count differently. */
final class RuleOrder {
    private RuleOrder() {}

    static void check(Rulebook rulebook, Node rules) {
        var nodes = rules.items();
        for (int i = 0; i < nodes.size(); i++) {
            var later = rulebook.rules().get(i);
            rulebook.rules().subList(0, i).stream()
                    .filter(earlier -> isFinal(earlier) && implies(later.when(), earlier.when()))
                    .findFirst()
                    .ifPresent(earlier -> rules.problem("rule " + later.id() + " is unreachable: every lead it means is taken by rule "
                            + earlier.id() + " before it; move it up, narrow " + earlier.id() + " or delete it"));
        }
        pools(rulebook, rules);
    }

    /** Whether no rule after it is asked once it matches. */
    private static boolean isFinal(Rule rule) {
        return rule.otherwise() == Otherwise.FALLBACK || rule.strategy().pick() == Pick.POOL
                || rule.strategy().pick() == Pick.MANUAL_QUEUE;
    }

    /** Whether {@code b} holds wherever {@code a} does; sound, not complete. */
    static boolean implies(Condition a, Condition b) {
        if (a.equals(b)) {
            return true;
        }
        return switch (b) {
            case Condition.All all -> all.parts().stream().allMatch(part -> implies(a, part));
            case Condition.Any any when any.parts().stream().anyMatch(part -> implies(a, part)) -> true;
            case Condition.Any _, Condition.Not _ -> oneOf(a, b);
            case Condition.Test test -> oneOf(a, b) || a instanceof Condition.Test other
                    && other.field().equals(test.field()) && implies(other.matcher(), test.matcher());
        };
    }

    /** Whether a conjunct of {@code a}, or each alternative of it, implies {@code b}. */
    private static boolean oneOf(Condition a, Condition b) {
        return switch (a) {
            case Condition.All all -> all.parts().stream().anyMatch(part -> implies(part, b));
            case Condition.Any any -> any.parts().stream().allMatch(part -> implies(part, b));
            case Condition.Not _, Condition.Test _ -> false;
        };
    }

    private static boolean implies(Matcher a, Matcher b) {
        return switch (b) {
            case Exists exists -> exists.wanted() && !(a instanceof Exists);
            case OneOf many -> a instanceof OneOf few && new HashSet<>(many.words()).containsAll(few.words());
            case Range wide -> a instanceof Range narrow && inside(narrow, wide);
            case Matcher.Contains any -> a instanceof Matcher.Contains few && new HashSet<>(any.words()).containsAll(few.words());
            case Matcher.Within wide -> a instanceof Matcher.Within few && new HashSet<>(wide.codes()).containsAll(few.codes());
        };
    }

    private static boolean inside(Range narrow, Range wide) {
        return floor(narrow.above(), narrow.atLeast(), wide.above(), wide.atLeast())
                && floor(negate(narrow.below()), negate(narrow.atMost()), negate(wide.below()), negate(wide.atMost()));
    }

    /** Whether everything above (or from) the narrow bounds is above (or from) the wide ones. */
    private static boolean floor(BigDecimal above, BigDecimal atLeast, BigDecimal wideAbove, BigDecimal wideAtLeast) {
        var overAbove = wideAbove == null || above != null && above.compareTo(wideAbove) >= 0
                || atLeast != null && atLeast.compareTo(wideAbove) > 0;
        var overAtLeast = wideAtLeast == null || above != null && above.compareTo(wideAtLeast) >= 0
                || atLeast != null && atLeast.compareTo(wideAtLeast) >= 0;
        return overAbove && overAtLeast;
    }

    private static BigDecimal negate(BigDecimal number) {
        return number == null ? null : number.negate();
    }

    private static void pools(Rulebook rulebook, Node rules) {
        var byPool = new HashMap<String, Rule>();
        for (var rule : rulebook.rules()) {
            if (!rule.strategy().pick().takesTurns()) {
                continue;
            }
            var other = byPool.putIfAbsent(rule.strategy().pool(), rule);
            if (other != null && !sameCircle(rule, other)) {
                rules.problem("rules " + other.id() + " and " + rule.id() + " count turns in one pool " + rule.strategy().pool()
                        + " but differ in target or strategy; give one of them another strategy.pool");
            }
        }
    }

    private static boolean sameCircle(Rule a, Rule b) {
        return a.target().equals(b.target()) && a.strategy().pick() == b.strategy().pick();
    }
}
