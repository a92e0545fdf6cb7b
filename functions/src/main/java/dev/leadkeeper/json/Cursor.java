package dev.leadkeeper.json;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Where a page ended, as one printable word: key values as JSON in base 64 for URLs. Opaque to everybody else. */
public final class Cursor {
    // Two keys of at most 2,048 + 1,024 bytes each, every byte escaped at worst, in base 64.
    private static final int LONGEST = 50_000;

    private Cursor() {}

    /** @param values text and whole numbers */
    public static String write(List<Object> values) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.writeBytes(values));
    }

    /**
     * The values of a cursor that a client brought back.
     *
     * @param kinds what they must be, in order: {@code String.class} or {@code Long.class}; text must not be empty
     * @throws IllegalArgumentException if this is no such cursor
     */
    public static List<Object> read(String cursor, List<Class<?>> kinds) {
        if (cursor.length() > LONGEST) {
            throw unreadable(null);
        }
        try {
            var document = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (Json.read(document) instanceof List<?> values && fit(values, kinds)) {
                return List.copyOf(values);
            }
            throw unreadable(null);
        } catch (JsonRefused refused) {
            throw unreadable(refused);
        }
    }

    private static boolean fit(List<?> values, List<Class<?>> kinds) {
        if (values.size() != kinds.size()) {
            return false;
        }
        for (int i = 0; i < kinds.size(); i++) {
            if (!kinds.get(i).isInstance(values.get(i)) || "".equals(values.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static IllegalArgumentException unreadable(Throwable cause) {
        return new IllegalArgumentException("not a cursor of this list", cause);
    }
}
