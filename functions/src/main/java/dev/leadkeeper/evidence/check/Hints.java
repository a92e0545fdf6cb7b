package dev.leadkeeper.evidence.check;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a file says of itself. Anybody can write anything there, so these are hints and never facts. Components may be {@code null}.
 *
 * @param created    when its content is said to have been made or, of a photo, taken
 * @param modified   when it is said to have been saved last
 * @param zoneKnown  whether those times came with a time zone; without, China's is assumed
 * @param pages      pages or slides or frames
 * @param width      pixels
 * @param height     pixels
 * @param millis     length of a recording
 * @param restricted whether it forbids printing, copying or changing; it can be read without a password
 */
public record Hints(Instant created, Instant modified, boolean zoneKnown, Long pages, Long width, Long height, Long millis,
                    boolean restricted) {
    public static final Hints NONE = new Hints(null, null, true, null, null, null, null, false);

    Hints times(Instant made, Instant saved, boolean withZone) {
        return new Hints(made, saved, withZone, pages, width, height, millis, restricted);
    }

    Hints pages(long number) {
        return new Hints(created, modified, zoneKnown, number, width, height, millis, restricted);
    }

    Hints pixels(long wide, long high) {
        return new Hints(created, modified, zoneKnown, pages, wide, high, millis, restricted);
    }

    Hints lasting(long milliseconds) {
        return new Hints(created, modified, zoneKnown, pages, width, height, milliseconds, restricted);
    }

    Hints restricted(boolean isRestricted) {
        return new Hints(created, modified, zoneKnown, pages, width, height, millis, isRestricted);
    }

    /** As an item holds it: text, numbers and flags; what is not known is left out. */
    public Map<String, Object> toDoc() {
        var doc = new LinkedHashMap<String, Object>();
        put(doc, "created", created == null ? null : created.toString());
        put(doc, "modified", modified == null ? null : modified.toString());
        put(doc, "zoneKnown", zoneKnown || created == null && modified == null ? null : Boolean.FALSE);
        put(doc, "pages", pages);
        put(doc, "width", width);
        put(doc, "height", height);
        put(doc, "millis", millis);
        put(doc, "restricted", restricted ? Boolean.TRUE : null);
        return doc;
    }

    private static void put(Map<String, Object> doc, String name, Object value) {
        if (value != null) {
            doc.put(name, value);
        }
    }
}
