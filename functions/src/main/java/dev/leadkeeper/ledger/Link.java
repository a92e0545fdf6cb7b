package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.EventCodec;
import dev.leadkeeper.lead.TimelineEvent;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One event as its item stands in the table, trusted in nothing: what the codec would overlook counts, such as one more
 * attribute, another spelling of the time, blanks in the data.
 */
final class Link {
    private static final Set<String> TEXTS = Set.of("lead", "type", "at", "by", "prev", "hash");
    private static final int ATTRIBUTES = TEXTS.size() + 2;

    private final Map<String, Object> item;
    private final String data;

    Link(Map<String, Object> item) {
        this.item = item;
        this.data = sound(item) ? readable(item) : null;
    }

    long seq() {
        return (Long) item.get("seq");
    }

    /** The stored hash, whether it fits or not. */
    String hash() {
        return item.get("hash") instanceof String hash ? hash : "";
    }

    /** The hash of the event before, as this one has it. */
    String prev() {
        return item.get("prev") instanceof String prev ? prev : "";
    }

    /** When it happened, as it says; empty if it says nothing readable. */
    Optional<Instant> at() {
        try {
            return item.get("at") instanceof String at ? Optional.of(Instant.parse(at)) : Optional.empty();
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    /** The data's JSON, {@code null} if the item is not one of ours. */
    String data() {
        return data;
    }

    /** Whether the hash fits the content in this place. */
    boolean holds() {
        return holdsAt(seq());
    }

    /** The place of 1 to {@code last} in which the content would fit its hash, nearest first. */
    OptionalLong home(long last) {
        for (long far = 0; far <= last; far++) {
            for (var place : far == 0 ? new long[] {seq()} : new long[] {seq() - far, seq() + far}) {
                if (place >= 1 && place <= last && holdsAt(place)) {
                    return OptionalLong.of(place);
                }
            }
        }
        return OptionalLong.empty();
    }

    private boolean holdsAt(long place) {
        return data != null && hash().equals(TimelineEvent.hash((String) item.get("lead"), place, (String) item.get("type"),
                (String) item.get("at"), (String) item.get("by"), data, prev()));
    }

    private static boolean sound(Map<String, Object> item) {
        return item.size() == ATTRIBUTES && item.get("seq") instanceof Long
                && TEXTS.stream().allMatch(name -> item.get(name) instanceof String);
    }

    private static String readable(Map<String, Object> item) {
        try {
            return EventCodec.data(item);
        } catch (IllegalArgumentException damaged) {
            return null;
        }
    }
}
