package dev.leadkeeper.notification.channel;

import dev.leadkeeper.port.Notifier.Outcome;

/** What one code of a channel means. */
enum Verdict {
    SENT, RETRY, DEAD, FAILED;

    Outcome because(String why) {
        return switch (this) {
            case SENT -> new Outcome.Sent(why);
            case RETRY -> new Outcome.Retry(why);
            case DEAD -> new Outcome.Dead(why);
            case FAILED -> new Outcome.Failed(why);
        };
    }

    /** What an HTTP status means where the body says nothing more. A redirect is not followed and delivers nothing. */
    static Verdict ofStatus(int status) {
        return switch (status) {
            case 408, 425, 429 -> RETRY;
            case 401, 403, 404, 405, 410 -> DEAD;
            default -> status >= 500 ? RETRY : status >= 200 && status < 300 ? SENT : FAILED;
        };
    }
}
