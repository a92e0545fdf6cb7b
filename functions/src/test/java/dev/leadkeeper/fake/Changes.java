package dev.leadkeeper.fake;

import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Path;
import dev.leadkeeper.port.Store;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an item becomes. */
final class Changes {
    private Changes() {}

    /** A changed copy. @throws Store.Fault for a path into a map that is not there, or a sum with what is no number */
    static Map<String, Object> apply(List<Change> changes, Map<String, Object> item) {
        var changed = new LinkedHashMap<>(item);
        for (var change : changes) {
            var path = Path.of(change.path());
            if (path.entry().isEmpty()) {
                apply(change, changed, path.attribute());
            } else {
                if (!(changed.get(path.attribute()) instanceof Map<?, ?> map)) {
                    throw new Store.Fault("no map at " + path.attribute(), null);
                }
                var inner = new LinkedHashMap<String, Object>();
                map.forEach((name, value) -> inner.put((String) name, value));
                apply(change, inner, path.entry().get());
                changed.put(path.attribute(), Collections.unmodifiableMap(inner));
            }
        }
        return Collections.unmodifiableMap(changed);
    }

    private static void apply(Change change, Map<String, Object> map, String name) {
        switch (change) {
            case Change.Set set -> map.put(name, Items.copy(set.value()));
            case Change.Remove remove -> map.remove(name);
            case Change.Add add -> {
                if (!(map.getOrDefault(name, 0L) instanceof Long number)) {
                    throw new Store.Fault("adding to what is no number: " + name, null);
                }
                map.put(name, Math.addExact(number, add.amount()));
            }
        }
    }
}
