package dev.leadkeeper.ledger;

import dev.leadkeeper.port.Change;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When the head of a lead moved last. It stands in the lead's item for the hourly anchor alone, which looks for what has
 * moved, and in no index, so that it costs no write unit.
 */
final class Moves {
    static final String MOVED_AT = "movedAt";

    private Moves() {}

    /** The lead's item, whose head has moved now. */
    static Map<String, Object> stamped(Map<String, Object> item, Instant now) {
        var stamped = new HashMap<>(item);
        stamped.put(MOVED_AT, now.toString());
        return stamped;
    }

    /** Moves a head now. */
    static List<Change> to(long ver, String head, Instant now) {
        return List.of(Change.set("ver", ver), Change.set("head", head), Change.set(MOVED_AT, now.toString()));
    }

    /** When the head moved, as the item says; empty if it says nothing readable. */
    static Optional<Instant> of(Map<String, Object> item) {
        try {
            return item.get(MOVED_AT) instanceof String at ? Optional.of(Instant.parse(at)) : Optional.empty();
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }
}
