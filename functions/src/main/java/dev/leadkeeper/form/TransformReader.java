package dev.leadkeeper.form;

import java.util.Map;

/** Reads one transform: a map with a single key, such as {@code {join: "、"}}. */
final class TransformReader {
    private TransformReader() {}

    static Transform transform(Section step) {
        var word = step.keys().size() == 1 ? step.keys().getFirst() : "";
        return switch (word) {
            case "first" -> {
                step.flag("first", true);
                yield new Transform.First();
            }
            case "join" -> new Transform.Join(step.text("join", Texts.SEPARATOR));
            case "split" -> new Transform.Split(step.mark("split"));
            case "before" -> new Transform.Before(step.mark("before"));
            case "after" -> new Transform.After(step.mark("after"));
            case "lookup" -> {
                var table = step.section("lookup");
                yield new Transform.Lookup(table == null ? Map.of() : table.table());
            }
            default -> {
                step.problem("transform", "must have one key: first, join, split, before, after or lookup");
                yield new Transform.First();
            }
        };
    }
}
