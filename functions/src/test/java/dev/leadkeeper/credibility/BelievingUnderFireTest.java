package dev.leadkeeper.credibility;

import static dev.leadkeeper.credibility.Floor.standing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.EvidenceFile.State;
import dev.leadkeeper.port.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Rivals and crashes at every write: what is stored is right in the end, and everything happened once. */
class BelievingUnderFireTest {
    /** More writes than any refresh or decision of these tests makes. */
    private static final int WRITES = 12;

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What happens at a write, from 1. */
    private interface AtWrite {
        void happens(int number);
    }

    private static Store store(Store real, AtWrite before, AtWrite after) {
        var count = new int[1];
        return (Store) Proxy.newProxyInstance(Store.class.getClassLoader(), new Class<?>[] {Store.class}, (_, method, arguments) -> {
            var writes = method.getName().equals("write") || method.getName().equals("transact");
            var number = writes ? ++count[0] : 0;
            if (writes) {
                before.happens(number);
            }
            try {
                var result = method.invoke(real, arguments);
                if (writes) {
                    after.happens(number);
                }
                return result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    /** A floor where one activity has just become doubtful, and settled, and nobody has looked yet. */
    private static Activity doubtful(Floor floor) {
        var proposal = floor.record("rep", "proposal", 1);
        floor.verdicts.checking(proposal.lead(), proposal.id(), "f1", "v");
        floor.verdicts.verdict(proposal.lead(), proposal.id(), "f1", "v", State.REJECTED,
                new EvidenceFile.Found("pdf", List.of("encrypted"), List.of(), java.util.Map.of(), null));
        floor.activities.change(proposal.lead(), proposal.id(), now -> Optional.of(now.with(EvidenceFile.declared(proposal.lead(),
                proposal.id(), "f2", "n", "application/pdf", 1, "h", floor.office.clock.now()).judged(State.EXPIRED, EvidenceFile.Found.NOTHING, floor.office.clock.now()))));
        return floor.now(proposal);
    }

    private static void isRight(Floor floor, Activity doubtful, String when) {
        assertEquals(List.of(doubtful.id()), floor.waiting(), when);
        var standing = standing(floor.now(doubtful));
        assertTrue(standing.told(), when);
        assertEquals(Standing.facts(floor.now(doubtful)), standing.facts(), when);
        var told = floor.events("credibility-scored").stream().map(event -> (Long) event.data().get("n")).toList();
        assertEquals(LongStream.rangeClosed(1, standing.n()).boxed().toList(), told, when);
        assertTrue(floor.told("review").contains("manager"), when);
    }

    private static Believing believing(Floor floor, Store store) {
        return new Believing(store, floor.office.queue, floor.office.clock, floor.office.ids);
    }

    @Test
    void a_crash_before_or_after_any_write_is_mended_by_the_next_look() {
        for (int at = 1; at <= WRITES; at++) {
            for (var after : List.of(true, false)) {
                var floor = new Floor();
                var doubtful = doubtful(floor);
                var crashAt = at;
                AtWrite crash = number -> {
                    if (number == crashAt) {
                        throw new Crash();
                    }
                };
                try {
                    believing(floor, store(floor.store, after ? _ -> { } : crash, after ? crash : _ -> { })).refresh(doubtful.lead());
                } catch (Crash died) {
                    floor.believing.refresh(doubtful.lead());
                }
                isRight(floor, doubtful, "crash " + (after ? "after" : "before") + " write " + at);
            }
        }
    }

    @Test
    void a_rival_before_any_write_makes_no_second_entry_and_no_second_event() {
        for (int at = 1; at <= WRITES; at++) {
            var floor = new Floor();
            var doubtful = doubtful(floor);
            var rivalAt = at;
            believing(floor, store(floor.store, number -> {
                if (number == rivalAt) {
                    floor.believing.refresh(doubtful.lead());
                }
            }, _ -> { })).refresh(doubtful.lead());
            isRight(floor, doubtful, "rival before write " + at);
        }
    }

    @Test
    void an_older_look_never_overwrites_what_a_newer_verdict_gave() {
        for (int at = 1; at <= WRITES; at++) {
            var floor = new Floor();
            var demo = floor.record("rep", "demo", 1);
            floor.verdicts.checking(demo.lead(), demo.id(), "f1", "v");
            var rivalAt = at;
            floor.activities.change(demo.lead(), demo.id(), now -> Optional.of(now.with(EvidenceFile.declared(demo.lead(), demo.id(), "f2",
                    "n", "application/pdf", 1, "h", floor.office.clock.now()).judged(State.EXPIRED, EvidenceFile.Found.NOTHING, floor.office.clock.now()))));
            believing(floor, store(floor.store, number -> {
                if (number == rivalAt) {
                    floor.judge(demo, "f1", State.VALID, "mail");
                }
            }, _ -> { })).refresh(demo.lead());
            floor.judge(demo, "f1", State.VALID, "mail");

            assertEquals(81, Floor.total(floor.now(demo)), "verdict before write " + at);
            assertEquals(List.of(), floor.waiting());
        }
    }

    @Test
    void a_stage_that_goes_on_counts_each_activity_once_whatever_crashes() {
        for (int at = 1; at <= WRITES; at++) {
            var floor = new Floor();
            floor.record("rep", "call", 0);
            floor.record("rep", "call", 0);
            new dev.leadkeeper.ledger.Stages(floor.store, dev.leadkeeper.ledger.Planner.NONE, floor.office.clock).move(floor.office.leads.find(floor.lead.id()).orElseThrow(), "analysis", "rep", List.of());
            var crashAt = at;
            try {
                believing(floor, store(floor.store, _ -> { }, number -> {
                    if (number == crashAt) {
                        throw new Crash();
                    }
                })).refresh(floor.lead.id());
            } catch (Crash died) {
                floor.believing.refresh(floor.lead.id());
            }
            assertEquals(new Picture.Tally(2, 2), new Tallies(floor.store, floor.office.clock).of("call", "rep", 4).team(), "crash after write " + at);
        }
    }

    @Test
    void a_decision_that_died_anywhere_is_finished_by_asking_again() {
        for (int at = 1; at <= WRITES; at++) {
            var floor = new Floor();
            var doubtful = doubtful(floor);
            floor.believing.refresh(doubtful.lead());
            var crashAt = at;
            var wanted = new Reviews.Wanted(Activity.REJECTED, dev.leadkeeper.rulebook.CredibilityRules.USUAL.reasons().getFirst(), null, "manager", null);
            try {
                new Reviews(store(floor.store, _ -> { }, number -> {
                    if (number == crashAt) {
                        throw new Crash();
                    }
                }), floor.office.queue, floor.office.clock, floor.office.ids).decide(doubtful.lead(), doubtful.id(), wanted);
            } catch (Crash died) {
                floor.reviews.decide(doubtful.lead(), doubtful.id(), wanted);
            }
            assertEquals(List.of(), floor.waiting());
            assertEquals(1, floor.events("reviewed").size(), "crash after write " + at);
            assertTrue(floor.told("reviewed").contains("rep"), "crash after write " + at);
        }
    }
}
