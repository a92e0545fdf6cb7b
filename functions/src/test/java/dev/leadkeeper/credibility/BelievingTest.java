package dev.leadkeeper.credibility;

import static dev.leadkeeper.credibility.Floor.standing;
import static dev.leadkeeper.credibility.Floor.total;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile.State;
import dev.leadkeeper.lead.Lead;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BelievingTest {
    private final Floor floor = new Floor();

    @Test
    void what_is_recorded_is_scored_and_the_timeline_holds_figures_only() {
        var call = floor.record("rep", "call", 0);

        assertEquals(61, total(call)); // nothing needed, in time, nobody confirms, nobody else, the prior
        assertEquals(1, standing(call).n());
        var event = floor.events("credibility-scored").getFirst();
        assertEquals(Set.of("activity", "n", "total", "attachments", "timing", "customer", "colleagues", "similar", "rulebook"), event.data().keySet());
        assertEquals(61L, event.data().get("total"));
        assertEquals(List.of(), floor.waiting());
    }

    @Test
    void what_is_stored_survives() {
        var proposal = floor.record("rep", "proposal", 1);

        assertEquals(proposal.credibility(), standing(proposal).toDoc());
    }

    @Test
    void a_check_in_is_not_scored() {
        assertTrue(floor.record("rep", Activity.CHECK_IN, 0).credibility().isEmpty());
        assertEquals(List.of(), floor.events("credibility-scored"));
    }

    @Test
    void looking_again_changes_nothing() {
        var proposal = floor.judge(floor.record("rep", "proposal", 1), "f1", State.REJECTED, "presentation");
        var events = floor.office.timelines.of(floor.lead.id());
        floor.told("review");

        floor.office.clock.advance(Duration.ofHours(1));
        floor.believing.refresh(floor.lead.id());

        assertEquals(proposal, floor.now(proposal));
        assertEquals(events, floor.office.timelines.of(floor.lead.id()));
        assertEquals(1, floor.waiting().size());
        assertEquals(List.of(), floor.told("review"));
    }

    @Test
    void nobody_is_bothered_before_every_file_has_its_verdict() {
        var proposal = floor.record("rep", "proposal", 2);
        assertEquals(41, total(proposal));
        assertTrue(standing(proposal).pending());
        assertEquals(List.of(), floor.waiting());

        proposal = floor.judge(proposal, "f1", State.VALID, "pdf");
        assertEquals(51, total(proposal));
        assertEquals(List.of(), floor.waiting());

        proposal = floor.judge(proposal, "f2", State.VALID, "presentation");
        assertEquals(61, total(proposal));
        assertFalse(standing(proposal).pending());
        assertEquals(List.of(), floor.waiting());
        assertEquals(List.of(1L, 2L, 3L), floor.events("credibility-scored").stream().map(event -> event.data().get("n")).toList());
        assertEquals(List.of(), floor.told("review"));
    }

    @Test
    void what_stays_below_the_threshold_waits_for_the_supervisors_who_are_told_once() {
        var proposal = floor.record("rep", "proposal", 2);
        floor.judge(proposal, "f1", State.VALID, "pdf");

        proposal = floor.judge(proposal, "f2", State.REJECTED, "presentation");

        assertEquals(List.of(proposal.id()), floor.waiting());
        assertEquals(List.of("manager"), floor.told("review"));
        assertTrue(standing(floor.now(proposal)).told());
    }

    @Test
    void a_file_that_never_came_sends_it_to_the_supervisors_as_well() {
        var proposal = floor.record("rep", "proposal", 1);

        floor.verdicts.expired(proposal.lead(), proposal.id(), "f1");
        floor.believing.refresh(proposal.lead());

        assertEquals(List.of(proposal.id()), floor.waiting());
    }

    @Test
    void a_later_verdict_takes_it_off_and_one_that_contradicts_puts_it_on_again() {
        var demo = floor.record("rep", "demo", 2);
        floor.verdicts.expired(demo.lead(), demo.id(), "f1");
        floor.judge(demo, "f2", State.REJECTED, "pdf");
        assertEquals(1, floor.waiting().size());
        floor.activities.change(demo.lead(), demo.id(), now -> java.util.Optional.of(now.with(
                dev.leadkeeper.lead.EvidenceFile.declared(demo.lead(), demo.id(), "f3", "n", "message/rfc822", 1, "h", floor.office.clock.now()))));
        floor.believing.refresh(demo.lead());
        assertEquals(1, floor.waiting().size(), "a file that is still to come keeps nothing from the queue");

        var lifted = floor.judge(demo, "f3", State.VALID, "mail");
        assertEquals(81, total(lifted));
        assertEquals(List.of(), floor.waiting());
        assertNull(standing(lifted).queued());
    }

    @Test
    void a_first_response_is_measured_from_the_assignment() {
        floor.office.clock.advance(Duration.ofHours(5));
        var late = floor.record("rep", "call", 0);
        var second = floor.record("rep", "call", 0);

        assertTrue(standing(late).credibility().part(Dimension.TIMING).because().en().contains("first response after 300 min"));
        assertEquals(11, standing(late).credibility().part(Dimension.TIMING).points());
        assertEquals(20, standing(second).credibility().part(Dimension.TIMING).points());
    }

    @Test
    void what_another_department_records_lifts_what_was_recorded_before() {
        floor.hireElsewhere("engineer");
        floor.record("rep", Activity.CHECK_IN, 0);
        var proposal = floor.judge(floor.record("rep", "visit", 1), "f1", State.REJECTED, "pdf");
        assertEquals(8, standing(proposal).credibility().part(Dimension.COLLEAGUES).points());

        floor.record("engineer", "visit", 0);

        assertEquals(20, standing(floor.now(proposal)).credibility().part(Dimension.COLLEAGUES).points());
        assertEquals(List.of(1L, 2L), floor.events("credibility-scored").stream().filter(event -> event.data().get("activity").equals(proposal.id()))
                .map(event -> event.data().get("n")).toList());
    }

    @Test
    void colleagues_of_the_same_department_say_less() {
        var visit = floor.record("rep", "visit", 0);
        floor.record("rep2", "visit", 0);

        assertEquals(12, standing(floor.now(visit)).credibility().part(Dimension.COLLEAGUES).points());
    }

    @Test
    void activities_of_a_stage_that_went_on_count_as_successes_once() {
        floor.record("rep", "call", 0);
        var call = floor.record("rep", "call", 0);
        floor.move(floor.lead, "analysis");
        floor.believing.refresh(floor.lead.id());

        assertEquals(new Picture.Tally(2, 2), tallies("call").rep());
        assertEquals(new Picture.Tally(2, 2), tallies("call").team());
        assertEquals(Standing.Settled.SUCCESS, standing(floor.now(call)).settled());
    }

    @Test
    void activities_of_the_stage_that_lost_the_opportunity_count_as_failures_and_earlier_ones_stay_successes() {
        floor.record("rep", "call", 0);
        floor.move(floor.lead, "analysis");
        floor.record("rep", "call", 0);
        floor.end(floor.lead, Lead.LOST);

        assertEquals(new Picture.Tally(2, 1), tallies("call").rep());
    }

    @Test
    void an_order_is_a_success_of_the_last_stage() {
        floor.record("rep", "visit", 0);
        floor.end(floor.lead, Lead.WON);

        assertEquals(new Picture.Tally(1, 1), tallies("visit").rep());
        assertEquals(Picture.Tally.NONE, tallies("call").rep());
    }

    @Test
    void success_of_before_lifts_what_is_recorded_next_and_leaves_the_old_scores() {
        var first = floor.record("rep", "call", 0);
        floor.move(floor.lead, "analysis");
        var scored = floor.events("credibility-scored").size();

        var next = floor.record("rep", "call", 0);

        assertEquals(13, standing(floor.now(first)).credibility().part(Dimension.SIMILAR).points());
        assertEquals(17, standing(next).credibility().part(Dimension.SIMILAR).points());
        assertEquals(scored + 1, floor.events("credibility-scored").size());
    }

    @Test
    void figures_of_more_than_four_quarters_ago_count_no_more() {
        floor.record("rep", "call", 0);
        floor.move(floor.lead, "analysis");
        floor.office.clock.advance(Duration.ofDays(400));

        assertEquals(Picture.Similar.UNKNOWN, tallies("call"));
    }

    private Picture.Similar tallies(String type) {
        return new Tallies(floor.store, floor.office.clock).of(type, "rep", 4);
    }
}
