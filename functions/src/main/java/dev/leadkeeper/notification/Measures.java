package dev.leadkeeper.notification;

import java.time.Duration;

/** What is measured about notices. */
public interface Measures {
    /** An attempt ended so. */
    void attempted(NoticeMessage message, Receipt receipt);

    /** Somebody was reached, so long after the cause. */
    void reached(NoticeMessage message, Duration sinceCause);

    /** No channel of the recipient worked. An alarm watches it. */
    void undelivered(NoticeMessage message);
}
