package dev.leadkeeper.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.Timer;
import dev.leadkeeper.lead.Watch;
import dev.leadkeeper.port.Index;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WatchCodecTest {
    private static final Instant AT = Instant.parse("2026-11-22T02:00:00.123Z");

    @Test
    void every_clock_of_a_lead_is_read_as_it_was_stored() {
        var watch = new Watch("north", Map.of(Timer.REMIND, AT, Timer.DORMANT, AT.plusSeconds(1)), Set.of(Timer.REMIND), AT.plusSeconds(2),
                AT.plusSeconds(3), AT.plusSeconds(4), AT.plusSeconds(5), AT.plusSeconds(6), 2, Map.of("lin", AT.plusSeconds(7)), AT.plusSeconds(8));

        assertEquals(watch, LeadCodec.fromDoc(Doc.of(LeadCodec.toDoc(lead(watch)))).watch());
        assertEquals(watch, LeadCodec.fromEntry(Doc.of(Index.HELD.entry(LeadCodec.toDoc(lead(watch))))).watch());
    }

    @Test
    void a_lead_on_which_no_clock_runs_is_not_in_the_index_of_what_is_due() {
        var item = LeadCodec.toDoc(lead(Watch.NONE));

        assertFalse(item.containsKey("timers") || item.containsKey("watch") || item.containsKey("dueLane") || item.containsKey("dueAt"));
        assertEquals(Watch.NONE, LeadCodec.fromDoc(Doc.of(item)).watch());
    }

    @Test
    void the_earliest_timer_that_has_not_fired_is_the_leads_place_in_the_index() {
        var item = LeadCodec.toDoc(lead(with(Map.of(Timer.REMIND, AT, Timer.RED, AT.plusSeconds(60), Timer.DORMANT, AT.plusSeconds(90)), Set.of(Timer.REMIND))));

        assertTrue(WatchCodec.lanes(Timer.Lane.MINUTE).contains(item.get("dueLane")));
        assertEquals(AT.plusSeconds(60), WatchCodec.dueAt((String) item.get("dueAt")));
    }

    @Test
    void a_lead_that_can_only_become_dormant_is_looked_at_once_a_day() {
        var item = LeadCodec.toDoc(lead(with(Map.of(Timer.RED, AT, Timer.DORMANT, AT.plusSeconds(90)), Set.of(Timer.RED))));

        assertTrue(WatchCodec.lanes(Timer.Lane.DAILY).contains(item.get("dueLane")));
    }

    @Test
    void moments_are_in_the_order_of_their_texts() {
        assertTrue(WatchCodec.dueAt(Instant.ofEpochMilli(999)).compareTo(WatchCodec.dueAt(Instant.ofEpochMilli(1_000_000))) < 0);
    }

    private static Watch with(Map<Timer, Instant> timers, Set<Timer> settled) {
        return new Watch("", timers, settled, null, null, null, null, null, 0, Map.of(), null);
    }

    private static Lead lead(Watch watch) {
        return new Lead("a", 3, "head", LeadState.ASSIGNED, "demo", "d", Set.of(), AT, AT, Priority.NORMAL, 82, "top", "1", null, "rep", null,
                null, AT, null, null, null, 1, watch, "trace");
    }
}
