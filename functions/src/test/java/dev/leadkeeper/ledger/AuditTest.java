package dev.leadkeeper.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.leadkeeper.ledger.ChainVerdict.Broken;
import dev.leadkeeper.ledger.ChainVerdict.Kind;
import dev.leadkeeper.ledger.ChainVerdict.Verified;
import dev.leadkeeper.port.Files;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Table;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AuditTest {
    private final World world = new World();
    private final Tamperer hand = new Tamperer(world.store);
    private final Map<String, Optional<byte[]>> forged = new HashMap<>();
    /** The files as somebody sees them who got round the object lock. */
    private final Files files = new Files() {
        @Override
        public void put(String name, byte[] content, String contentType) {
            world.files.put(name, content, contentType);
        }

        @Override
        public Optional<byte[]> get(String name) {
            return forged.getOrDefault(name, world.files.get(name));
        }
    };
    private final Anchors anchors = new Anchors(files);

    private String lead(String key) {
        return world.take(world.submission(key, key)).lead().id();
    }

    private Anchor anHourLater() {
        world.clock.advance(Duration.ofHours(1));
        return anchors.take(world.store, world.clock).anchor();
    }

    private List<Broken> brokenAnchors() {
        var audit = new Audit(world.store, files);
        audit.anchors();
        return audit.brokenAnchors();
    }

    private Map<String, ChainVerdict> leads() {
        var audit = new Audit(world.store, files);
        audit.anchors();
        var verdicts = new TreeMap<String, ChainVerdict>();
        audit.leads(verdicts::put);
        return verdicts;
    }

    private AnchoredChains.Checked check(String lead) {
        return new AnchoredChains(new Chains(world.store, files), anchors).verify(lead);
    }

    @Test
    void all_is_well_where_nobody_did_anything() {
        var one = lead("one");
        anHourLater();
        world.timelines.appendOnce(one, "notified", "system", Map.of(), _ -> false);
        anHourLater();
        anHourLater();
        assertEquals(List.of(), brokenAnchors());
        assertInstanceOf(Verified.class, leads().get(one));
        var checked = check(one);
        assertInstanceOf(Verified.class, checked.verdict());
        assertEquals(2, checked.held());
        assertEquals(3, checked.latest());
    }

    @Test
    void a_stack_without_any_anchor_yet_verifies_by_its_chains_alone() {
        var one = lead("one");
        assertInstanceOf(Verified.class, leads().get(one));
        assertEquals(0, check(one).latest());
    }

    @Test
    void a_history_that_was_written_anew_is_found_by_the_hours_of_its_events() {
        var one = lead("one");
        anHourLater();
        world.timelines.appendOnce(one, "notified", "system", Map.of(), _ -> false);
        anHourLater();
        var events = hand.events(one);
        events.set(1, Tamperer.with(events.get(1), "by", "nobody"));
        hand.rewrite(one, Tamperer.relinked(events, 2));
        hand.mendHead(one);
        assertInstanceOf(Verified.class, new Chains(world.store, files).verify(one));
        assertEquals(Broken.at(2, Kind.REWRITTEN), check(one).verdict());
    }

    @Test
    void a_history_whose_end_was_cut_off_is_found_by_the_hour_of_its_last_move() {
        var one = lead("one");
        anHourLater();
        world.clock.advance(Duration.ofHours(3));
        world.timelines.appendOnce(one, "notified", "system", Map.of(), _ -> false);
        anHourLater();
        hand.rewrite(one, hand.events(one).subList(0, 1));
        hand.mendHead(one);
        assertEquals(Broken.at(2, Kind.TRUNCATED), check(one).verdict());
    }

    @Test
    void a_lead_of_which_only_the_anchors_know_is_named() {
        var one = lead("one");
        anHourLater();
        hand.rewrite(one, List.of());
        hand.delete(Key.of(Table.LEADS, one));
        assertEquals(Broken.at(1, Kind.TRUNCATED), leads().get(one));
    }

    @Test
    void a_history_without_its_lead_is_named_before_any_anchor() {
        var one = lead("one");
        hand.delete(Key.of(Table.LEADS, one));
        assertEquals(Broken.at(1, Kind.HEAD), leads().get(one));
    }

    @Test
    void an_anchor_that_is_gone_from_the_middle_is_named() {
        anHourLater();
        anHourLater();
        anHourLater();
        forged.put(Anchors.file(2), Optional.empty());
        assertEquals(List.of(Broken.at(2, Kind.ANCHOR)), brokenAnchors());
    }

    @Test
    void an_anchor_that_was_changed_is_named_with_or_without_its_root() {
        var one = lead("one");
        var first = anHourLater();
        anHourLater();
        forge(1, new String(first.bytes(), StandardCharsets.UTF_8).replace("\"at\":\"2026", "\"at\":\"2025"));
        assertEquals(List.of(Broken.at(1, Kind.ANCHOR)), brokenAnchors());
        assertEquals(Broken.at(1, Kind.ANCHOR), check(one).verdict());
        forge(1, "{}");
        assertEquals(Broken.at(1, Kind.ANCHOR), brokenAnchors().getFirst());
        var other = Anchor.after(Optional.empty(), first.at(), first.since(), List.of());
        forge(1, new String(other.bytes(), StandardCharsets.UTF_8));
        assertEquals(List.of(Broken.at(2, Kind.ANCHOR)), brokenAnchors());
    }

    @Test
    void heads_that_were_changed_behind_an_anchor_are_named() {
        var one = lead("one");
        var first = anHourLater();
        var file = Anchors.file(first.parts().getFirst());
        forged.put(file, Optional.of(new Heads(List.of(new Heads.Head(one, 1, "00"))).bytes()));
        assertEquals(List.of(Broken.at(1, Kind.ANCHOR)), brokenAnchors());
        assertEquals(Broken.at(1, Kind.ANCHOR), check(one).verdict());
    }

    private void forge(long number, String content) {
        forged.put(Anchors.file(number), Optional.of(content.getBytes(StandardCharsets.UTF_8)));
    }
}
