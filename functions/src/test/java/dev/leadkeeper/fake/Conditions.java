package dev.leadkeeper.fake;

import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Path;
import java.util.Map;
import java.util.Optional;

/** Whether a condition holds for an item; for none, an empty map. */
final class Conditions {
    private Conditions() {}

    static boolean hold(Condition condition, Map<String, Object> item) {
        return switch (condition) {
            case Condition.Exists exists -> at(exists.path(), item).isPresent();
            case Condition.Missing missing -> at(missing.path(), item).isEmpty();
            case Condition.Equal equal -> at(equal.path(), item).filter(equal.value()::equals).isPresent();
            case Condition.Below below -> at(below.path(), item).filter(value -> isBelow(value, below.bound())).isPresent();
            case Condition.All all -> all.parts().stream().allMatch(part -> hold(part, item));
            case Condition.Any any -> any.parts().stream().anyMatch(part -> hold(part, item));
        };
    }

    private static boolean isBelow(Object value, Object bound) {
        return switch (value) {
            case Long number -> bound instanceof Long most && number < most;
            case String text -> bound instanceof String most && Utf8Order.UTF_8.compare(text, most) < 0;
            default -> false;
        };
    }

    private static Optional<Object> at(String written, Map<String, Object> item) {
        var path = Path.of(written);
        var value = item.get(path.attribute());
        if (path.entry().isEmpty()) {
            return Optional.ofNullable(value);
        }
        return value instanceof Map<?, ?> map ? Optional.ofNullable(map.get(path.entry().get())) : Optional.empty();
    }
}
