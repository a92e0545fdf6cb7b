package dev.leadkeeper.form;

/** Reads one transform: a map with a single key, such as {@code {join: "、"}}. */
final class TransformReader {
    private TransformReader() {}

    static Transform transform(Section step) {
        var word = step.keys().size() == 1 ? step.keys().getFirst() : "";
        Transform made = switch (word) {
            case "first" -> {
                step.flag("first", true);
                yield new Transform.First();
            }
            case "join" -> new Transform.Join(step.text("join", Texts.SEPARATOR));
            case "split" -> new Transform.Split(step.required("split"));
            case "before" -> new Transform.Before(step.required("before"));
            case "after" -> new Transform.After(step.required("after"));
            case "lookup" -> {
                var table = step.section("lookup");
                yield new Transform.Lookup(table == null ? java.util.Map.of() : table.table());
            }
            default -> {
                step.problem("transform", "must have one key: first, join, split, before, after or lookup");
                yield new Transform.First();
            }
        };
        return made;
    }
}
