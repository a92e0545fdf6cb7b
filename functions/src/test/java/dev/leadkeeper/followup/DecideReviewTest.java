package dev.leadkeeper.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.credibility.Floor;
import dev.leadkeeper.credibility.ReviewQueue;
import dev.leadkeeper.credibility.Reviews;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile.State;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Desk;
import dev.leadkeeper.people.Office;
import dev.leadkeeper.people.Route;
import dev.leadkeeper.rights.Action;
import dev.leadkeeper.settings.FollowUps;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecideReviewTest {
    private static final String ROUTE = "POST /reviews/{id}";

    private final Floor floor = new Floor();
    private final Desk desk = new Desk(floor.office.staff, Map.of(ROUTE, new Route(Action.DECIDE_REVIEWS, new DecideReview(
            new Reviews(floor.office.store, floor.office.queue, floor.office.clock, floor.office.ids), new FollowUps(floor.office.store))::answer)));

    private Activity doubtful(String staff) {
        return floor.judge(floor.record(staff, "proposal", 1), "f1", State.REJECTED, "pdf");
    }

    private Answer decide(String who, String id, String body) {
        return desk.answer(ROUTE, who, Office.with(Office.ask("id=" + id), body));
    }

    @Test
    void a_supervisor_rejects_with_a_reason() {
        var doubtful = doubtful("rep");

        var answer = Doc.of(Office.read(decide("manager", ReviewQueue.name(doubtful),
                "{\"decision\":\"reject\",\"reason\":\"customer-denies\",\"text\":\"电话里说没见过\"}")));

        assertFalse(answer.flag("counts"));
        assertEquals("customer-denies", answer.doc("review").text("reason"));
        assertEquals("电话里说没见过", answer.doc("review").text("text"));
    }

    @Test
    void whoever_comes_second_learns_what_was_decided() {
        var id = ReviewQueue.name(doubtful("rep"));
        decide("manager", id, "{\"decision\":\"accept\",\"reason\":\"seen-otherwise\"}");

        var refused = assertInstanceOf(Answer.Refused.class, decide("admin", id, "{\"decision\":\"reject\",\"reason\":\"other\"}"));

        assertEquals("accepted", ((Map<?, ?>) refused.more().get("review")).get("verdict"));
    }

    @Test
    void what_changed_since_it_was_looked_at_is_not_decided() {
        var doubtful = doubtful("rep");

        var refused = assertInstanceOf(Answer.Refused.class, decide("manager", ReviewQueue.name(doubtful),
                "{\"decision\":\"accept\",\"reason\":\"other\",\"version\":1}"));

        assertEquals(floor.activities.find(doubtful.lead(), doubtful.id()).orElseThrow().ver(), refused.more().get("version"));
    }

    @Test
    void each_flaw_is_named() {
        var wrong = assertInstanceOf(Answer.Wrong.class, decide("manager", "x", "{\"decision\":\"maybe\",\"why\":1}"));

        assertEquals(List.of("why", "decision", "reason"), wrong.flaws().stream().map(flaw -> flaw.field()).toList());
    }

    @Test
    void only_supervisors_decide_and_never_about_their_own() {
        var body = "{\"decision\":\"accept\",\"reason\":\"other\"}";
        assertInstanceOf(Answer.Denied.class, decide("rep", ReviewQueue.name(doubtful("rep")), body));
        assertInstanceOf(Answer.Denied.class, decide("auditor", ReviewQueue.name(doubtful("rep")), body));
        assertInstanceOf(Answer.Denied.class, decide("manager", ReviewQueue.name(doubtful("manager")), body));
        assertEquals(new Answer.Missing("review"), decide("manager", "x", body));
        assertEquals(new Answer.Missing("review"), decide("manager", "a".repeat(26) + "-" + "b".repeat(26), body));
    }
}
