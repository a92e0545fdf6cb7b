package dev.leadkeeper.people;

import dev.leadkeeper.settings.Documents;
import java.util.Map;

/** A form's definition as the API shows it and takes it back. Its secret is stored elsewhere and never shown. */
public final class FormSheet {
    private FormSheet() {}

    /** Whether this can be the id of a form. */
    public static boolean isId(String form) {
        return form.matches("[a-z0-9][a-z0-9-]{0,63}");
    }

    public static Map<String, Object> of(String form, Documents.Document document) {
        return new Sheet().put("form", form).put("version", document.version()).put("definition", document.doc()).done();
    }
}
