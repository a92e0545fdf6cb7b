package dev.leadkeeper.notification.channel;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Building of URLs. Whatever is put into one is percent-encoded here and nowhere else. */
final class Urls {
    private Urls() {}

    /** RFC 3986: everything but letters, digits and {@code -._~} is percent-encoded, in capitals. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }

    /** Base and path with exactly one slash between. */
    static String join(String base, String path) {
        var head = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return head + (path.startsWith("/") ? path : "/" + path);
    }
}
