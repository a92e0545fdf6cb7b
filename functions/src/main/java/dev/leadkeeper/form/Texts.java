package dev.leadkeeper.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Decoded values as text. */
final class Texts {
    /** Between the labels of a multiple choice, as lists are written in Chinese. */
    static final String SEPARATOR = "、";

    private Texts() {}

    /** The value as trimmed text: numbers in full, lists joined; {@code null} for nothing, an empty text, and maps. */
    static String of(Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text.isBlank() ? null : text.strip();
            case BigDecimal number -> number.toPlainString();
            case Double number -> BigDecimal.valueOf(number).toPlainString();
            case List<?> list -> {
                var joined = list.stream().map(Texts::of).filter(Objects::nonNull).collect(Collectors.joining(SEPARATOR));
                yield joined.isEmpty() ? null : joined;
            }
            case Map<?, ?> map -> null;
            default -> value.toString();
        };
    }

    /** Whether a sender who sends this says nothing: absent, blank, or a list or map of nothing. */
    static boolean empty(Object value) {
        return switch (value) {
            case null -> true;
            case String text -> text.isBlank();
            case List<?> list -> list.stream().allMatch(Texts::empty);
            case Map<?, ?> map -> map.values().stream().allMatch(Texts::empty);
            default -> false;
        };
    }

    /** At most this many UTF-16 code units, an ellipsis in place of the rest; never half a character. */
    static String cut(String text, int most) {
        if (text == null || text.length() <= most) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
