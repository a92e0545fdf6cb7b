package dev.leadkeeper.evidence.check;

/** Ends a check from wherever the reason was met. Never leaves this package. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** @param detail for the log: what was met, no content */
    Refusal(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
