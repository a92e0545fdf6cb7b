package dev.leadkeeper.aws;

import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Path;
import dev.leadkeeper.port.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The expressions of one request and what their placeholders stand for. Names and values are always placeholders: no
 * name is a reserved word of DynamoDB, and nothing in a name or value can become part of an expression.
 */
final class Expression {
    private final Table table;
    private final Map<String, String> placeholders = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();

    Expression(Table table) {
        this.table = table;
    }

    /** What the names stand for; {@code null} if there are none, because DynamoDB refuses an empty map. */
    Map<String, String> names() {
        return names.isEmpty() ? null : names;
    }

    /** What the values stand for; {@code null} if there are none. */
    Map<String, AttributeValue> values() {
        return values.isEmpty() ? null : values;
    }

    /** The condition, {@code null} where there is none. */
    String condition(Condition condition) {
        return condition.equals(Condition.NONE) ? null : required(condition);
    }

    /** The condition, also where there is none. */
    String required(Condition condition) {
        return switch (condition) {
            case Condition.Exists exists -> "attribute_exists(" + path(exists.path()) + ")";
            case Condition.Missing missing -> "attribute_not_exists(" + path(missing.path()) + ")";
            case Condition.Equal equal -> path(equal.path()) + " = " + value(equal.value());
            case Condition.Below below -> path(below.path()) + " < " + value(below.bound());
            case Condition.All all -> all.parts().isEmpty() ? constant(" OR ") : join(all.parts(), " AND ");
            case Condition.Any any -> any.parts().isEmpty() ? constant(" AND ") : join(any.parts(), " OR ");
        };
    }

    /** The update expression. */
    String update(List<Change> changes) {
        var sets = new ArrayList<String>();
        var removes = new ArrayList<String>();
        for (var change : changes) {
            var path = path(change.path());
            switch (change) {
                case Change.Set set -> sets.add(path + " = " + value(set.value()));
                // Not ADD: that one is documented for attributes only, not for entries of a map.
                case Change.Add add -> sets.add(
                        path + " = if_not_exists(" + path + ", " + value(0L) + ") + " + value(add.amount()));
                case Change.Remove remove -> removes.add(path);
            }
        }
        return (sets.isEmpty() ? "" : "SET " + String.join(", ", sets) + " ")
                + (removes.isEmpty() ? "" : "REMOVE " + String.join(", ", removes));
    }

    /** The placeholder of an attribute. */
    String name(String attribute) {
        return placeholders.computeIfAbsent(attribute, name -> {
            var placeholder = "#n" + names.size();
            names.put(placeholder, name);
            return placeholder;
        });
    }

    /** The placeholder of a value. */
    String value(Object value) {
        var placeholder = ":v" + values.size();
        values.put(placeholder, Attributes.write(value));
        return placeholder;
    }

    private String path(String written) {
        var path = Path.of(written);
        return name(path.attribute()) + path.entry().map(entry -> "." + name(entry)).orElse("");
    }

    /** DynamoDB refuses parentheses around parentheses. */
    private String join(List<Condition> parts, String word) {
        return parts.size() == 1 ? required(parts.getFirst())
                : parts.stream().map(this::required).collect(Collectors.joining(word, "(", ")"));
    }

    /** There is no literal for true and false. */
    private String constant(String word) {
        var key = name(table.hash());
        return "(attribute_exists(" + key + ")" + word + "attribute_not_exists(" + key + "))";
    }
}
