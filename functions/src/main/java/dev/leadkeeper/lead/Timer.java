package dev.leadkeeper.lead;

import java.util.Locale;

/** What can fall due of a lead. Those that fall due at the same moment fire in this order. */
public enum Timer {
    /** The last part of the response lock has begun: the rep is reminded. */
    REMIND(Lane.MINUTE),
    /** The response lock is over and nobody made contact: the supervisor is told. */
    ESCALATE(Lane.MINUTE),
    /** Still nobody made contact: red. */
    RED(Lane.MINUTE),
    /** Nothing happened for too long: the lead is taken back and goes to somebody else. */
    RECYCLE(Lane.MINUTE),
    /** The opportunity has stood in its stage for too long. */
    FREEZE(Lane.MINUTE),
    /** Nobody did anything for a season: the customer is dormant (休眠). */
    DORMANT(Lane.DAILY),
    /** The message that was to move the lead on may be lost: it is sent again. */
    RESEND(Lane.MINUTE);

    private final Lane lane;

    Timer(Lane lane) {
        this.lane = lane;
    }

    /** How often somebody looks whether a timer is due. */
    public enum Lane {
        MINUTE, DAILY;

        /** The word in storage. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Lane lane() {
        return lane;
    }

    /** The word in the API and in storage. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such timer */
    public static Timer of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
