package dev.leadkeeper.rulebook;

import dev.leadkeeper.rulebook.Rule.Narrow;
import dev.leadkeeper.rulebook.Rule.Otherwise;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads one rule; a target and a strategy that do not go together are mistakes. */
final class RuleParser {
    private RuleParser() {}

    static Rule parse(Node node, ConditionParser conditions, HashSet<String> ids) {
        node.only("id", "title", "when", "target", "strategy", "hours", "otherwise", "document");
        var id = RulebookParser.Ids.unique(node.at("id"), ids);
        var target = target(node.at("target"));
        return new Rule(id, Words.plain(node.at("title")), conditions.parse(node.at("when")), target,
                strategy(node.at("strategy"), target, id), node.at("hours").flag(false), otherwise(node.at("otherwise")),
                document(node.at("document")));
    }

    private static Rule.Target target(Node node) {
        node.only("group", "groups", "mayBeEmpty", "skills", "rep", "reps", "pool", "narrow");
        var groups = Stream.concat(node.at("group").texts().stream(), node.at("groups").texts().stream()).distinct().sorted().toList();
        var reps = Stream.concat(node.at("rep").texts().stream(), node.at("reps").texts().stream()).distinct().toList();
        var pool = node.at("pool").text();
        if ((groups.isEmpty() ? 0 : 1) + (reps.isEmpty() ? 0 : 1) + (pool == null ? 0 : 1) > 1) {
            node.problem("name groups, reps or a pool, only one of them");
        }
        return new Rule.Target(groups, node.at("mayBeEmpty").flag(false), List.copyOf(node.at("skills").texts()), reps, pool,
                node.at("narrow").oneOrMore().stream().map(RuleParser::narrow).toList());
    }

    private static Narrow narrow(Node node) {
        return switch (node.required()) {
            case "region" -> Narrow.REGION;
            case "industry" -> Narrow.INDUSTRY;
            case "size" -> Narrow.SIZE;
            case String other -> {
                node.problem("unknown; " + Spelling.hint(other, List.of("region", "industry", "size")));
                yield Narrow.REGION;
            }
        };
    }

    private static Otherwise otherwise(Node node) {
        return switch (node.text()) {
            case null -> Otherwise.FALLBACK;
            case "fallback" -> Otherwise.FALLBACK;
            case "next" -> Otherwise.NEXT;
            case String other -> {
                node.problem("unknown; " + Spelling.hint(other, List.of("next", "fallback")));
                yield Otherwise.FALLBACK;
            }
        };
    }

    private static Rule.Document document(Node node) {
        if (node.missing()) {
            return null;
        }
        node.only("title", "link");
        var link = node.at("link").required();
        if (!link.startsWith("https://")) {
            node.at("link").problem("must be an https address");
        }
        return new Rule.Document(Words.plain(node.at("title")), link);
    }

    /** Either a name alone or {@code {name, …parameters}}; may be left out where the target says it all. */
    private static Rule.Strategy strategy(Node node, Rule.Target target, String rule) {
        var name = node.isMap() ? node.at("name") : node;
        if (name.missing()) {
            if (target.pool() == null && target.reps().isEmpty()) {
                name.problem("is missing; known: " + String.join(", ", Pick.words()));
            }
            return bare(target.pool() == null ? Pick.NAMED : Pick.POOL, rule);
        }
        var word = name.required();
        var pick = Pick.of(word);
        if (pick.isEmpty()) {
            name.problem("unknown strategy; " + Spelling.hint(word, Pick.words()));
            return bare(Pick.MANUAL_QUEUE, rule);
        }
        check(name, pick.get(), target);
        return node.isMap() ? withParameters(node, pick.get(), rule) : bare(pick.get(), rule);
    }

    private static Rule.Strategy bare(Pick pick, String rule) {
        return new Rule.Strategy(pick, pick.numbers(), List.of(), rule);
    }

    private static Rule.Strategy withParameters(Node node, Pick pick, String rule) {
        var known = Stream.of(Stream.of("name"), pick.numbers().keySet().stream().sorted(),
                pick.takesTurns() ? Stream.of("pool") : Stream.<String>of(),
                pick == Pick.MOST_SKILLS ? Stream.of("wanted") : Stream.<String>of()).flatMap(each -> each);
        node.only(known.toArray(String[]::new));
        var numbers = new HashMap<>(pick.numbers());
        numbers.replaceAll((name, otherwise) -> {
            var number = node.at(name).number(1, Pick.MOST);
            return number == null ? otherwise : number;
        });
        var pool = pick.takesTurns() && !node.at("pool").missing()
                ? RulebookParser.Ids.unique(node.at("pool"), new HashSet<>()) : rule;
        return new Rule.Strategy(pick, Map.copyOf(numbers), List.copyOf(node.at("wanted").texts()), pool);
    }

    private static void check(Node node, Pick pick, Rule.Target target) {
        var members = !target.groups().isEmpty() || !target.skills().isEmpty() || !target.reps().isEmpty();
        if (pick.picksFromMembers() && !members) {
            node.problem(pick.word() + " picks among people; give the target a group, skills or reps");
        }
        if (pick == Pick.NAMED && target.reps().isEmpty()) {
            node.problem("named needs target.rep or target.reps");
        }
        if (pick == Pick.POOL && target.pool() == null) {
            node.problem("pool needs target.pool");
        }
        if (pick != Pick.POOL && target.pool() != null) {
            node.problem("a pool is worked by people themselves; leave the strategy out or write pool, not "
                    + pick.word());
        }
    }
}
