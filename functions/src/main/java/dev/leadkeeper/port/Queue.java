package dev.leadkeeper.port;

import java.time.Duration;
import java.util.Map;

/** Sends messages. At least once, in no order. A returned call means that the message is durable. */
public interface Queue {
    /**
     * @param body  what {@code json.Json} writes; at most 1 MiB as JSON in UTF-8
     * @param delay how long the message stays invisible, 0 s–15 min; fractions of a second are rounded up
     * @throws Store.Fault if it may not have been sent; sending again is always right
     * @throws IllegalArgumentException for a body too large or a delay out of range
     */
    void send(Channel channel, Map<String, Object> body, Duration delay);

    default void send(Channel channel, Map<String, Object> body) {
        send(channel, body, Duration.ZERO);
    }

    /** The queues between the functions. Names of the real queues come from the template. */
    enum Channel {
        /** Posts that were accepted, each with one to ten leads, for scoring. */
        LEADS_RECEIVED,
        /** Scored leads for assignment. */
        LEADS_SCORED,
        /** The same for urgent leads, so that they do not stand behind a backlog. */
        LEADS_SCORED_URGENT,
        /** Requests to work through the waiting list. */
        DRAINS,
        /** What has fallen due of leads, one lead per message. */
        DUE,
        /** Notices to people, one channel attempt per message. */
        NOTICES
    }
}
