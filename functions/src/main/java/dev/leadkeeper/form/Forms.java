package dev.leadkeeper.form;

import java.util.Optional;

/** Where intake finds the definition of a form. */
public interface Forms {
    /** The form with this id, empty if there is none or its stored definition cannot be used. */
    Optional<FormDefinition> form(String id);
}
