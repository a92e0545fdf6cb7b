package dev.leadkeeper.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.people.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** It is ten in the morning in China when the lead is given away, and eleven when it is taken back. */
class FormerOwnerTest {
    private static final String TAP = "POST /leads/{id}/contacted";

    private final RepsSide side = new RepsSide();
    private final Lead lead = side.office.assigned("one", "rep");

    private void takenBack() {
        side.office.clock.advance(Duration.ofHours(1));
        assertTrue(side.office.ownership.takeBack(side.now(lead), side.office.clock.now(), "cause").isPresent());
    }

    @Test
    void a_tap_that_comes_after_the_lead_was_taken_back_says_so_and_when_in_both_languages_and_nothing_else() {
        takenBack();
        var before = side.now(lead);
        var refused = assertInstanceOf(Answer.Refused.class, side.ask(TAP, "rep", lead, Map.of("channel", "phone")));

        assertTrue(refused.detail().contains("taken back or handed over at 2026-11-22 11:00"), refused.detail());
        assertTrue(refused.detail().contains("线索已于 2026-11-22 11:00 (UTC+8) 收回或转交"), refused.detail());
        assertEquals(Map.of("id", lead.id(), "yoursUntil", side.now(lead).watch().past().get("rep").toString()),
                Map.of("id", refused.more().get("id"), "yoursUntil", refused.more().get("yoursUntil").toString()));
        assertEquals(2, refused.more().size());
        assertEquals(before, side.now(lead));
    }

    @Test
    void so_does_a_record_a_stage_and_an_ending_that_come_too_late() {
        takenBack();
        for (var late : List.of(Map.entry("activities", RepsSide.record("call")), Map.entry("stage", Map.<String, Object>of("stage", "demo")),
                Map.entry("outcome", Map.<String, Object>of("outcome", "lost", "reason", "price")))) {
            assertInstanceOf(Answer.Refused.class, side.ask("POST /leads/{id}/" + late.getKey(), "rep", lead, late.getValue(), "if-match", "\"1\""), late.getKey());
        }
    }

    @Test
    void somebody_who_never_had_it_learns_nothing_and_reading_it_is_no_longer_for_the_former_owner_either() {
        takenBack();
        assertInstanceOf(Answer.Missing.class, side.ask(TAP, "rep2", lead, Map.of("channel", "phone")));
        assertInstanceOf(Answer.Missing.class, side.ask("GET /leads/{id}/activities", "rep", lead, null));
    }

    @Test
    void the_owner_who_names_an_activity_that_is_not_there_is_told_that_it_is_missing() {
        assertInstanceOf(Answer.Missing.class, side.ask("POST /leads/{id}/activities/{activity}/uploads", "rep", lead,
                Map.of("files", List.of(RepsSide.file("a", "application/pdf", 'a'))), "path.activity", "a".repeat(26)));
    }
}
