package dev.leadkeeper.notification;

import dev.leadkeeper.notice.HeldNotices;
import java.time.Duration;
import java.time.Instant;

/** What is measured about notices. */
public interface Measures {
    /** An attempt ended so. */
    void attempted(NoticeMessage message, Receipt receipt);

    /** Somebody was reached, so long after the cause. */
    void reached(NoticeMessage message, Duration sinceCause);

    /** It waits until then, because of what its recipient prefers. */
    void held(NoticeMessage message, HeldNotices.Why why, Instant until);

    /** No channel of the recipient worked, and those on this rung are told. An alarm watches it. */
    void undelivered(NoticeMessage message, Rung told);
}
