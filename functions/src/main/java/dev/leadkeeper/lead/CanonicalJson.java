package dev.leadkeeper.lead;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
                var sorted = new TreeMap<String, Object>();
                map.forEach((key, each) -> sorted.put((String) key, each));
                var first = true;
                for (var entry : sorted.entrySet()) {
                    if (!first) {
                        out.append(',');
                    }
                    first = false;
                    appendText(out, entry.getKey());
                    out.append(':');
                    append(out, entry.getValue());
                }
                out.append('}');
            }
            case null -> throw new IllegalArgumentException("null has no canonical form");
            default -> throw new IllegalArgumentException("no canonical form for " + value.getClass());
        }
    }

    private static void appendText(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
