package dev.leadkeeper.lead;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * JSON in one possible spelling, so that equal content has equal bytes: keys sorted by UTF-16 code units, no blanks,
 * whole numbers only, and only the escapes that JSON demands. A subset of RFC 8785.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    /** @throws IllegalArgumentException for a value that is not text, a whole number, a boolean, a list or a map with text keys */
    public static String write(Object value) {
        var out = new StringBuilder(256);
        append(out, value);
        return out.toString();
    }

    private static void append(StringBuilder out, Object value) {
        switch (value) {
            case String text -> appendText(out, text);
            case Long number -> out.append(number.longValue());
            case Integer number -> out.append(number.intValue());
            case Boolean flag -> out.append(flag.booleanValue());
            case List<?> list -> {
                out.append('[');
                var first = true;
                for (var each : list) {
                    if (!first) {
                        out.append(',');
                    }
                    first = false;
                    append(out, each);
                }
                out.append(']');
            }
            case Map<?, ?> map -> {
                out.append('{');
                var names = map.keySet().toArray();
                Arrays.sort(names); // texts only, which sort by UTF-16 code units
                for (int i = 0; i < names.length; i++) {
                    if (i > 0) {
                        out.append(',');
                    }
                    appendText(out, (String) names[i]);
                    out.append(':');
                    append(out, map.get(names[i]));
                }
                out.append('}');
            }
            case null -> throw new IllegalArgumentException("null has no canonical form");
            default -> throw new IllegalArgumentException("no canonical form for " + value.getClass());
        }
    }

    /** A text as {@link #write} has it. */
    static void appendText(StringBuilder out, String text) {
        out.append('"');
        var written = 0;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                out.append(text, written, i).append(escaped(c));
                written = i + 1;
            }
        }
        (written == 0 ? out.append(text) : out.append(text, written, text.length())).append('"');
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format("\\u%04x", (int) c);
        };
    }
}
