package dev.leadkeeper.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadkeeper.deadlines.ExpireUploads;
import dev.leadkeeper.evidence.check.Corpora;
import dev.leadkeeper.fake.Crashes;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.EvidenceFile.State;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.Uploads;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Uploads that never came, beside those that did. */
class ExpiredUploadsTest {
    private static final byte[] PROPOSAL = Corpora.file("one page");

    private Activity awaited(Desk desk) {
        return desk.records(desk.lead("a", "chen-jing"), "proposal", "方案.pdf", "application/pdf", PROPOSAL);
    }

    private static ExpireUploads sweep(Desk desk, Crashes crashes) {
        return new ExpireUploads(crashes.around(Store.class, desk.store), crashes.around(Queue.class, desk.queue), desk.clock, desk.ids);
    }

    @Test
    void a_file_that_never_came_expires_when_its_time_is_over_and_not_before() {
        var desk = new Desk();
        var activity = awaited(desk);
        desk.later(Duration.ofHours(23));
        assertEquals(0, sweep(desk, Crashes.NONE).sweep());
        desk.later(Duration.ofHours(2));

        assertEquals(1, sweep(desk, Crashes.NONE).sweep());

        assertEquals(State.EXPIRED, desk.file(activity).state());
        assertEquals(1, desk.events(activity, "upload-expired"));
        assertEquals(List.of(), new Uploads(desk.store).due(desk.clock.now(), 10));
    }

    @Test
    void a_file_that_was_declared_later_has_its_own_time() {
        var desk = new Desk();
        var activity = awaited(desk);
        desk.later(Duration.ofHours(23));
        var more = EvidenceFile.declared(activity.lead(), activity.id(), "f2", "方案.pdf", "application/pdf", 100, "0".repeat(64), desk.clock.now());
        desk.activities.declare(new Leads(desk.store).find(activity.lead()).orElseThrow(), desk.activities.find(activity.lead(), activity.id()).orElseThrow(),
                List.of(more), activity.staff(), desk.clock.now().plus(Duration.ofHours(24))).orElseThrow();
        desk.later(Duration.ofHours(2));

        assertEquals(1, sweep(desk, Crashes.NONE).sweep());
        assertEquals(State.AWAITED, desk.activities.find(activity.lead(), activity.id()).orElseThrow().files().get("f2").state());
        desk.later(Duration.ofHours(23));
        assertEquals(1, sweep(desk, Crashes.NONE).sweep());
    }

    @Test
    void a_file_that_came_does_not_expire() {
        var desk = new Desk();
        var activity = awaited(desk);
        desk.uploads(activity, PROPOSAL);
        desk.judge().handle(desk.arrived(activity));
        desk.later(Duration.ofHours(25));

        assertEquals(0, sweep(desk, Crashes.NONE).sweep());

        assertEquals(State.VALID, desk.file(activity).state());
        assertEquals(List.of(), new Uploads(desk.store).due(desk.clock.now(), 10));
    }

    @Test
    void an_object_that_comes_too_late_is_removed() {
        var desk = new Desk();
        var activity = awaited(desk);
        desk.later(Duration.ofHours(25));
        sweep(desk, Crashes.NONE).sweep();
        desk.uploads(activity, PROPOSAL);

        desk.judge().handle(desk.arrived(activity));

        assertEquals(State.EXPIRED, desk.file(activity).state());
        assertEquals(List.of(), desk.quarantine.keys());
    }

    @Test
    void a_tick_that_dies_at_any_call_leaves_it_to_the_next() {
        for (var afterEffect : List.of(false, true)) {
            for (var call = 1; ; call++) {
                var desk = new Desk();
                var activity = awaited(desk);
                desk.later(Duration.ofHours(25));
                var crashes = new Crashes(call, afterEffect);
                try {
                    sweep(desk, crashes).sweep();
                } catch (Store.Fault dead) {
                    sweep(desk, Crashes.NONE).sweep();
                }
                assertEquals(State.EXPIRED, desk.file(activity).state(), "call " + call);
                assertEquals(1, desk.events(activity, "upload-expired"), "call " + call);
                assertEquals(List.of(), new Uploads(desk.store).due(desk.clock.now(), 10), "call " + call);
                if (!crashes.happened()) {
                    break;
                }
            }
        }
    }
}
