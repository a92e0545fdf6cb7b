package dev.leadkeeper.form;

import java.util.List;

/**
 * What this form says about one field of the lead, before names and types that all forms share are tried.
 *
 * @param from       paths within the lead's node; the first that is not empty wins
 * @param names      names of answers; the first that was given wins
 * @param transforms what to make of the value, in this order; applied wherever the value comes from
 * @param otherwise  the value where nothing was said, {@code null} for none
 */
record FieldRule(List<Path> from, List<String> names, List<Transform> transforms, String otherwise) {
    static final FieldRule NONE = new FieldRule(List.of(), List.of(), List.of(), null);

    FieldRule {
        from = List.copyOf(from);
        names = List.copyOf(names);
        transforms = List.copyOf(transforms);
    }

    Object transformed(Object value) {
        var result = value;
        for (var transform : transforms) {
            result = transform.apply(result);
        }
        return result;
    }
}
