package dev.leadkeeper.evidence.check;

import dev.leadkeeper.lead.FileReason;

/** Ends a check from wherever the reason was met. Never leaves this package. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FileReason reason;

    /** @param detail for the log: what was met, no content */
    Refusal(FileReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    FileReason reason() {
        return reason;
    }
}
