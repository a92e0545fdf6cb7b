package dev.leadkeeper.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.fake.InMemoryFiles;
import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.lead.Contact;
import dev.leadkeeper.ledger.Anchors.Taken;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AnchorsTest {
    private final World world = new World();
    private final Anchors anchors = new Anchors(world.files);

    private String lead(String key) {
        return world.take(world.submission(key, key, new Contact(null, null, key + "@example.com"))).lead().id();
    }

    private Taken anHourLater() {
        world.clock.advance(Duration.ofHours(1));
        return anchors.take(world.store, world.clock);
    }

    private Set<String> leads(Anchor anchor) {
        var leads = new TreeSet<String>();
        anchor.parts().forEach(part -> anchors.heads(part).orElseThrow().heads().forEach(head -> leads.add(head.lead())));
        return leads;
    }

    @Test
    void the_first_anchor_holds_the_heads_of_all_histories() {
        var one = lead("one");
        var two = lead("two");
        var anchor = anHourLater().anchor();
        assertEquals(1, anchor.number());
        assertEquals("", anchor.previous());
        assertEquals(Set.of(one, two), leads(anchor));
        var stored = world.leads.find(one).orElseThrow();
        assertEquals(stored.head(), anchors.heads(anchor.parts().getFirst()).orElseThrow().of(one).orElseThrow().hash());
    }

    @Test
    void the_next_one_holds_what_moved_since_and_the_root_of_the_one_before() {
        lead("one");
        var first = anHourLater().anchor();
        world.clock.advance(Duration.ofMinutes(30));
        var two = lead("two");
        var second = anHourLater().anchor();
        assertEquals(2, second.number());
        assertEquals(first.root(), second.previous());
        assertEquals(Set.of(two), leads(second));
        assertTrue(second.holds());
    }

    @Test
    void an_hour_without_any_move_has_its_anchor_too() {
        lead("one");
        anHourLater();
        anHourLater();
        var quiet = anHourLater().anchor();
        assertEquals(3, quiet.number());
        assertEquals(List.of(), quiet.parts());
    }

    @Test
    void a_second_tick_in_the_same_hour_writes_nothing() {
        lead("one");
        var first = anHourLater().anchor();
        world.clock.advance(Duration.ofMinutes(10));
        assertEquals(new Taken.Already(first), anchors.take(world.store, world.clock));
        assertEquals(new Taken.Already(first), new Anchors(world.files).take(world.store, world.clock));
        assertFalse(anchors.find(2).isPresent());
    }

    @Test
    void a_tick_after_an_outage_covers_every_hour_that_was_missed() {
        anHourLater();
        world.clock.advance(Duration.ofHours(5));
        var old = lead("old");
        world.clock.advance(Duration.ofHours(20));
        var after = anHourLater().anchor();
        assertEquals(2, after.number());
        assertEquals(Set.of(old), leads(after));
    }

    @Test
    void of_two_ticks_at_the_same_moment_one_writes_and_what_the_other_saw_is_in_the_next() {
        lead("one");
        anHourLater();
        world.clock.advance(Duration.ofHours(1));
        var late = new String[1];
        var rival = new Anchors(world.files);
        var interrupted = new InMemoryStore() {
            private boolean once;

            @Override
            public Page scan(Table table, Set<String> attributes, int limit, String after) {
                if (!once) {
                    once = true;
                    rival.take(world.store, world.clock);
                    late[0] = lead("late");
                }
                return world.store.scan(table, attributes, limit, after);
            }
        };
        var second = assertInstanceOf(Taken.Already.class, anchors.take(interrupted, world.clock)).anchor();
        assertEquals(2, second.number());
        assertFalse(leads(second).contains(late[0]));
        var third = anHourLater().anchor();
        assertEquals(second.root(), third.previous());
        assertTrue(leads(third).contains(late[0]));
    }

    @Test
    void a_lead_that_moves_behind_the_look_is_in_the_next_anchor() {
        var one = lead("one");
        world.clock.advance(Duration.ofHours(1));
        var busy = new InMemoryStore() {
            @Override
            public Page scan(Table table, Set<String> attributes, int limit, String after) {
                var page = world.store.scan(table, attributes, limit, after);
                world.timelines.appendOnce(one, "notified", "system", Map.of(), event -> event.type().equals("notified"));
                return page;
            }
        };
        var first = anchors.take(busy, world.clock).anchor();
        assertEquals(1, anchors.heads(first.parts().getFirst()).orElseThrow().of(one).orElseThrow().ver());
        var second = anHourLater().anchor();
        assertEquals(2, anchors.heads(second.parts().getFirst()).orElseThrow().of(one).orElseThrow().ver());
    }

    @Test
    void a_lead_that_moves_behind_the_look_by_a_clock_that_is_behind_is_in_the_next_anchor() {
        var one = lead("one");
        world.clock.advance(Duration.ofHours(1));
        var behind = new Timelines(world.store, new VirtualClock(world.clock.now().minusSeconds(5)));
        var first = anchors.take(world.store, world.clock).anchor();
        behind.appendOnce(one, "notified", "system", Map.of(), _ -> false);
        assertEquals(1, anchors.heads(first.parts().getFirst()).orElseThrow().of(one).orElseThrow().ver());
        assertEquals(Set.of(one), leads(anHourLater().anchor()));
    }

    @Test
    void a_head_that_a_repeat_mends_hours_later_moves_then() {
        var one = lead("one");
        world.timelines.appendOnce(one, "notified", "system", Map.of("n", 1L), _ -> false);
        var lost = new Tamperer(world.store).record(one);
        new Tamperer(world.store).put(Table.LEADS, Tamperer.with(Tamperer.with(lost, "ver", 1L), "head",
                world.timelines.of(one).getFirst().hash()));
        anHourLater();
        anHourLater();
        world.timelines.find(one, event -> event.type().equals("notified"));
        assertEquals(Set.of(one), leads(anHourLater().anchor()));
    }

    @Test
    void a_lead_that_does_not_say_when_it_moved_is_in_every_anchor() {
        var one = lead("one");
        anHourLater();
        world.store.write(new Write.Update(Key.of(Table.LEADS, one), List.of(Change.set("movedAt", "yesterday")), Condition.NONE));
        anHourLater();
        assertEquals(Set.of(one), leads(anHourLater().anchor()));
    }

    @Test
    void a_write_that_was_only_believed_to_have_failed_is_this_ticks_anchor() {
        lead("one");
        var files = new InMemoryFiles() {
            @Override
            public void put(String name, byte[] content, String contentType) {
                super.put(name, content, contentType);
                if (name.matches("anchors/[0-9]+\\.json")) {
                    throw new Store.AmbiguousFault("time-out", null);
                }
            }
        };
        assertInstanceOf(Taken.New.class, new Anchors(files).take(world.store, world.clock));
    }

    @Test
    void a_write_that_did_fail_is_a_fault_and_the_next_tick_begins_anew() {
        lead("one");
        var failing = new InMemoryFiles() {
            private boolean works;

            @Override
            public void put(String name, byte[] content, String contentType) {
                if (!works && name.endsWith("1.json")) {
                    works = true;
                    throw new Store.Fault("no", null);
                }
                super.put(name, content, contentType);
            }
        };
        var tick = new Anchors(failing);
        assertThrows(Store.Fault.class, () -> tick.take(world.store, world.clock));
        assertInstanceOf(Taken.New.class, tick.take(world.store, world.clock));
    }

    @Test
    void many_heads_lie_in_several_files_in_the_order_of_their_leads() {
        var count = MerkleTree.PART + 10;
        for (int n = 0; n < count; n++) {
            world.store.write(new Write.Put(Key.of(Table.LEADS, "lead-" + n), Map.of("id", "lead-" + n, "ver", 1L, "head", "h" + n,
                    "movedAt", world.clock.now().toString()), Condition.NONE));
        }
        var anchor = anHourLater().anchor();
        assertEquals(2, anchor.parts().size());
        assertEquals(count, anchor.heads());
        assertTrue(anchor.parts().getFirst().last().compareTo(anchor.parts().getLast().first()) < 0);
        assertEquals(count, new HashSet<>(leads(anchor)).size());
        assertEquals("h4097", anchor.parts().stream().filter(part -> part.mayHold("lead-4097")).map(part -> anchors.heads(part).orElseThrow())
                .flatMap(heads -> heads.of("lead-4097").stream()).findFirst().orElseThrow().hash());
    }

    @Test
    void the_last_of_many_anchors_is_found_from_nowhere() {
        for (int n = 1; n <= 40; n++) {
            anHourLater();
            assertEquals(n, new Anchors(world.files).latest().orElseThrow().number());
        }
    }

    @Test
    void an_anchor_reads_back_as_it_was_written() {
        lead("one");
        var anchor = anHourLater().anchor();
        assertEquals(anchor, Anchor.of(anchor.bytes()));
        assertThrows(IllegalArgumentException.class, () -> Anchor.of("{\"number\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void a_clock_that_went_back_takes_no_anchor() {
        anHourLater();
        world.clock.set(Instant.parse("2026-11-22T02:59:59Z"));
        assertInstanceOf(Taken.Already.class, anchors.take(world.store, world.clock));
    }
}
