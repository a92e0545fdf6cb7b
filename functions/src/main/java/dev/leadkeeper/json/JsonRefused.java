package dev.leadkeeper.json;

/**
 * A document that was not read, with the reason in one word. Never holds a piece of the document: what a stranger sent
 * reaches no message and no log this way.
 */
public final class JsonRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    JsonRefused(Reason reason) {
        super(reason.word());
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** The reasons. */
    public enum Reason {
        /** More bytes than the caller allows. */
        TOO_LONG("json-too-long"),
        /** Not UTF-8. */
        ENCODING("json-encoding"),
        /** Not JSON, or nothing at all. */
        SYNTAX("json-syntax"),
        /** Too deep, or a name or number too long. */
        LIMIT("json-limit"),
        /** One object has a name twice: two readers could see two different documents. */
        DUPLICATE_NAME("json-duplicate-name"),
        /** Something follows the document. */
        TRAILING("json-trailing"),
        /** The document is not an object where one is needed. */
        NOT_AN_OBJECT("json-not-an-object");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /** The reason as it is counted and logged. */
        public String word() {
            return word;
        }
    }
}
