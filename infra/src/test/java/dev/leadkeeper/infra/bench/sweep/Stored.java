package dev.leadkeeper.infra.bench.sweep;

import dev.leadkeeper.codec.LeadCodec;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadId;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.Watch;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Leads as they lie in storage. */
final class Stored {
    /** The lane that {@link #due} leads are in. */
    static final String LANE = "minute#0";
    /** Until when they are due. */
    static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Instant CREATED = Instant.parse("2026-08-01T00:00:00Z");

    private Stored() {}

    /** A lead that somebody owns, with a timer far ahead, so that it is in both indexes but not due. */
    static Map<String, Object> owned(int number) {
        return timed(lead(number, LeadState.ASSIGNED), NOW.plusSeconds(86_400L + number % 100_000));
    }

    /** A lead on the waiting list whose timer has run out. */
    static Map<String, Object> due(int number) {
        return timed(lead(number, LeadState.WAITING), NOW.minusSeconds(number % 600));
    }

    private static Map<String, Object> timed(Lead lead, Instant due) {
        var item = new HashMap<>(LeadCodec.toDoc(lead));
        item.put("dueLane", LANE);
        item.put("dueAt", due.toString());
        return item;
    }

    private static Lead lead(int number, LeadState state) {
        var owned = state == LeadState.ASSIGNED;
        var at = CREATED.plusSeconds(number * 7L);
        return new Lead(LeadId.of("demo", "stored-" + number), owned ? 3 : 2, "2cf24dba5fb0a30e26e83b2ac5b9e29e", state, "demo",
                "delivery#9f86d081884c7d65", Set.of("9f86d081884c7d65"), at, at, Priority.NORMAL, 52, "warm", "2026-01", null,
                owned ? "rep-%03d".formatted(number % 200) : null, owned ? null : "waiting", owned ? null : "everybody-full",
                owned ? at.plusSeconds(2) : null, null, null, null, owned ? 3 : 2, Watch.NONE,
                "1-67f0a3c2-4d2f8b1c9e6a7f3b5c1d0e9f");
    }
}
