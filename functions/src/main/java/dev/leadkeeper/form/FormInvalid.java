package dev.leadkeeper.form;

import java.util.List;

/**
 * A definition that cannot be used.
 *
 * @param problems each with the place in the document, such as {@code fields.phone.from[0]: not a JMESPath expression …}
 */
public record FormInvalid(List<String> problems) implements FormRead {
    public FormInvalid {
        problems = List.copyOf(problems);
    }
}
