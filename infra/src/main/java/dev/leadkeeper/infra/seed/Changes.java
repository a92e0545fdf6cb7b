package dev.leadkeeper.infra.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** What differs between two documents, as dotted paths. */
final class Changes {
    private static final int MOST_NAMED = 6;

    private Changes() {}

    /** The paths, such as {@code fields.phone.from}; empty if nothing differs. */
    static List<String> between(Object stored, Object wanted) {
        var paths = new ArrayList<String>();
        collect("", stored, wanted, paths);
        return paths;
    }

    /** The first few paths, for one line. */
    static String words(List<String> paths) {
        var more = paths.size() - MOST_NAMED;
        return String.join(", ", paths.subList(0, Math.min(MOST_NAMED, paths.size()))) + (more > 0 ? " and " + more + " more" : "");
    }

    private static void collect(String path, Object stored, Object wanted, List<String> paths) {
        if (stored instanceof Map<?, ?> left && wanted instanceof Map<?, ?> right) {
            var keys = new TreeSet<String>();
            left.keySet().forEach(key -> keys.add(String.valueOf(key)));
            right.keySet().forEach(key -> keys.add(String.valueOf(key)));
            keys.forEach(key -> collect(path.isEmpty() ? key : path + "." + key, left.get(key), right.get(key), paths));
        } else if (!Objects.equals(stored, wanted)) {
            paths.add(path);
        }
    }
}
