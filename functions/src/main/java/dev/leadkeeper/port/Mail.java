package dev.leadkeeper.port;

/** Hands e-mails to a mail service. */
public interface Mail {
    /** One attempt within 3 seconds; accepted is as much as a mail service ever confirms. Does not throw for what the service says. */
    Notifier.Outcome send(Account account, Letter letter);

    /** Whether the service lets this account send from this address; asks, and sends nothing. */
    default Notifier.Outcome check(Account account, String from) {
        return new Notifier.Outcome.Sent("not asked");
    }

    /**
     * How to reach the service.
     *
     * @param endpoint  its URL, or {@code null} for the region's own
     * @param region    such as {@code cn-north-1}, or {@code null} for the function's own
     * @param keyId     access key, or {@code null} for the function's own role
     * @param secretKey belongs to {@code keyId}
     */
    record Account(String endpoint, String region, String keyId, String secretKey) {
        @Override
        public String toString() {
            return "a mail account";
        }
    }

    /**
     * @param from    sender, verified at the service
     * @param to      one address
     * @param subject one line
     * @param text    plain text
     */
    record Letter(String from, String to, String subject, String text) {}
}
