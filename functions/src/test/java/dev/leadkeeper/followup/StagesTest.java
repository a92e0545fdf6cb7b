package dev.leadkeeper.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile.State;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.people.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StagesTest {
    private static final String STAGE = "POST /leads/{id}/stage";
    private static final String OUTCOME = "POST /leads/{id}/outcome";

    private final RepsSide side = new RepsSide();
    private final Lead lead = side.office.assigned("one", "rep");

    private Answer move(String stage) {
        return side.ask(STAGE, "rep", lead, Map.of("stage", stage), "if-match", "\"" + side.now(lead).revision() + "\"");
    }

    private Answer end(Map<String, Object> outcome) {
        return side.ask(OUTCOME, "rep", lead, outcome, "if-match", "\"" + side.now(lead).revision() + "\"");
    }

    private static List<String> missing(Answer answer) {
        var refused = assertInstanceOf(Answer.Refused.class, answer);
        return ((List<?>) refused.more().get("missing")).stream().map(each -> Doc.ofValue(each).text("requirement") + " " + Doc.ofValue(each).text("state")).toList();
    }

    @Test
    void an_opportunity_moves_up_by_its_evidence_to_the_end() {
        side.proved(lead, "rep", "first-contact", "image");
        assertInstanceOf(Answer.Versioned.class, move("analysis"));
        assertEquals(List.of("requirement not-recorded", "org-chart not-recorded", "pain-list not-recorded", "competitor-table not-recorded"), missing(move("demo")));
        side.proved(lead, "rep", "requirement", "pdf");
        side.proved(lead, "rep", "org-chart", "image");
        side.proved(lead, "rep", "pain-list", "document");
        side.proved(lead, "rep", "competitor-table", "spreadsheet");
        assertInstanceOf(Answer.Versioned.class, move("demo"));
        side.proved(lead, "rep", "demo", "mail");
        side.proved(lead, "rep", "proposal", "pdf", "presentation");
        assertInstanceOf(Answer.Versioned.class, move("quote"));
        assertEquals(List.of("quote not-recorded"), missing(end(Map.of("outcome", "won"))));
        side.proved(lead, "rep", "quote", "image");
        assertInstanceOf(Answer.Versioned.class, end(Map.of("outcome", "won")));

        assertEquals("won", side.now(lead).outcome());
        assertEquals(0, side.office.staff.find("rep").orElseThrow().ledger().owned());
    }

    @Test
    void skipping_is_refused_with_the_whole_way_that_is_missing() {
        side.proved(lead, "rep", "first-contact", "image");

        var missing = missing(move("quote"));

        assertEquals("stage:analysis skipped", missing.getFirst());
        assertEquals("stage:demo skipped", missing.get(1));
        assertTrue(missing.contains("proposal not-recorded"));
        assertTrue(missing(end(Map.of("outcome", "won"))).contains("stage:quote skipped"));
    }

    @Test
    void evidence_that_is_on_its_way_or_refused_is_said_to_be() {
        var id = (String) side.done("POST /leads/{id}/activities", "rep", lead, RepsSide.record("first-contact", "files",
                List.of(RepsSide.file("a.png", "image/png", 'a')))).get("id");
        assertEquals(List.of("first-contact unproved"), missing(move("analysis")));
        side.verdicts.checking(lead.id(), id, "f1", "v1");
        assertEquals(List.of("first-contact checking"), missing(move("analysis")));
        side.judge(lead, id, "f1", State.REJECTED, "image");
        assertEquals(List.of("first-contact rejected"), missing(move("analysis")));
    }

    @Test
    void what_a_supervisor_rejected_carries_no_stage() {
        var proof = side.proved(lead, "rep", "first-contact", "image");
        side.activities.change(lead.id(), proof.id(), now -> java.util.Optional.of(now.reviewed(Map.of("verdict", Activity.REJECTED))));

        assertEquals(List.of("first-contact not-recorded"), missing(move("analysis")));
    }

    @Test
    void moving_back_takes_no_evidence() {
        side.proved(lead, "rep", "first-contact", "image");
        move("analysis");
        assertInstanceOf(Answer.Versioned.class, move("first-contact"));
        assertEquals("first-contact", side.now(lead).stage());
    }

    @Test
    void a_move_whose_answer_was_lost_may_be_asked_again() {
        side.proved(lead, "rep", "first-contact", "image");
        var seen = side.now(lead).revision();
        move("analysis");

        assertInstanceOf(Answer.Versioned.class, side.ask(STAGE, "rep", lead, Map.of("stage", "analysis"), "if-match", "\"" + seen + "\""));
        assertInstanceOf(Answer.Stale.class, side.ask(STAGE, "rep", lead, Map.of("stage", "demo"), "if-match", "\"" + seen + "\""));
    }

    @Test
    void what_one_saw_must_be_said_and_a_loss_needs_its_reason() {
        assertInstanceOf(Answer.Wrong.class, side.ask(STAGE, "rep", lead, Map.of("stage", "analysis")));
        assertInstanceOf(Answer.Wrong.class, end(Map.of("outcome", "lost")));
        assertInstanceOf(Answer.Wrong.class, end(Map.of("outcome", "lost", "reason", "weather")));
        assertInstanceOf(Answer.Versioned.class, end(Map.of("outcome", "lost", "reason", "price")));
        assertInstanceOf(Answer.Versioned.class, end(Map.of("outcome", "lost", "reason", "price")));
        assertInstanceOf(Answer.Refused.class, end(Map.of("outcome", "won")));
        assertInstanceOf(Answer.Refused.class, move("analysis"));
        assertEquals(0, side.open("rep"));
    }
}
