package dev.leadkeeper.form;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which values became which fields of the lead.
 *
 * @param values  by field, after the form's transforms
 * @param asTyped what was surely meant for a field but cannot serve as it, by field
 * @param used    the answers that are in one of the two
 */
record Picked(Map<LeadField, Object> values, Map<LeadField, Object> asTyped, Set<Answer> used) {
    static Picked nothing() {
        return new Picked(new EnumMap<>(LeadField.class), new EnumMap<>(LeadField.class),
                Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    boolean has(LeadField field) {
        return values.containsKey(field);
    }

    /** The field as text, cut to its length; {@code null} if there is none. */
    String text(LeadField field) {
        return Texts.cut(Texts.of(values.get(field)), field.longest());
    }

    /** The texts of these fields that are there. */
    List<String> texts(LeadField... fields) {
        return Arrays.stream(fields).map(this::text).filter(Objects::nonNull).toList();
    }
}
