package dev.leadkeeper.notification.channel;

/** A channel that cannot work as it is configured. The message names what is missing, never a value. */
final class NotConfigured extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotConfigured(String message) {
        super(message);
    }
}
