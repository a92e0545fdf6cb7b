package dev.leadkeeper.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.credibility.ReviewQueue;
import dev.leadkeeper.credibility.Standing;
import dev.leadkeeper.credibility.Unweighed;
import dev.leadkeeper.deadlines.WeighForgotten;
import dev.leadkeeper.fake.Crashes;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.ledger.Activities;
import dev.leadkeeper.ledger.ChainVerdict;
import dev.leadkeeper.ledger.Chains;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Desk;
import dev.leadkeeper.people.Office;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Requests that die at any of their calls and never come again, and the next minute. */
class DeadBeforeWeighedTest {
    /** An office, and in it a desk whose process dies once. */
    private static final class Floor {
        final Office office = new Office();
        final Activities activities = new Activities(office.store, office.clock, office.ids);
        final Lead lead = office.assigned("a", "rep");

        Desk desk(Crashes crashes) {
            var ground = new Followup.Ground(crashes.around(Store.class, office.store), crashes.around(Queue.class, office.queue), office.secrets,
                    () -> office.quarantine, () -> office.vault, office.clock, office.ids, office.telemetry);
            return new Desk(office.staff, Followup.routes(ground));
        }

        /** A proposal without any evidence, which a supervisor must look at. */
        Ask proposal() {
            return Office.headed(Office.with(Office.ask("id=" + lead.id()), Json.write(RepsSide.record("proposal", "happenedAt", "2026-11-17T02:00:00Z"))),
                    "idempotency-key", "k");
        }

        List<Activity> recorded() {
            return activities.of(lead.id());
        }

        void minutes(int minutes, Crashes crashes) {
            office.clock.advance(Duration.ofMinutes(minutes));
            new WeighForgotten(crashes.around(Store.class, office.store), crashes.around(Queue.class, office.queue), office.clock, office.ids).sweep();
        }

        long events(String type) {
            return office.timelines.of(lead.id()).stream().filter(event -> event.type().equals(type)).count();
        }

        long notices(String kind) {
            return office.queue.bodies(Queue.Channel.NOTICES).stream().map(body -> Doc.of(body).doc("notice")).filter(notice -> kind.equals(notice.text("kind")))
                    .map(notice -> notice.text("id")).distinct().count();
        }

        void assertNothingOwed() {
            assertEquals(List.of(), new Unweighed(office.store, office.clock, office.ids).upTo(office.clock.now(), 10));
            var verdict = assertInstanceOf(ChainVerdict.Verified.class, new Chains(office.store, office.files).read(lead.id()).verdict());
            assertFalse(verdict.headBehind(), "the lead's head does not name its last event");
        }
    }

    /** Whether somebody died at this call of the request. */
    private static boolean diesAt(Desk desk, String route, String who, Ask ask) {
        try {
            desk.answer(route, who, ask);
            return false;
        } catch (Store.Fault dead) {
            return true;
        }
    }

    @Test
    void a_record_is_weighed_and_its_supervisor_called_wherever_its_request_died() {
        var stored = 0;
        for (var afterEffect : List.of(false, true)) {
            for (int call = 1; ; call++) {
                var floor = new Floor();
                var died = diesAt(floor.desk(new Crashes(call, afterEffect)), "POST /leads/{id}/activities", "rep", floor.proposal());
                stored += died ? floor.recorded().size() : 0;

                floor.minutes(1, Crashes.NONE);

                for (var activity : floor.recorded()) {
                    assertTrue(Standing.of(activity).isPresent(), "call " + call);
                    assertEquals(1, new ReviewQueue(floor.office.store).page(10, null).entries().size(), "call " + call);
                    assertEquals(1, floor.events("credibility-scored"), "call " + call);
                    assertTrue(floor.notices("review") > 0, "call " + call);
                }
                floor.assertNothingOwed();
                if (!died) {
                    break;
                }
            }
        }
        assertTrue(stored > 20, "died only " + stored + " times between storing and the end");
    }

    @Test
    void a_minute_that_dies_leaves_it_to_the_next() {
        for (var afterEffect : List.of(false, true)) {
            for (int call = 1; ; call++) {
                var floor = new Floor();
                diesRightAfterStoring(floor);
                var crashes = new Crashes(call, afterEffect);
                try {
                    floor.minutes(1, crashes);
                } catch (Store.Fault dead) {
                    floor.minutes(1, Crashes.NONE);
                }
                assertEquals(1, new ReviewQueue(floor.office.store).page(10, null).entries().size(), "call " + call);
                assertTrue(floor.notices("review") > 0, "call " + call);
                floor.assertNothingOwed();
                if (!crashes.happened()) {
                    break;
                }
            }
        }
    }

    private static void diesRightAfterStoring(Floor floor) {
        for (int call = 1; floor.recorded().isEmpty(); call++) {
            diesAt(floor.desk(new Crashes(call, true)), "POST /leads/{id}/activities", "rep", floor.proposal());
        }
        assertTrue(Standing.of(floor.recorded().getFirst()).isEmpty());
    }

    @Test
    void what_a_supervisor_decided_is_told_wherever_their_request_died() {
        for (var afterEffect : List.of(false, true)) {
            for (int call = 1; ; call++) {
                var floor = new Floor();
                diesAt(floor.desk(Crashes.NONE), "POST /leads/{id}/activities", "rep", floor.proposal());
                var name = floor.lead.id() + "-" + floor.recorded().getFirst().id();
                var decision = Office.with(Office.ask("id=" + name), Json.write(Map.of("decision", "reject", "reason", "evidence-missing")));
                var died = diesAt(floor.desk(new Crashes(call, afterEffect)), "POST /reviews/{id}", "manager", decision);

                floor.minutes(1, Crashes.NONE);

                var decided = floor.recorded().getFirst().counts() ? 0 : 1;
                assertEquals(decided, floor.events("reviewed"), "call " + call);
                assertEquals(decided, floor.notices("reviewed"), "call " + call);
                floor.assertNothingOwed();
                if (!died) {
                    break;
                }
            }
        }
    }

    @Test
    void who_is_still_at_work_is_left_alone_and_who_is_done_leaves_nothing() {
        var floor = new Floor();
        new Unweighed(floor.office.store, floor.office.clock, floor.office.ids).note(floor.lead.id());
        floor.office.clock.advance(Unweighed.AT_WORK.minusSeconds(1));
        assertEquals(0, new WeighForgotten(floor.office.store, floor.office.queue, floor.office.clock, floor.office.ids).sweep());
        floor.office.clock.advance(Duration.ofSeconds(1));
        assertEquals(1, new WeighForgotten(floor.office.store, floor.office.queue, floor.office.clock, floor.office.ids).sweep());

        var desk = floor.desk(Crashes.NONE);
        desk.answer("POST /leads/{id}/activities", "rep", Office.with(Office.ask("id=" + floor.lead.id()), "[]"));
        desk.answer("POST /leads/{id}/activities", "rep", Office.with(Office.ask("id=../x"), "{}"));
        desk.answer("POST /leads/{id}/stage", "rep", Office.with(Office.ask("id=" + floor.lead.id()), "{}"));
        floor.assertNothingOwed();
    }
}
