package dev.leadkeeper.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fields that are kept beside the lead's own: text, or lists and maps of text. Bounded, so that no body makes a lead too
 * large to store; the raw post keeps everything.
 */
final class Unmapped {
    /** Together, in UTF-16 code units of names and values. A lead's details must fit a DynamoDB item of 400 KB. */
    static final int MOST_TEXT = 40_000;
    private static final int MOST_FIELDS = 200;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_ELEMENTS = 100;
    private static final int DEEPEST = 4;

    private final Map<String, Object> fields = new LinkedHashMap<>();
    private int left = MOST_TEXT;

    /** Keeps the value; a second one of the same name makes a list. Returns the name it is kept under, {@code null} if there is no room. */
    String put(String name, Object value) {
        var key = Texts.cut(name.strip(), LONGEST_NAME);
        if (key.isEmpty() || key.length() > left || fields.size() >= MOST_FIELDS && !fields.containsKey(key)) {
            return null;
        }
        left -= key.length();
        var kept = kept(value, DEEPEST);
        if (kept == null) {
            return null;
        }
        switch (fields.get(key)) {
            case null -> fields.put(key, kept);
            case List<?> list -> {
                var longer = new ArrayList<Object>(list);
                longer.add(kept);
                fields.put(key, longer);
            }
            case Object first -> fields.put(key, new ArrayList<>(List.of(first, kept)));
        }
        return key;
    }

    Map<String, Object> toMap() {
        return fields;
    }

    private Object kept(Object value, int depth) {
        return switch (value) {
            case null -> null;
            case List<?> list when depth > 0 -> {
                var out = new ArrayList<Object>();
                list.stream().limit(MOST_ELEMENTS).map(each -> kept(each, depth - 1)).filter(each -> each != null).forEach(out::add);
                yield out.isEmpty() ? null : out;
            }
            case Map<?, ?> map when depth > 0 -> {
                var out = new LinkedHashMap<String, Object>();
                map.entrySet().stream().limit(MOST_ELEMENTS).forEach(entry -> {
                    var name = text(String.valueOf(entry.getKey()), LONGEST_NAME);
                    var kept = kept(entry.getValue(), depth - 1);
                    if (name != null && kept != null) {
                        out.put(name, kept);
                    }
                });
                yield out.isEmpty() ? null : out;
            }
            case List<?> list -> text(Texts.of(list), LONGEST_TEXT);
            case Map<?, ?> map -> null;
            case BigDecimal number -> text(number.toPlainString(), LONGEST_TEXT);
            default -> text(value.toString(), LONGEST_TEXT);
        };
    }

    private String text(String text, int longest) {
        if (text == null || text.isBlank() || left <= 1) {
            return null;
        }
        var cut = Texts.cut(text.strip(), Math.min(longest, left));
        left -= cut.length();
        return cut;
    }
}
