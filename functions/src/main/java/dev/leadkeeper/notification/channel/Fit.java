package dev.leadkeeper.notification.channel;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/**
 * Makes one text of a message, harmless in its channel and within the channel's limit. What people typed into a form must
 * not become markup, a mention of everybody or a second line of a header.
 */
final class Fit {
    private static final String ELLIPSIS = "…";

    /** No markup to guard against. */
    static final IntFunction<String> PLAIN = Character::toString;
    /** Angle brackets become full-width ones: {@code <@id>}, {@code <at …>}, {@code <a …>} are markup in WeCom and Feishu. */
    static final IntFunction<String> NO_TAGS = c -> c == '<' ? "＜" : c == '>' ? "＞" : Character.toString(c);
    /** The three entities of Slack, https://docs.slack.dev/messaging/formatting-message-text#escaping. */
    static final IntFunction<String> ENTITIES = c -> c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : Character.toString(c);

    private Fit() {}

    /**
     * Title, text and link, each on its own line. If that is over the limit, the text is cut at a code point and ends with
     * an ellipsis; the link stays whole, and is left out only where it alone is over the limit.
     *
     * @param link  printable ASCII, or {@code null}
     * @param bytes the limit in UTF-8 bytes
     */
    static String message(String title, String text, String link, int bytes, IntFunction<String> escape) {
        var tail = link == null || link.length() + 1 > bytes ? "" : "\n" + link;
        return cut(title + "\n" + text, bytes - tail.length(), escape) + tail;
    }

    /** One line: line breaks become blanks. */
    static String line(String text, int bytes, IntFunction<String> escape) {
        return cut(text.replaceAll("\\R", " "), bytes, escape);
    }

    /** The text, escaped, in at most so many bytes. */
    static String cut(String text, int bytes, IntFunction<String> escape) {
        var out = new StringBuilder();
        var size = 0;
        var fits = 0; // where to cut so that the ellipsis has room
        var codePoints = text.codePoints().filter(Fit::harmless).toArray();
        for (var codePoint : codePoints) {
            var piece = escape.apply(codePoint);
            size += piece.getBytes(StandardCharsets.UTF_8).length;
            if (size > bytes) {
                out.setLength(fits);
                return bytes < 3 ? "" : out.append(ELLIPSIS).toString();
            }
            out.append(piece);
            if (size <= bytes - 3) {
                fits = out.length();
            }
        }
        return out.toString();
    }

    /** Neither a control character but the line break, nor one that turns the direction of what follows. */
    private static boolean harmless(int c) {
        var turns = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        return c == '\n' || !Character.isISOControl(c) && !turns;
    }
}
