package dev.leadkeeper.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads conditions. A map holds if each of its entries holds:
 * <pre>
 * sourceChannel: 展会扫码            equal; of a region: is or lies inside that code
 * industry: [骨科器械, 医疗影像]      one of
 * budget: {above: 30000}           above, atLeast, below, atMost
 * subject: {contains: 中考冲刺}      one word, or a list of which any counts
 * unmapped.utm_source: {exists: true}
 * region: {within: "310000"}       code of a division, country or world region, or a list of them
 * all: [..]  any: [..]  not: {..}
 * </pre>
 */
final class ConditionParser {
    private static final List<String> OPERATORS =
            List.of("is", "contains", "above", "atLeast", "below", "atMost", "exists", "within");
    private static final String[] OPERATOR_NAMES = OPERATORS.toArray(String[]::new);
    /** Deeper nesting is a mistake, and would let a document exhaust the stack. */
    private static final int DEEPEST = 8;

    private final List<String> fields;

    /** @param fields the fields that may be asked, beside unmapped ones */
    ConditionParser(List<String> fields) {
        this.fields = fields;
    }

    /** Always holds if the node is missing. */
    Condition parse(Node node) {
        return parse(node, 0);
    }

    private Condition parse(Node node, int depth) {
        if (depth > DEEPEST) {
            node.problem("is nested more than " + DEEPEST + " deep; name a simpler condition");
            return Condition.ALWAYS;
        }
        var parts = new ArrayList<Condition>();
        for (var key : node.keys()) {
            var child = node.at(key);
            switch (key) {
                case "all" -> parts.add(new Condition.All(each(child, depth)));
                case "any" -> parts.add(new Condition.Any(each(child, depth)));
                case "not" -> {
                    if (child.keys().isEmpty()) {
                        child.problem("must hold a condition");
                    }
                    parts.add(new Condition.Not(parse(child, depth + 1)));
                }
                default -> {
                    checkField(child, key);
                    test(child, key, parts);
                }
            }
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.All(List.copyOf(parts));
    }

    private List<Condition> each(Node node, int depth) {
        var items = node.items();
        if (items.isEmpty()) {
            node.problem("must list at least one condition");
        }
        return items.stream().map(item -> parse(item, depth + 1)).toList();
    }

    private void checkField(Node node, String field) {
        if (fields.contains(field) || field.startsWith(LeadFields.UNMAPPED) && field.length() > LeadFields.UNMAPPED.length()) {
            return;
        }
        node.problem("unknown field; " + Spelling.nearest(field, fields).map(word -> "did you mean " + word + "? ").orElse("")
                + "A field that the mapping does not know is written unmapped." + field
                + "; known: " + String.join(", ", fields));
    }

    private static void test(Node node, String field, List<Condition> parts) {
        if (!node.isMap()) {
            parts.add(new Condition.Test(field, oneOf(node)));
            return;
        }
        node.only(OPERATOR_NAMES);
        if (node.keys().isEmpty()) {
            node.problem("asks nothing; use one of " + String.join(", ", OPERATORS));
        }
        if (!node.at("is").missing()) {
            parts.add(new Condition.Test(field, oneOf(node.at("is"))));
        }
        if (!node.at("contains").missing()) {
            parts.add(new Condition.Test(field, new Matcher.Contains(words(node.at("contains")))));
        }
        if (!node.at("exists").missing()) {
            parts.add(new Condition.Test(field, new Matcher.Exists(node.at("exists").flag(true))));
        }
        if (!node.at("within").missing()) {
            if (!field.equals("region")) {
                node.at("within").problem("is for the field region only");
            }
            parts.add(new Condition.Test(field, new Matcher.Within(List.copyOf(node.at("within").texts()))));
        }
        range(node, field, parts);
    }

    private static void range(Node node, String field, List<Condition> parts) {
        var above = node.at("above").decimal();
        var atLeast = node.at("atLeast").decimal();
        var below = node.at("below").decimal();
        var atMost = node.at("atMost").decimal();
        if (above == null && atLeast == null && below == null && atMost == null) {
            return;
        }
        if (!LeadFields.NUMBERS.contains(field) && !field.startsWith(LeadFields.UNMAPPED)) {
            node.problem("holds no number; ranges are for " + String.join(", ", LeadFields.NUMBERS.stream().sorted().toList())
                    + " and unmapped fields");
        }
        if (empty(above, atLeast, below, atMost)) {
            node.problem("no number lies within these bounds; the rule could never match");
        }
        parts.add(new Condition.Test(field, new Matcher.Range(above, atLeast, below, atMost)));
    }

    private static boolean empty(BigDecimal above, BigDecimal atLeast, BigDecimal below, BigDecimal atMost) {
        return above != null && below != null && above.compareTo(below) >= 0
                || above != null && atMost != null && above.compareTo(atMost) >= 0
                || atLeast != null && below != null && atLeast.compareTo(below) >= 0
                || atLeast != null && atMost != null && atLeast.compareTo(atMost) > 0;
    }

    private static Matcher.OneOf oneOf(Node node) {
        if (node.value() instanceof Boolean flag) {
            return new Matcher.OneOf(List.of(Word.of(flag.toString())));
        }
        return new Matcher.OneOf(words(node));
    }

    private static List<Word> words(Node node) {
        var words = node.texts().stream().map(Word::of).toList();
        if (node.oneOrMore().isEmpty()) {
            node.problem("needs a value, or a list of values");
        }
        return words;
    }
}
