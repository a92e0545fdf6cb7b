package dev.leadkeeper.lead;

import java.util.List;
import java.util.Set;

/** The kinds of notices that there are. */
public final class NoticeKind {
    /** What many notices at once become: its own delivery is nobody's choice. */
    public static final String DIGEST = "digest";

    /** Every other kind, the most urgent first: the order within a digest. */
    public static final List<String> BY_URGENCY = List.of("breached", "recycled", "red", "at-risk", "new-lead", "undelivered", "address",
            "silent-rep", "compliance", "frozen", "dormant", "advice", "review", "evidence-duplicate", "evidence-rejected",
            "evidence-too-old", "reviewed", "todo", "drift");

    /** Kinds that can wait for the day's digest where nobody says otherwise. */
    private static final Set<String> CAN_WAIT = Set.of("red", "silent-rep", "compliance", "frozen", "dormant");

    private NoticeKind() {}

    /** How it comes where neither the person nor the organisation says so: a new lead at any time, what can wait with the digest. */
    public static Preferences.Delivery usual(String kind) {
        if (kind.equals("new-lead")) {
            return Preferences.Delivery.ALWAYS;
        }
        return CAN_WAIT.contains(kind) ? Preferences.Delivery.DIGEST : Preferences.Delivery.AWAKE;
    }

    /** Its place in the order of urgency, from 0; a kind that is not on the list comes last. */
    public static int urgency(String kind) {
        var at = BY_URGENCY.indexOf(kind);
        return at < 0 ? BY_URGENCY.size() : at;
    }
}
