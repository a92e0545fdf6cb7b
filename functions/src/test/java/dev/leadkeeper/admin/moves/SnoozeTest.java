package dev.leadkeeper.admin.moves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Office;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnoozeTest {
    private final Movers movers = new Movers();
    private final Office office = movers.office;

    @Test
    void an_owner_puts_a_contacted_lead_off_to_the_end_of_a_day() {
        var lead = movers.contacted(office.assigned("one", "rep"));
        var answer = Office.read(movers.ask("rep", "snooze", lead, "{\"until\":\"2026-11-30\",\"reason\":\"budget\"}"));
        assertEquals("2026-11-30T16:00:00Z", answer.get("keptUntil"));
        assertEquals("snoozed", office.timelines.of(lead.id()).getLast().type());
        Office.read(movers.ask("rep", "snooze", lead, "{\"until\":\"2026-11-30\",\"reason\":\"budget\"}"));
        assertEquals(1, office.timelines.of(lead.id()).stream().filter(event -> event.type().equals("snoozed")).count());
    }

    @Test
    void a_lead_that_nobody_contacted_cannot_wait() {
        assertEquals("not-movable", Movers.refusal(movers.ask("rep", "snooze", office.assigned("one", "rep"), "{\"until\":\"2026-11-30\",\"reason\":\"budget\"}")));
    }

    @Test
    void the_rulebook_bounds_how_far_and_how_often() {
        var lead = movers.contacted(office.assigned("one", "rep"));
        for (var day : List.of("2026-11-21", "2026-12-07", "2027-11-30")) {
            var wrong = assertInstanceOf(Answer.Wrong.class, movers.ask("rep", "snooze", lead, "{\"until\":\"" + day + "\",\"reason\":\"budget\"}"));
            assertEquals("until", wrong.flaws().getFirst().field());
        }
        for (var day : List.of("2026-11-24", "2026-11-25", "2026-11-26")) {
            Office.read(movers.ask("rep", "snooze", lead, "{\"until\":\"" + day + "\",\"reason\":\"budget\"}"));
        }
        assertEquals("not-movable", Movers.refusal(movers.ask("rep", "snooze", lead, "{\"until\":\"2026-11-27\",\"reason\":\"budget\"}")));
        Office.read(movers.ask("manager", "reassign", lead, "{\"to\":\"rep2\",\"reason\":\"overloaded\"}"));
        Office.read(movers.ask("rep2", "snooze", movers.contacted(movers.now(lead)), "{\"until\":\"2026-11-27\",\"reason\":\"budget\"}"));
    }
}
