package dev.leadkeeper.form;

import java.util.List;

/**
 * One thing that a sender said.
 *
 * @param names what it is called, the most readable first; at least one
 * @param plain the same names as {@link CommonNames#plain} compares them
 * @param type  the vendor's word for the kind of question, empty if there is none
 * @param value decoded, never empty
 */
record Answer(List<String> names, List<String> plain, String type, Object value) {
    static Answer of(List<String> names, String type, Object value) {
        return new Answer(List.copyOf(names), names.stream().map(CommonNames::plain).toList(), type, value);
    }

    /** The name to keep it under. */
    String name() {
        return names.getFirst();
    }
}
