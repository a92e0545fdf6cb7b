package dev.leadkeeper.json;

import java.util.Map;
import java.util.function.Function;

/**
 * Documents that were read before, a few hundred of the last: a history is read anew by each step, and an event of it never changes.
 * Safe for many threads without a lock, because what is kept is immutable; two that read the same at once both read it.
 */
final class Known {
    private static final int PLACES = 512;
    /** In UTF-16 code units; what is longer is rare and is read each time. */
    private static final int LONGEST = 4_096;

    private final Read[] known = new Read[PLACES];

    private record Read(String document, Map<String, Object> content) {}

    /** @param reader gives what nobody can change */
    Map<String, Object> read(String document, Function<String, Map<String, Object>> reader) {
        if (document.length() > LONGEST) {
            return reader.apply(document);
        }
        var hash = document.hashCode();
        var place = (hash ^ hash >>> 16) & PLACES - 1;
        var one = known[place];
        if (one == null || !one.document().equals(document)) {
            one = new Read(document, reader.apply(document));
            known[place] = one;
        }
        return one.content();
    }
}
