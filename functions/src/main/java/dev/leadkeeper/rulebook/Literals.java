package dev.leadkeeper.rulebook;

import dev.leadkeeper.lead.Priority;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Finds values that a field can never have, so that a typing mistake is no rule that silently never matches. */
final class Literals {
    private Literals() {}

    /** Checks the values that the rulebook itself defines: tiers, sizes, priorities. */
    static void check(Rulebook rulebook, Node root) {
        var known = Map.of(
                "tier", rulebook.tiers().stream().map(Rulebook.Tier::name).toList(),
                "size", rulebook.sizes().stream().map(Rulebook.Size::name).toList(),
                "priority", Arrays.stream(Priority.values()).map(Priority::word).toList());
        each(rulebook, (path, test) -> {
            var values = known.get(test.field());
            if (values != null) {
                texts(test.matcher()).filter(text -> !values.contains(text)).forEach(text ->
                        root.problems().add(path + ": " + test.field() + " is never " + text + "; " + Spelling.hint(text, values)));
            }
        });
    }

    /** Every comparison of every criterion and rule, with a readable path. */
    static void each(Rulebook rulebook, BiConsumer<String, Condition.Test> use) {
        rulebook.scorecard().dimensions().forEach(dimension -> dimension.criteria().forEach(criterion ->
                tests(criterion.when()).forEach(test ->
                        use.accept("scorecard." + dimension.name().word() + "." + criterion.id() + ".when", test))));
        rulebook.sizes().forEach(size -> tests(size.when()).forEach(test -> use.accept("sizes." + size.name() + ".when", test)));
        rulebook.rules().forEach(rule -> tests(rule.when()).forEach(test -> use.accept("rules." + rule.id() + ".when", test)));
    }

    /** The texts that a value is compared with as a whole. */
    static Stream<String> texts(Matcher matcher) {
        return switch (matcher) {
            case Matcher.OneOf oneOf -> oneOf.words().stream().map(Word::shown);
            case Matcher.Within within -> within.codes().stream();
            case Matcher.Contains _, Matcher.Range _, Matcher.Exists _ -> Stream.of();
        };
    }

    private static Stream<Condition.Test> tests(Condition condition) {
        return switch (condition) {
            case Condition.All all -> all.parts().stream().flatMap(Literals::tests);
            case Condition.Any any -> any.parts().stream().flatMap(Literals::tests);
            case Condition.Not not -> tests(not.part());
            case Condition.Test test -> Stream.of(test);
        };
    }
}
