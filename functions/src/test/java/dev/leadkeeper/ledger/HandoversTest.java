package dev.leadkeeper.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.MoveReason;
import dev.leadkeeper.lead.Timer;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandoversTest extends Hands {
    // ------------------------------------------------------------------ from hand to hand

    @Test
    void a_reassigned_lead_leaves_one_owners_counters_for_the_others() {
        var lead = world.owned("a", "lin");
        world.clock.advance(Duration.ofHours(1));

        var done = assertInstanceOf(Ownership.Given.Done.class, reassign(lead, "wu"));

        assertEquals("wu", done.lead().owner());
        assertEquals(world.clock.now(), done.lead().assignedAt());
        assertFalse(done.lead().contacted());
        assertEquals(Map.of("lin", world.clock.now()), done.lead().watch().past());
        assertCounters("lin", 0, 0);
        assertCounters("wu", 1, 1);
        assertEquals(done.staff().ledger(), rep("wu").ledger());
        var event = world.timelines.of(lead.id()).getLast();
        assertEquals(Handovers.REASSIGNED, event.type());
        assertEquals("boss", event.by());
        assertEquals("lin", event.data().get("owner"));
        assertEquals("overloaded", event.data().get("reason"));
    }

    @Test
    void a_lead_that_its_owner_contacted_is_open_for_the_new_owner_and_was_not_for_the_former_one() {
        var lead = contacted(world.owned("a", "lin"));
        reassign(lead, "wu");
        assertCounters("lin", 0, 0);
        assertCounters("wu", 1, 1);
    }

    @Test
    void a_lead_that_has_changed_since_is_reassigned_by_nobody() {
        var seen = world.owned("a", "lin");
        reassign(seen, "wu");
        world.hire("chen", 8);

        assertInstanceOf(Ownership.Given.LeadChanged.class, reassign(seen, "chen"));
        assertEquals(Optional.empty(), handovers.toRules(seen, SAID));
        assertEquals(Optional.empty(), handovers.toPool(seen, "nurture", SAID));
        assertEquals(Optional.empty(), handovers.junk(seen, rep("lin"), null, SAID));
        assertEquals(Optional.empty(), handovers.junk(seen, rep("lin"), "east", SAID));
        assertEquals(Optional.empty(), handovers.reroute(seen, SAID));
        assertEquals(Optional.empty(), handovers.snooze(seen, world.clock.now(), 1, SAID));
        assertCounters("lin", 0, 0);
        assertCounters("wu", 1, 1);
        assertCounters("chen", 0, 0);
        assertEquals(0, rep("lin").ledger().owed("east"));
    }

    @Test
    void caps_and_employment_hold_for_whoever_is_handed_a_lead() {
        var lead = world.owned("a", "lin");
        var seen = rep("wu");
        world.hire("wu", 1);
        world.owned("bb", "wu");
        assertInstanceOf(Ownership.Given.RepChanged.class, give(lead, seen));
        var free = world.hire("chen", 8);
        world.store.write(new Write.Update(Key.of(Table.STAFF, "chen"), List.of(Change.set("status", "disabled")), Condition.NONE));
        assertInstanceOf(Ownership.Given.RepChanged.class, give(lead, free));
        assertCounters("lin", 1, 1);
    }

    @Test
    void a_lead_that_has_ended_is_moved_by_nobody() {
        var ended = world.endings.end(world.owned("a", "lin"), Lead.WON, null, "lin").orElseThrow();
        assertThrows(IllegalArgumentException.class, () -> reassign(ended, "wu"));
        assertThrows(IllegalArgumentException.class, () -> handovers.toRules(ended, SAID));
        assertThrows(IllegalArgumentException.class, () -> handovers.reroute(ended, SAID));
        var open = world.owned("bb", "lin");
        assertThrows(IllegalArgumentException.class, () -> reassign(open, "lin"));
    }

    // ------------------------------------------------------------------ given back

    @Test
    void a_lead_given_back_to_the_rules_is_on_its_way_and_found_again_if_its_message_is_lost() {
        var lead = world.owned("a", "lin");
        var after = handovers.toRules(lead, SAID).orElseThrow();
        assertEquals(LeadState.SCORED, after.state());
        assertNull(after.owner());
        assertEquals(Timer.RESEND, after.watch().next().orElseThrow().timer());
        assertEquals(java.util.Set.of("lin"), after.watch().past().keySet());
        assertEquals(0, after.watch().round());
        assertCounters("lin", 0, 0);
    }

    @Test
    void a_contacted_lead_given_back_to_a_pool_counts_for_nobody() {
        var after = handovers.toPool(contacted(world.owned("a", "lin")), "nurture", SAID).orElseThrow();
        assertEquals(LeadState.NURTURING, after.state());
        assertEquals("nurture", after.pool());
        assertEquals(Optional.empty(), after.watch().next());
        assertCounters("lin", 0, 0);
    }

    @Test
    void junk_that_came_by_a_turn_owes_its_owner_another_lead_and_takes_no_turn_off() {
        var first = byTurn("a", new Decision.Turn("east", null, 1, true, null));
        handovers.junk(first, rep("lin"), "east", SAID).orElseThrow();
        var second = byTurn("b", new Decision.Turn("east", 1L, 2, true, 1L));
        var after = handovers.junk(second, rep("lin"), "east", SAID).orElseThrow();

        assertEquals(LeadState.TEST, after.state());
        assertEquals("junk", after.reason());
        assertCounters("lin", 0, 0);
        assertEquals(2, rep("lin").ledger().owed("east"));
        assertEquals(Map.of("east", 2L), rep("lin").ledger().turns());
        assertEquals(Map.of("east", 2L), world.staff.everybody().taken());
    }

    @Test
    void what_is_owed_is_given_once() {
        handovers.junk(byTurn("a", new Decision.Turn("east", null, 1, true, null)), rep("lin"), "east", SAID).orElseThrow();
        var seen = rep("lin");
        var done = assertInstanceOf(Ownership.Given.Done.class, world.ownership.give(lead("b"), seen, World.to("lin", Decision.Turn.madeUp("east", 1, 1)),
                "system", null, false, null));

        assertEquals(0, done.staff().ledger().owed("east"));
        assertEquals(rep("lin").ledger(), done.staff().ledger());
        assertInstanceOf(Ownership.Given.RepChanged.class, world.ownership.give(lead("c"), seen,
                World.to("lin", Decision.Turn.madeUp("east", 1, 1)), "system", null, false, null));
        assertEquals(0, rep("lin").ledger().owed("east"));
        assertEquals(Map.of("east", 1L), rep("lin").ledger().turns());
        assertEquals(Map.of("east", 1L), world.staff.everybody().taken());
    }

    @Test
    void two_leads_given_back_as_junk_at_once_are_both_owed() {
        var first = byTurn("a", new Decision.Turn("east", null, 1, false, null));
        var second = byTurn("b", new Decision.Turn("east", 1L, 2, false, null));
        var seen = rep("lin");
        assertTrue(handovers.junk(world.leads.find(first.id()).orElseThrow(), seen, "east", SAID).isPresent());
        assertEquals(Optional.empty(), handovers.junk(second, seen, "east", SAID));
        var again = rep("lin");
        assertTrue(handovers.junk(second, again, "east", SAID).isPresent());
        assertEquals(2, rep("lin").ledger().owed("east"));
        var third = byTurn("c", new Decision.Turn("east", 2L, 3, false, null));
        assertEquals(Optional.empty(), handovers.junk(third, again, "east", SAID));
    }

    @Test
    void an_edit_of_a_person_leaves_what_they_are_owed_and_claimed() {
        handovers.junk(byTurn("a", new Decision.Turn("east", null, 1, true, null)), rep("lin"), "east", SAID).orElseThrow();
        claim("b", "lin");
        world.hire("lin", 5);
        assertEquals(1, rep("lin").ledger().owed("east"));
        assertEquals(1, rep("lin").ledger().claimed());
    }

    // ------------------------------------------------------------------ through the rules again

    @Test
    void waiting_pooled_and_wrongly_flagged_leads_go_through_the_rules_again() {
        var waiting = lead("a");
        world.ownership.wait(waiting, "everybody-full", World.to("x", null));
        var pooled = handovers.toPool(world.owned("bb", "lin"), "nurture", SAID).orElseThrow();
        var junk = handovers.junk(world.owned("ccc", "lin"), rep("lin"), null, SAID).orElseThrow();
        for (var lead : List.of(world.leads.find(waiting.id()).orElseThrow(), pooled, junk)) {
            assertTrue(Handovers.mayBeRerouted(lead));
            var after = handovers.reroute(lead, SAID).orElseThrow();
            assertEquals(LeadState.SCORED, after.state());
            assertNull(after.reason());
            assertEquals(lead.state().word(), world.timelines.of(lead.id()).getLast().data().get("from"));
            assertFalse(Handovers.mayBeRerouted(after));
        }
        assertCounters("lin", 0, 0);
    }

    @Test
    void a_lead_rerouted_from_its_owner_leaves_their_counters() {
        var after = handovers.reroute(world.owned("a", "lin"), SAID).orElseThrow();
        assertEquals(LeadState.SCORED, after.state());
        assertCounters("lin", 0, 0);
        assertEquals(java.util.Set.of("lin"), after.watch().past().keySet());
    }

    // ------------------------------------------------------------------ put off

    @Test
    void a_lead_that_is_put_off_says_until_when_and_how_often() {
        var until = world.clock.now().plus(Duration.ofDays(3));
        var after = handovers.snooze(contacted(world.owned("a", "lin")), until, 2, new Handovers.Said("lin", MoveReason.BUDGET, null)).orElseThrow();
        assertEquals(until, after.watch().keptUntil());
        assertEquals("lin", after.owner());
        var event = world.timelines.of(after.id()).getLast();
        assertEquals(Map.of("owner", "lin", "reason", "budget", "until", until.toString(), "n", 2L), event.data());
    }

    private Lead byTurn(String key, Decision.Turn turn) {
        return ((Ownership.Given.Done) world.ownership.give(lead(key), rep("lin"), World.to("lin", turn), "system", null, false, null)).lead();
    }

    private Lead contacted(Lead lead) {
        world.activities.record(lead, world.activity(lead, "k", World.hash("body")), "first-contact");
        return world.leads.find(lead.id()).orElseThrow();
    }

    private void assertCounters(String id, long open, long owned) {
        assertEquals(List.of(open, owned), List.of(rep(id).ledger().open(), rep(id).ledger().owned()), id);
    }
}
