package dev.leadkeeper.evidence;

import dev.leadkeeper.port.Quarantine.Seen;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whose file an object is, as its name says. */
record Place(String lead, String activity, String file) {
    private static final Pattern KEY = Pattern.compile("evidence/([^/]+)/([^/]+)/([^/]+)");

    /** Empty for an object that no form of ours allows. */
    static Optional<Place> of(String key) {
        var parts = KEY.matcher(key);
        return parts.matches() ? Optional.of(new Place(parts.group(1), parts.group(2), parts.group(3))) : Optional.empty();
    }

    /** As the table of uses names it. */
    String use() {
        return String.join("#", lead, activity, file);
    }

    /** What tells an object from any other under its name. */
    static String mark(Seen seen) {
        return seen.version() != null ? seen.version() : plain(seen.etag());
    }

    /** An ETag without quotes, which notifications leave out. */
    static String plain(String etag) {
        return etag.replace("\"", "");
    }
}
