package dev.leadkeeper.settings;

import dev.leadkeeper.form.FormDefinition;
import dev.leadkeeper.form.FormInvalid;
import dev.leadkeeper.form.FormReader;
import dev.leadkeeper.form.Forms;
import dev.leadkeeper.port.Store;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The forms as stored. Each look reads the stored version, so that an edit works at once; only the parsing is kept. */
public final class FormBook implements Forms {
    /** Kind of a form's document; its id is the form's. */
    public static final String KIND = "form";
    /** Ids as they stand in an endpoint's address; anything else is no form, and need not be looked up. */
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final Documents documents;
    private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();

    private record Parsed(long version, Optional<FormDefinition> form) {}

    public FormBook(Store store) {
        this.documents = new Documents(store);
    }

    @Override
    public Optional<FormDefinition> form(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return documents.find(KIND, id).flatMap(document -> parsed.compute(id, (each, before) ->
                before != null && before.version() == document.version() ? before
                        : new Parsed(document.version(), parse(document.doc()))).form());
    }

    /** Only valid forms are ever stored; one that no longer parses was written by another release and is as good as none. */
    private static Optional<FormDefinition> parse(Map<String, Object> doc) {
        return switch (FormReader.read(doc)) {
            case FormDefinition form -> Optional.of(form);
            case FormInvalid invalid -> Optional.empty();
        };
    }
}
