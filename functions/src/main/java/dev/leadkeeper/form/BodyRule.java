package dev.leadkeeper.form;

import java.util.List;

/**
 * How a body becomes a document.
 *
 * @param kind    what the body is
 * @param unwraps documents inside the document, opened in this order
 */
record BodyRule(Kind kind, List<Unwrap> unwraps) {
    BodyRule {
        unwraps = List.copyOf(unwraps);
    }

    enum Kind {
        /** As the content type says, else as it looks. */
        AUTO, JSON, FORM, MULTIPART
    }

    /**
     * A text inside the document that is itself encoded.
     *
     * @param from     where it is; nothing happens if nothing is there or it is no text
     * @param steps    how to decode it, outermost first
     * @param into     name of the field, at the top of the document, that the result is put under
     * @param optional whether a text that cannot be decoded is left as it is
     */
    record Unwrap(Path from, List<Step> steps, String into, boolean optional) {
        Unwrap {
            steps = List.copyOf(steps);
        }
    }

    enum Step {
        /** JSON text. */
        JSON,
        /** Percent-encoded text. */
        URL,
        /** {@code a=1&b=2}. */
        FORM,
        /** Base 64 of UTF-8 text. */
        BASE64
    }
}
