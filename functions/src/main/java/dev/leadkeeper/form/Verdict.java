package dev.leadkeeper.form;

/** Whether a post is authentic. */
public sealed interface Verdict {
    /** It is. */
    record Authentic() implements Verdict {}

    /** It is not, or nobody can tell. */
    record Refused(Reason reason) implements Verdict {}

    /** Its proof would stand in the body, which cannot be read. */
    record Unreadable() implements Verdict {}

    /** Why a post is refused, in the order of what is worth telling when several schemes were tried. */
    enum Reason {
        /** The signature or secret is not right. */
        WRONG("signature-wrong"),
        /** Signed more than five minutes ago. */
        STALE("signature-stale"),
        /** Signed more than five minutes from now. */
        EARLY("signature-early"),
        /** A header of the signature came twice: two readers could see two different ones. */
        REPEATED("header-repeated"),
        /** No usable secret is configured for the form. */
        NO_SECRET("no-secret"),
        /** No signature or secret was sent. */
        MISSING("signature-missing");

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
