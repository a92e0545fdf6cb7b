package dev.leadkeeper.rulebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Reads the document from top to bottom, collecting every mistake. */
final class RulebookParser {
    private static final ConditionParser OF_FACTS = new ConditionParser(LeadFields.known(List.of("form")));
    private static final ConditionParser WHEN_SCORING = new ConditionParser(LeadFields.known(LeadFields.WHEN_SCORING));
    private static final ConditionParser WHEN_ASSIGNING = new ConditionParser(LeadFields.known(LeadFields.WHEN_ASSIGNING));
    /** Keeps a rulebook within one stored item and a decision within its time. */
    private static final int MOST_RULES = 200;

    private RulebookParser() {}

    static Rulebook parse(Map<String, ?> document) {
        // followUp and deadlines are read apart by FollowUp and Deadlines, for those who need them.
        var root = Node.root(document).only("version", "scorecard", "priority", "tiers", "sizes", "rules", "fallback", "followUp",
                "deadlines");
        var tiers = tiers(root.at("tiers"));
        var sizes = sizes(root.at("sizes"));
        var rulebook = new Rulebook(root.at("version").required(), scorecard(root.at("scorecard")),
                urgency(root.at("priority").only("urgent").at("urgent")), tiers, sizes,
                rules(root.at("rules")), fallback(root.at("fallback")));
        if (root.problems().isEmpty()) {
            RuleOrder.check(rulebook, root.at("rules"));
            Literals.check(rulebook, root);
        }
        if (!root.problems().isEmpty()) {
            throw new RulebookInvalid(root.problems());
        }
        return rulebook;
    }

    private static Scorecard scorecard(Node node) {
        if (node.missing()) {
            node.problem("is missing");
        }
        var names = Arrays.stream(Scorecard.Name.values()).map(Scorecard.Name::word).toArray(String[]::new);
        node.only(names);
        var dimensions = new ArrayList<Scorecard.Dimension>();
        for (var name : Scorecard.Name.values()) {
            var criteria = node.at(name.word());
            if (criteria.items().isEmpty()) {
                criteria.problem("needs at least one criterion");
            }
            var ids = new HashSet<String>();
            dimensions.add(new Scorecard.Dimension(name, criteria.items().stream().map(each -> criterion(each, ids)).toList()));
        }
        return new Scorecard(List.copyOf(dimensions));
    }

    private static Scorecard.Criterion criterion(Node node, HashSet<String> ids) {
        node.only("id", "when", "points", "because");
        var points = node.at("points");
        if (points.missing()) {
            points.problem("is missing");
        }
        var number = points.number(0, Scorecard.MOST);
        return new Scorecard.Criterion(Ids.unique(node.at("id"), ids), WHEN_SCORING.parse(node.at("when")),
                number == null ? 0 : number, Words.parse(node.at("because")));
    }

    private static List<Urgency> urgency(Node node) {
        return node.items().stream().map(each -> {
            each.only("fields", "words", "except");
            var fields = each.at("fields").texts();
            var words = each.at("words").texts().stream().map(Word::of).toList();
            if (fields.isEmpty() || words.isEmpty()) {
                each.problem("needs fields and words");
            }
            var known = LeadFields.OF_FACTS;
            fields.stream().filter(field -> !known.contains(field) && !field.startsWith(LeadFields.UNMAPPED))
                    .forEach(field -> each.at("fields").problem("unknown field " + field + "; " + Spelling.hint(field, known)));
            return new Urgency(List.copyOf(fields), words, each.at("except").texts().stream().map(Word::of).toList());
        }).toList();
    }

    private static List<Rulebook.Tier> tiers(Node node) {
        var ids = new HashSet<String>();
        var tiers = new ArrayList<Rulebook.Tier>();
        for (var each : node.items()) {
            each.only("name", "from");
            var from = each.at("from").number(0, 100);
            tiers.add(new Rulebook.Tier(Ids.unique(each.at("name"), ids), from == null ? 0 : from));
        }
        tiers.sort((a, b) -> Integer.compare(b.from(), a.from()));
        if (tiers.isEmpty() || tiers.getLast().from() != 0) {
            node.problem("must hold a tier from 0, so that every score has a tier");
        }
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i - 1).from() == tiers.get(i).from()) {
                node.problem("two tiers begin at " + tiers.get(i).from());
            }
        }
        return List.copyOf(tiers);
    }

    private static List<Rulebook.Size> sizes(Node node) {
        var ids = new HashSet<String>();
        return node.items().stream().map(each -> {
            each.only("name", "when");
            return new Rulebook.Size(Ids.unique(each.at("name"), ids), OF_FACTS.parse(each.at("when")));
        }).toList();
    }

    private static List<Rule> rules(Node node) {
        var items = node.items();
        if (items.isEmpty()) {
            node.problem("needs at least one rule");
        }
        if (items.size() > MOST_RULES) {
            node.problem("holds " + items.size() + " rules; at most " + MOST_RULES);
        }
        var ids = new HashSet<String>();
        return items.stream().map(each -> RuleParser.parse(each, WHEN_ASSIGNING, ids)).toList();
    }

    private static Rulebook.Fallback fallback(Node node) {
        node.only("reps", "pool");
        var reps = List.copyOf(node.at("reps").texts());
        var pool = node.at("pool").text();
        if (reps.isEmpty() && pool == null) {
            node.problem("needs reps or a pool, so that no lead is left hanging");
        }
        return new Rulebook.Fallback(reps, pool);
    }

    /** Ids: short, plain and once each. */
    static final class Ids {
        private Ids() {}

        static String unique(Node node, HashSet<String> seen) {
            var id = node.required();
            if (!id.isEmpty() && !id.matches("[a-z0-9][a-z0-9-]{0,39}")) {
                node.problem("must be 1 to 40 of a-z, 0-9 and -");
            }
            if (!id.isEmpty() && !seen.add(id)) {
                node.problem(id + " is used twice");
            }
            return id;
        }
    }
}
