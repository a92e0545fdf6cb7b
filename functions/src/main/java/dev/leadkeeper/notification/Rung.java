package dev.leadkeeper.notification;

import java.util.Locale;
import java.util.Optional;

/** The ladder that a notice climbs until somebody is reached. */
public enum Rung {
    /** Whom it was for. */
    RECIPIENT,
    /** Their supervisors, or whom the organisation names in {@code undeliveredTo}. */
    SUPERVISORS,
    /** Who takes the leads that no rule could place. */
    FALLBACK,
    /** Those who can mend channels. The last: then only the alarm is left. */
    ADMINS;

    Optional<Rung> next() {
        return ordinal() + 1 < values().length ? Optional.of(values()[ordinal() + 1]) : Optional.empty();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Rung of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
