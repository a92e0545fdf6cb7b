package dev.leadkeeper.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds what a sender said in the node of one lead. */
final class Answers {
    /** More are not looked at; the raw post still holds them. */
    static final int MOST = 1_000;

    private Answers() {}

    /** In the order of the body; empty answers are left out. */
    static List<Answer> of(List<AnswerRule> rules, Object node) {
        var answers = new ArrayList<Answer>();
        for (var rule : rules) {
            var joined = joined(rule.join(), node);
            for (var row : rows(rule, node)) {
                if (answers.size() < MOST && (rule.skip() == null || !rule.skip().holds(row))) {
                    answer(rule, row, joined, answers);
                }
            }
        }
        return answers;
    }

    private static List<?> rows(AnswerRule rule, Object node) {
        return switch (rule.at().find(node)) {
            case Map<?, ?> map when rule.shape() == AnswerRule.Shape.MAP -> {
                var rows = new ArrayList<Map<String, Object>>();
                map.forEach((name, value) -> {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("name", name);
                    row.put("value", value);
                    rows.add(row);
                });
                yield rows;
            }
            case List<?> list when rule.shape() == AnswerRule.Shape.ROWS -> list;
            case null, default -> List.of();
        };
    }

    private static void answer(AnswerRule rule, Object row, Map<String, List<String>> joined, List<Answer> answers) {
        var value = rule.values().stream().map(path -> path.find(row)).filter(found -> !Texts.empty(found)).findFirst();
        if (value.isEmpty()) {
            return;
        }
        var names = new LinkedHashSet<String>();
        if (rule.join() != null) {
            var id = Texts.of(rule.join().match().find(row));
            names.addAll(joined.getOrDefault(id == null ? "" : id, List.of()));
        }
        texts(rule.names(), row).stream().map(name -> rule.strip() == null ? name : rule.strip().strip(name)).forEach(names::add);
        if (!names.isEmpty()) {
            var type = texts(rule.types(), row).stream().findFirst().orElse("");
            var labels = labels(rule.labels(), row);
            answers.add(Answer.of(List.copyOf(names), type, labels.isEmpty() ? value.get() : labelled(value.get(), labels)));
        }
    }

    private static List<String> texts(List<Path> paths, Object node) {
        return paths.stream().map(path -> Texts.of(path.find(node))).filter(Objects::nonNull).toList();
    }

    private static Map<String, List<String>> joined(AnswerRule.Join join, Object node) {
        var names = new HashMap<String, List<String>>();
        if (join != null && join.in().find(node) instanceof List<?> questions) {
            for (var question : questions) {
                var id = Texts.of(join.id().find(question));
                if (id != null) {
                    names.put(id, texts(join.names(), question));
                }
            }
        }
        return names;
    }

    private static Map<String, String> labels(AnswerRule.Labels rule, Object row) {
        var labels = new HashMap<String, String>();
        if (rule != null && rule.in().find(row) instanceof List<?> options) {
            for (var option : options) {
                var id = Texts.of(rule.id().find(option));
                var label = Texts.of(rule.label().find(option));
                if (id != null && label != null) {
                    labels.put(id, label);
                }
            }
        }
        return labels;
    }

    /** The value with every id in it, also those that name the rows of a matrix, turned into its label. */
    private static Object labelled(Object value, Map<String, String> labels) {
        return switch (value) {
            case String id -> labels.getOrDefault(id, id);
            case Number id -> labels.containsKey(Texts.of(id)) ? labels.get(Texts.of(id)) : id;
            case List<?> list -> {
                var out = new ArrayList<Object>();
                list.forEach(each -> out.add(labelled(each, labels)));
                yield out;
            }
            case Map<?, ?> map -> {
                var out = new LinkedHashMap<Object, Object>();
                map.forEach((name, each) -> {
                    var id = String.valueOf(name);
                    out.put(labels.getOrDefault(id, id), labelled(each, labels));
                });
                yield out;
            }
            case null -> "";
            default -> value;
        };
    }
}
