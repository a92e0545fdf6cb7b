package dev.leadkeeper.notification.channel;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A channel's secret: one value as it is, or several as {@code name=value} pairs joined by {@code &}, URL-encoded.
 * Prints as nothing, so that it cannot get into a log by mistake.
 */
final class Credential {
    private final String value;

    Credential(String value) {
        this.value = value;
    }

    /** The whole value. */
    String whole() {
        return value;
    }

    /** One part of several. */
    Optional<String> part(String name) {
        return Optional.ofNullable(parts().get(name)).filter(part -> !part.isEmpty());
    }

    private Map<String, String> parts() {
        var parts = new HashMap<String, String>();
        for (var pair : value.split("&")) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                parts.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
        return parts;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return ""; // a stray % sign: as if the part were missing, and nothing of it in a message
        }
    }

    @Override
    public String toString() {
        return "a credential";
    }
}
