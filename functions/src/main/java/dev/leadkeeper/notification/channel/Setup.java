package dev.leadkeeper.notification.channel;

import java.util.List;
import java.util.Map;

/**
 * How one channel is configured.
 *
 * @param settings    {@code type}, {@code baseUrl} and what else the type knows
 * @param credentials its live secrets, newest first
 */
record Setup(Map<String, Object> settings, List<Credential> credentials) {
    /** The base URL, or the vendor's own. */
    String baseUrl(String vendors) {
        var given = text("baseUrl", "");
        return given.isEmpty() ? vendors : given;
    }

    /** A setting as text. */
    String text(String name, String otherwise) {
        return switch (settings.get(name)) {
            case String text -> text;
            case Long number -> number.toString();
            case null -> otherwise;
            default -> throw new NotConfigured(name + " is not text");
        };
    }

    /** A setting that must be there. */
    String need(String name) {
        var text = text(name, "");
        if (text.isEmpty()) {
            throw new NotConfigured("no " + name);
        }
        return text;
    }

    /** The newest secret. */
    Credential credential() {
        if (credentials.isEmpty()) {
            throw new NotConfigured("no credential");
        }
        return credentials.getFirst();
    }

    /** One part of the newest secret. */
    String credential(String part) {
        return credential().part(part).orElseThrow(() -> new NotConfigured("no " + part + " in the credential"));
    }
}
