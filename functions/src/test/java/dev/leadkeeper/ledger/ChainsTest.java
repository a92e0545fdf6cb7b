package dev.leadkeeper.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.EventCodec;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.ledger.ChainVerdict.Broken;
import dev.leadkeeper.ledger.ChainVerdict.Kind;
import dev.leadkeeper.ledger.ChainVerdict.Verified;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChainsTest {
    private final World world = new World();
    private final RandomHistory histories = new RandomHistory(world, new Random(11));
    private final Chains chains = new Chains(world.store, world.files);
    private final Tamperer hand = new Tamperer(world.store);

    @Test
    void a_history_as_the_ledger_wrote_it_verifies_and_names_its_head() {
        var lead = histories.make();
        var stored = world.leads.find(lead).orElseThrow();
        assertEquals(new Verified(stored.ver(), stored.head(), false), chains.verify(lead));
    }

    @Test
    void nothing_is_said_of_a_lead_that_never_was() {
        assertInstanceOf(ChainVerdict.Unknown.class, chains.verify("a".repeat(26)));
    }

    @Test
    void every_way_to_falsify_a_history_is_found_out_and_named() {
        var outcome = TamperTrial.run(5, 120, () -> { });
        assertEquals("", outcome.missed().stream().limit(3).collect(java.util.stream.Collectors.joining("\n")));
        assertEquals(120L * (Tampering.values().length + Rewriting.values().length), outcome.found());
    }

    @Test
    void a_broken_link_is_named_in_both_languages() {
        var lead = histories.make();
        hand.delete(Key.of(Table.TIMELINE, lead, 1L));
        var broken = assertInstanceOf(Broken.class, chains.verify(lead));
        assertEquals("第 1 条记录缺失,其后的记录仍在", broken.sentence().zh());
        assertEquals("event 1 is gone, later ones are still there", broken.sentence().en());
    }

    @Test
    void a_head_that_a_crash_left_behind_is_noted_and_no_alarm() {
        var lead = histories.make();
        var events = world.timelines.of(lead);
        var before = events.get(events.size() - 2);
        world.store.write(new Write.Update(Key.of(Table.LEADS, lead), List.of(Change.set("ver", before.seq()),
                Change.set("head", before.hash())), Condition.NONE));
        assertEquals(new Verified(events.size(), events.getLast().hash(), true), chains.verify(lead));
    }

    @Test
    void an_event_that_comes_while_the_history_is_read_is_no_alarm() {
        var lead = histories.make();
        var busy = new BusyStore(world, lead);
        var verified = assertInstanceOf(Verified.class, new Chains(busy, world.files).verify(lead));
        assertTrue(busy.appended && !verified.headBehind(), verified::toString);
    }

    @Test
    void a_decision_record_that_was_changed_in_its_file_is_named() {
        var lead = histories.make();
        var last = world.timelines.of(lead).getLast();
        world.files.put("decisions/one.json", new byte[] {1}, "application/json");
        hand.put(Table.TIMELINE, EventCodec.toDoc(TimelineEvent.of(lead, last.seq() + 1, "assigned", last.at(), "system",
                Map.of("file", "decisions/one.json", "fileHash", "00"), last.hash())));
        hand.mendHead(lead);
        assertEquals(Broken.at(last.seq() + 1, Kind.RECORD), chains.verify(lead));
    }

    /** Somebody appends an event between the first look at the lead and the look at its history. */
    private static final class BusyStore extends dev.leadkeeper.fake.InMemoryStore {
        private final World world;
        private final String lead;
        private boolean appended;

        BusyStore(World world, String lead) {
            this.world = world;
            this.lead = lead;
        }

        @Override
        public java.util.Optional<Map<String, Object>> get(Key key) {
            return world.store.get(key);
        }

        @Override
        public Store.Page query(Store.Query query) {
            if (!appended) {
                appended = true;
                world.timelines.appendOnce(lead, "notified", "system", Map.of(), _ -> false);
            }
            return world.store.query(query);
        }
    }
}
