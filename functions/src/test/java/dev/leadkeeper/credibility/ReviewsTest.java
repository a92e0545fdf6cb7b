package dev.leadkeeper.credibility;

import static dev.leadkeeper.credibility.Floor.standing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.EvidenceFile.State;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.rulebook.CredibilityRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReviewsTest {
    private final Floor floor = new Floor();

    /** A proposal without anything valid, which waits for a supervisor. */
    private Activity doubtful() {
        var proposal = floor.judge(floor.record("rep", "proposal", 1), "f1", State.REJECTED, "presentation");
        floor.told("review");
        return floor.now(proposal);
    }

    private Activity file(Activity activity, String id) {
        floor.activities.change(activity.lead(), activity.id(), now -> Optional.of(now.with(
                EvidenceFile.declared(activity.lead(), activity.id(), id, "n", "application/pdf", 1, "h", floor.office.clock.now()))));
        return floor.now(activity);
    }

    @Test
    void what_is_accepted_counts_and_leaves_the_queue_for_good() {
        var doubtful = doubtful();

        var done = assertInstanceOf(Reviews.Decided.Done.class, floor.decide(doubtful, Reviews.ACCEPTED, "manager"));
        floor.believing.refresh(doubtful.lead());

        assertTrue(done.activity().counts());
        assertEquals(List.of(), floor.waiting());
        assertEquals("evidence-missing", floor.now(doubtful).review().get("reason"));
        assertEquals(List.of("rep"), floor.told("reviewed"));
    }

    @Test
    void what_is_accepted_is_queued_again_only_when_its_own_facts_change_for_the_worse() {
        var doubtful = doubtful();
        floor.decide(doubtful, Reviews.ACCEPTED, "manager");
        floor.record("rep2", "proposal", 0);
        assertFalse(floor.waiting().contains(doubtful.id()));

        floor.judge(file(doubtful, "f2"), "f2", State.REJECTED, "pdf");

        assertTrue(floor.waiting().contains(doubtful.id()));
        assertEquals(2, floor.told("review").size(), "that of rep2 and this one");
    }

    @Test
    void what_is_decided_again_because_its_facts_changed_and_its_points_did_not_is_in_the_history_and_told_again() {
        var doubtful = doubtful();
        floor.decide(doubtful, Reviews.ACCEPTED, "manager");
        var again = floor.judge(file(doubtful, "f2"), "f2", State.REJECTED, "pdf");
        assertEquals(standing(doubtful).n(), standing(again).n());
        var first = floor.office.queue.take(Queue.Channel.NOTICES);

        floor.decide(again, Activity.REJECTED, "manager");

        assertEquals(List.of("accepted", "rejected"), floor.events("reviewed").stream().map(event -> event.data().get("verdict")).toList());
        var ids = Stream.concat(first.stream(), floor.office.queue.take(Queue.Channel.NOTICES).stream())
                .map(body -> (Map<?, ?>) body.get("notice")).filter(notice -> "reviewed".equals(notice.get("kind"))).map(notice -> notice.get("id")).distinct().count();
        assertEquals(2, ids);
    }

    @Test
    void what_is_rejected_counts_nowhere() {
        var doubtful = doubtful();
        var other = floor.record("rep2", "proposal", 0);
        assertEquals(12, standing(other).credibility().part(Dimension.COLLEAGUES).points());
        floor.move(floor.lead, "analysis");
        assertEquals(1, tally("proposal").n());

        floor.decide(doubtful, Activity.REJECTED, "manager");

        assertFalse(floor.now(doubtful).counts());
        assertFalse(floor.waiting().contains(doubtful.id()));
        assertEquals(8, standing(floor.now(other)).credibility().part(Dimension.COLLEAGUES).points());
        assertEquals(0, tally("proposal").n());
        assertEquals(Standing.Settled.OUT, standing(floor.now(doubtful)).settled());
        floor.judge(file(doubtful, "f2"), "f2", State.REJECTED, "pdf");
        assertFalse(floor.waiting().contains(doubtful.id()));
    }

    @Test
    void a_rejected_one_is_not_counted_when_the_stage_goes_on_later() {
        floor.decide(doubtful(), Activity.REJECTED, "manager");
        floor.move(floor.lead, "analysis");

        assertEquals(0, tally("proposal").n());
    }

    private Picture.Tally tally(String type) {
        return new Tallies(floor.store, floor.office.clock).of(type, "rep", 4).rep();
    }

    @Test
    void two_supervisors_cannot_decide_differently() {
        var doubtful = doubtful();
        floor.decide(doubtful, Activity.REJECTED, "manager");

        var before = assertInstanceOf(Reviews.Decided.Before.class, floor.decide(doubtful, Reviews.ACCEPTED, "admin"));

        assertEquals("manager", before.activity().review().get("by"));
        assertInstanceOf(Reviews.Decided.Before.class, floor.decide(doubtful, Activity.REJECTED, "admin"));
        assertEquals(1, floor.events("reviewed").size());
    }

    @Test
    void the_same_decision_again_is_the_same_answer_and_tells_nobody_twice() {
        var doubtful = doubtful();
        floor.decide(doubtful, Activity.REJECTED, "manager");

        assertInstanceOf(Reviews.Decided.Done.class, floor.decide(doubtful, Activity.REJECTED, "manager"));

        assertEquals(1, floor.events("reviewed").size());
        var ids = floor.office.queue.take(Queue.Channel.NOTICES).stream().map(body -> ((Map<?, ?>) body.get("notice")).get("id")).distinct().toList();
        assertEquals(1, ids.size());
    }

    @Test
    void the_timeline_holds_the_reason_and_only_a_salted_hash_of_the_words() {
        var doubtful = doubtful();
        floor.decide(doubtful, Activity.REJECTED, "manager");

        var event = floor.events("reviewed").getFirst();
        assertEquals("manager", event.by());
        assertEquals("evidence-missing", event.data().get("reason"));
        assertEquals(doubtful.salted("张总说没有"), event.data().get("text"));
        assertFalse(event.data().toString().contains("张总"));
    }

    @Test
    void nobody_decides_about_their_own_record() {
        var own = floor.judge(floor.record("manager", "proposal", 1), "f1", State.REJECTED, "pdf");

        assertInstanceOf(Reviews.Decided.TheirOwn.class, floor.decide(own, Reviews.ACCEPTED, "manager"));
        assertEquals(List.of("admin"), floor.told("review"), "there is no other manager");
    }

    @Test
    void what_waits_for_nobody_cannot_be_decided() {
        var call = floor.record("rep", "call", 0);

        assertInstanceOf(Reviews.Decided.NotWaiting.class, floor.decide(call, Activity.REJECTED, "manager"));
        assertInstanceOf(Reviews.Decided.NotWaiting.class, floor.decide(floor.record("rep", Activity.CHECK_IN, 0), Activity.REJECTED, "manager"));
        assertInstanceOf(Reviews.Decided.Unknown.class, floor.reviews.decide(floor.lead.id(), "x",
                new Reviews.Wanted(Reviews.ACCEPTED, CredibilityRules.USUAL.reasons().getFirst(), null, "manager", null)));
    }

    @Test
    void a_decision_about_what_has_changed_since_is_not_taken() {
        var doubtful = doubtful();
        var wanted = new Reviews.Wanted(Activity.REJECTED, CredibilityRules.USUAL.reasons().getFirst(), null, "manager", doubtful.ver());
        file(doubtful, "f2");

        assertInstanceOf(Reviews.Decided.Changed.class, floor.reviews.decide(doubtful.lead(), doubtful.id(), wanted));
        assertEquals(List.of(doubtful.id()), floor.waiting());
    }
}
