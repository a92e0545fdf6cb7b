package dev.leadkeeper.form;

import dev.leadkeeper.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What people usually call the fields of a lead, in {@code common-names.json}: {@code is} lists whole names, the
 * likeliest first; {@code has} lists words that are telling wherever they stand in a longer question. Compared without
 * case, width, blanks and signs.
 */
final class CommonNames {
    private static final CommonNames SHIPPED = read("common-names.json");

    private final Map<LeadField, List<String>> whole = new EnumMap<>(LeadField.class);
    private final Map<LeadField, List<String>> within = new EnumMap<>(LeadField.class);

    /** The list that comes with the product. */
    static CommonNames shipped() {
        return SHIPPED;
    }

    /** The names that mean this field. */
    List<String> whole(LeadField field) {
        return whole.getOrDefault(field, List.of());
    }

    /** The words that hint at this field. */
    List<String> within(LeadField field) {
        return within.getOrDefault(field, List.of());
    }

    /** Whether one of these {@link #plain} names means something that leads have. */
    boolean knows(List<String> plain) {
        return whole.values().stream().anyMatch(names -> plain.stream().anyMatch(names::contains));
    }

    /** The letters and digits of a name, in lower case and half width, without what only says whether it must be filled in. */
    static String plain(String name) {
        var folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var out = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
        var plain = out.toString();
        for (var suffix : List.of("必填", "选填", "required", "optional")) {
            if (plain.endsWith(suffix) && plain.length() > suffix.length()) {
                plain = plain.substring(0, plain.length() - suffix.length());
            }
        }
        return plain;
    }

    private static CommonNames read(String resource) {
        try (var in = CommonNames.class.getResourceAsStream(resource)) {
            var names = new CommonNames();
            Json.readOwn(new String(in.readAllBytes(), StandardCharsets.UTF_8)).forEach((word, lists) -> {
                var field = LeadField.of(word).orElseThrow(() -> new IllegalStateException(resource + " names " + word));
                names.whole.put(field, list(lists, "is"));
                names.within.put(field, list(lists, "has"));
            });
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static List<String> list(Object lists, String key) {
        return lists instanceof Map<?, ?> map && map.get(key) instanceof List<?> list
                ? list.stream().map(each -> plain((String) each)).distinct().toList() : List.of();
    }
}
