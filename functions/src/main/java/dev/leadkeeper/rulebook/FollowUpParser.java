package dev.leadkeeper.rulebook;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads the section {@code followUp}, collecting every mistake. */
final class FollowUpParser {
    private static final String PATH = "followUp";

    private FollowUpParser() {}

    static FollowUp parse(Object section) {
        var root = new Node(section, PATH, new ArrayList<>()).only("results", "tags", "activities", "stages", "won", "lost", "advice",
                "sensitive", "uploads", "credibility");
        var followUp = new FollowUp(results(root.at("results")), tags(root.at("tags")), activities(root.at("activities")),
                stages(root.at("stages")), root.at("won").only("requires").at("requires").texts(),
                choices(root.at("lost").only("reasons").at("reasons")), advice(root.at("advice")),
                root.at("sensitive").texts().stream().map(Word::of).toList(), uploads(root.at("uploads")),
                CredibilityParser.parse(root.at("credibility")));
        if (root.problems().isEmpty()) {
            names(followUp, root);
        }
        if (!root.problems().isEmpty()) {
            throw new RulebookInvalid(root.problems());
        }
        return followUp;
    }

    private static List<FollowUp.Result> results(Node node) {
        needsSome(node, "result");
        var ids = new HashSet<String>();
        return node.items().stream().map(each -> {
            each.only("id", "zh", "en", "counts");
            return new FollowUp.Result(RulebookParser.Ids.unique(each.at("id"), ids), name(each), counts(each.at("counts")));
        }).toList();
    }

    private static FollowUp.Counts counts(Node node) {
        return switch (node.text()) {
            case null -> FollowUp.Counts.NOTHING;
            case "rejection" -> FollowUp.Counts.REJECTION;
            case "postponement" -> FollowUp.Counts.POSTPONEMENT;
            case String other -> {
                node.problem(other + " is neither rejection nor postponement");
                yield FollowUp.Counts.NOTHING;
            }
        };
    }

    private static List<FollowUp.Tag> tags(Node node) {
        var ids = new HashSet<String>();
        return node.items().stream().map(each -> {
            each.only("id", "zh", "en", "words", "except");
            return new FollowUp.Tag(RulebookParser.Ids.unique(each.at("id"), ids), name(each), words(each.at("words")), words(each.at("except")));
        }).toList();
    }

    private static List<FollowUp.Type> activities(Node node) {
        needsSome(node, "activity");
        var ids = new HashSet<>(List.of(Activity.CHECK_IN));
        return node.items().stream().map(each -> {
            each.only("id", "zh", "en", "says", "fields", "needs", "notOlderThan");
            return new FollowUp.Type(RulebookParser.Ids.unique(each.at("id"), ids), name(each), each.at("says").flag(true),
                    fields(each.at("fields")), each.at("needs").items().stream().map(FollowUpParser::need).toList(),
                    each.at("notOlderThan").text());
        }).toList();
    }

    private static List<FollowUp.Choice> fields(Node node) {
        var ids = new HashSet<String>();
        return node.items().stream().map(each -> {
            each.only("id", "zh", "en");
            var id = each.at("id").required();
            if (!id.isEmpty() && !id.matches("[a-z][A-Za-z0-9]{0,39}")) {
                each.at("id").problem("must be a name such as trackingNumber");
            }
            if (!id.isEmpty() && !ids.add(id)) {
                each.at("id").problem(id + " is used twice");
            }
            return new FollowUp.Choice(id, name(each));
        }).toList();
    }

    private static FollowUp.Need need(Node node) {
        node.only("anyOf", "zh", "en");
        var kinds = node.at("anyOf").texts();
        needsSome(node.at("anyOf"), "kind");
        kinds.stream().filter(kind -> !FollowUp.Need.KINDS.contains(kind))
                .forEach(kind -> node.at("anyOf").problem("unknown kind " + kind + "; " + Spelling.hint(kind, FollowUp.Need.KINDS)));
        return new FollowUp.Need(List.copyOf(kinds), name(node));
    }

    private static List<FollowUp.Stage> stages(Node node) {
        needsSome(node, "stage");
        var ids = new HashSet<String>();
        return node.items().stream().map(each -> {
            each.only("id", "zh", "en", "requires");
            return new FollowUp.Stage(RulebookParser.Ids.unique(each.at("id"), ids), name(each), each.at("requires").texts());
        }).toList();
    }

    private static List<FollowUp.Choice> choices(Node node) {
        needsSome(node, "reason");
        var ids = new HashSet<String>();
        return node.items().stream().map(each -> {
            each.only("id", "zh", "en");
            return new FollowUp.Choice(RulebookParser.Ids.unique(each.at("id"), ids), name(each));
        }).toList();
    }

    private static FollowUp.Advice advice(Node node) {
        node.only("rejections", "postponements");
        return new FollowUp.Advice(number(node.at("rejections"), 1, 100, 3), number(node.at("postponements"), 1, 100, 2));
    }

    /** A presigned form is good for five minutes at most; S3 takes at most 5 GB at once, the checker has 512 MB of disk. */
    private static FollowUp.Uploads uploads(Node node) {
        node.only("maxBytes", "minutes", "expireHours", "mostFiles");
        return new FollowUp.Uploads(number(node.at("maxBytes"), 1, 200 << 20, 50 << 20), number(node.at("minutes"), 1, 5, 5),
                number(node.at("expireHours"), 1, 24 * 30, 24), number(node.at("mostFiles"), 1, 50, 10));
    }

    /** Whatever names an activity must name one that there is. */
    private static void names(FollowUp followUp, Node root) {
        var known = followUp.activities().stream().map(FollowUp.Type::id).toList();
        for (var stage : followUp.stages()) {
            known(root.at("stages." + stage.id() + ".requires"), stage.requires(), known);
        }
        known(root.at("won.requires"), followUp.toWin(), known);
        for (var type : followUp.activities()) {
            if (type.notOlderThan() != null) {
                known(root.at("activities." + type.id() + ".notOlderThan"), List.of(type.notOlderThan()), known);
            }
        }
        if (!followUp.stages().getFirst().requires().isEmpty()) {
            root.at("stages." + followUp.stages().getFirst().id()).problem("is where opportunities begin, so it can require nothing");
        }
    }

    private static void known(Node node, List<String> named, List<String> known) {
        named.stream().filter(each -> !known.contains(each))
                .forEach(each -> node.problem("no activity " + each + "; " + Spelling.hint(each, known)));
    }

    private static void needsSome(Node node, String what) {
        if (node.oneOrMore().isEmpty()) {
            node.problem("needs at least one " + what);
        }
    }

    private static int number(Node node, int least, int most, int otherwise) {
        var number = node.number(least, most);
        return number == null ? otherwise : number;
    }

    private static List<Word> words(Node node) {
        return node.texts().stream().map(Word::of).toList();
    }

    private static Sentence name(Node node) {
        return new Sentence(node.at("zh").required(), node.at("en").required());
    }
}
