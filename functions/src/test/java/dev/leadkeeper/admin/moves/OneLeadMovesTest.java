package dev.leadkeeper.admin.moves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.Ownership;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Office;
import dev.leadkeeper.port.Queue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneLeadMovesTest {
    private static final String OVERLOADED = "{\"to\":\"rep2\",\"reason\":\"overloaded\"}";

    private final Movers movers = new Movers();
    private final Office office = movers.office;

    // ------------------------------------------------------------------ claim

    @Test
    void a_rep_takes_a_lead_from_a_pool_or_the_waiting_list_and_is_told_with_a_link() {
        for (var lead : List.of(office.nurturing("one"), office.waiting("two"))) {
            var answer = Office.read(movers.ask("rep", "claim", lead, ""));
            assertEquals("rep", answer.get("owner"));
            assertEquals(LeadState.ASSIGNED, movers.now(lead).state());
        }
        assertEquals(2, movers.rep("rep").ledger().open());
        assertEquals(2, movers.rep("rep").ledger().claimed());
        assertEquals(Set.of(List.of("new-lead", "rep")), movers.told());
    }

    @Test
    void whoever_claims_second_learns_who_has_it() {
        var lead = office.nurturing("one");
        Office.read(movers.ask("rep", "claim", lead, ""));
        var refused = assertInstanceOf(Answer.Refused.class, movers.ask("rep2", "claim", lead, ""));
        assertEquals("rep", ((Map<?, ?>) refused.more().get("current")).get("owner"));
        assertTrue(refused.detail().contains("负责人 rep"), refused.detail());
        Office.read(movers.ask("rep", "claim", lead, ""));
        assertEquals(1, movers.rep("rep").ledger().claimed());
    }

    @Test
    void claim_and_return_does_not_evade_the_days_limit() {
        for (int i = 0; i < 5; i++) {
            var lead = office.nurturing("lead" + i);
            Office.read(movers.ask("rep", "claim", lead, ""));
            Office.read(movers.ask("rep", "release", lead, "{\"reason\":\"no-time\",\"to\":\"pool\"}"));
        }
        assertEquals(0, movers.rep("rep").ledger().owned());
        assertEquals("claims-used", Movers.refusal(movers.ask("rep", "claim", office.nurturing("one-more"), "")));
        movers.days(1);
        Office.read(movers.ask("rep", "claim", office.nurturing("tomorrow"), ""));
    }

    @Test
    void of_two_first_claims_of_a_day_that_saw_the_same_counters_one_is_counted_and_the_other_has_to_look_again() {
        Office.read(movers.ask("rep", "claim", office.nurturing("yesterday"), ""));
        movers.days(1);
        office.assigned("given", "rep"); // of what is given the day has begun, of what is claimed it has not
        var seen = movers.rep("rep");
        assertInstanceOf(Ownership.Given.Done.class, claim("one", seen));
        assertInstanceOf(Ownership.Given.RepChanged.class, claim("two", seen));
        assertEquals(1, movers.rep("rep").ledger().claimed());
    }

    private Ownership.Given claim(String key, Staff seen) {
        var sentence = new Sentence("由您自行领取", "claimed by yourself");
        return office.ownership.give(office.nurturing(key), seen, new Decision("7", "claim", "claim", sentence, List.of(), Map.of(),
                new Decision.ToRep(seen.id(), null, false, null)), seen.id(), null, false, null, new Ownership.Claiming(1, 200));
    }

    @Test
    void nobody_claims_what_they_gave_back_until_they_have_cooled() {
        var lead = office.assigned("one", "rep");
        Office.read(movers.ask("rep", "release", lead, "{\"reason\":\"not-ready\"}"));
        assertEquals("had-it-before", Movers.refusal(movers.ask("rep", "claim", lead, "")));
        movers.days(31);
        Office.read(movers.ask("rep", "claim", lead, ""));
    }

    @Test
    void leads_kept_for_dispatch_by_hand_and_leads_of_others_are_not_claimed() {
        var manual = office.scored("one");
        office.ownership.wait(manual, "manual-queue", new Decision("7", "r", "manual-queue", new Sentence("等", "wait"), List.of(), Map.of(),
                new Decision.Waits("manual-queue")));
        assertEquals("manual-queue", Movers.refusal(movers.ask("rep", "claim", manual, "")));
        assertEquals("not-movable", Movers.refusal(movers.ask("rep", "claim", office.scored("two"), "")));
        assertEquals(new Answer.Missing("lead"), movers.ask("rep", "claim", office.test("three"), ""));
        assertEquals(new Answer.Missing("lead"), movers.ask("rep", "claim", office.attention("four"), ""));
    }

    @Test
    void caps_leave_and_role_hold_for_claims() {
        var lead = office.nurturing("one");
        assertEquals("not-a-rep", Movers.refusal(movers.ask("admin", "claim", lead, "")));
        assertInstanceOf(Answer.Denied.class, movers.ask("manager", "claim", lead, ""));
        for (int i = 0; i < 8; i++) {
            office.assigned("lead" + i, "rep");
        }
        assertEquals("full", Movers.refusal(movers.ask("rep", "claim", lead, "")));
        office.hire("rep2", Staff.Role.REP, Staff.Status.LEAVE);
        assertEquals("on-leave", Movers.refusal(movers.ask("rep2", "claim", lead, "")));
    }

    // ------------------------------------------------------------------ reassign

    @Test
    void a_manager_hands_a_lead_over_and_both_owners_are_told() {
        var lead = office.assigned("one", "rep");
        var answer = Office.read(movers.ask("manager", "reassign", lead, OVERLOADED));
        assertEquals("rep2", answer.get("owner"));
        assertEquals(Set.of(List.of("new-lead", "rep2"), List.of("handed-over", "rep")), movers.told());
        assertEquals(0, movers.rep("rep").ledger().owned());
        assertEquals(1, movers.rep("rep2").ledger().open());
        var before = movers.now(lead).ver();
        Office.read(movers.ask("manager", "reassign", lead, OVERLOADED));
        assertEquals(before, movers.now(lead).ver());
    }

    @Test
    void a_reminder_lies_in_the_queue_before_a_lead_changes_hands() {
        var lead = office.assigned("one", "rep");
        movers.ask("manager", "reassign", lead, OVERLOADED);
        var sent = office.queue.sent().stream().map(each -> each.channel()).toList();
        assertTrue(sent.indexOf(Queue.Channel.LEADS_SCORED) < sent.indexOf(Queue.Channel.NOTICES), sent.toString());
        assertEquals(Map.of("lead", lead.id(), "trace", lead.trace(), "moved", lead.ver() + 1), office.queue.bodies(Queue.Channel.LEADS_SCORED).getLast());
    }

    @Test
    void the_customer_goes_along_with_the_lead() {
        var lead = office.assigned("one", "rep");
        office.assigned("two", "rep");
        var customers = new dev.leadkeeper.ledger.Customers(office.store, office.secrets);
        assertEquals("rep", customers.find(lead.customer()).owner());
        Office.read(movers.ask("manager", "reassign", lead, OVERLOADED));
        assertEquals("rep2", customers.find(lead.customer()).owner());
    }

    @Test
    void nobody_is_handed_a_lead_whom_a_lead_could_not_be_given() {
        var lead = office.assigned("one", "rep");
        assertEquals("unknown-rep", Movers.refusal(movers.ask("manager", "reassign", lead, "{\"to\":\"nobody\",\"reason\":\"absent\"}")));
        assertEquals("not-a-rep", Movers.refusal(movers.ask("admin", "reassign", lead, "{\"to\":\"marketing\",\"reason\":\"absent\"}")));
        office.hire("rep2", Staff.Role.REP, Staff.Status.DISABLED);
        assertEquals("disabled", Movers.refusal(movers.ask("manager", "reassign", lead, OVERLOADED)));
        assertEquals("not-movable", Movers.refusal(movers.ask("manager", "reassign", office.waiting("two"), OVERLOADED)));
        assertEquals("rep", movers.now(lead).owner());
    }

    @Test
    void a_manager_moves_the_leads_of_their_team_within_their_team() {
        movers.in("north-rep", Staff.Role.REP, "north");
        movers.in("north-boss", Staff.Role.MANAGER, "north");
        movers.in("chief", Staff.Role.MANAGER, "");
        var east = office.assigned("one", "rep");
        assertEquals(new Answer.Missing("lead"), movers.ask("north-boss", "reassign", east, "{\"to\":\"north-rep\",\"reason\":\"absent\"}"));
        assertEquals(new Answer.Missing("lead"), movers.ask("north-boss", "release", east, "{\"reason\":\"no-time\"}"));
        assertEquals("other-team", Movers.refusal(movers.ask("manager", "reassign", east, "{\"to\":\"north-rep\",\"reason\":\"absent\"}")));
        assertInstanceOf(Answer.Denied.class, movers.ask("rep", "reassign", east, OVERLOADED));
        Office.read(movers.ask("chief", "reassign", east, "{\"to\":\"north-rep\",\"reason\":\"absent\"}"));
        Office.read(movers.ask("north-boss", "release", east, "{\"reason\":\"no-time\"}"));
    }

    // ------------------------------------------------------------------ release

    @Test
    void a_lead_given_back_goes_through_the_rules_again_and_its_owner_has_room() {
        var lead = office.assigned("one", "rep");
        var answer = Office.read(movers.ask("rep", "release", lead, "{\"reason\":\"wrong-route\"}"));
        assertEquals("scored", answer.get("state"));
        assertEquals(Map.of("lead", lead.id(), "trace", lead.trace()), office.queue.bodies(Queue.Channel.LEADS_SCORED).getLast());
        assertEquals(0, movers.rep("rep").ledger().open());
        assertEquals(Set.of(), movers.told());
        Office.read(movers.ask("rep", "release", lead, "{\"reason\":\"wrong-route\"}"));
        assertEquals(1, office.timelines.of(lead.id()).stream().filter(event -> event.type().equals("released")).count());
    }

    @Test
    void a_lead_taken_back_by_a_manager_is_news_to_its_owner() {
        Office.read(movers.ask("manager", "release", office.assigned("one", "rep"), "{\"reason\":\"absent\"}"));
        assertEquals(Set.of(List.of("handed-over", "rep")), movers.told());
    }

    @Test
    void a_full_reps_release_has_the_waiting_list_worked_through() {
        var lead = office.assigned("lead", "rep");
        for (int i = 0; i < 7; i++) {
            office.assigned("lead" + i, "rep");
        }
        Office.read(movers.ask("rep", "release", lead, "{\"reason\":\"no-time\"}"));
        assertEquals(1, office.queue.bodies(Queue.Channel.DRAINS).size());
    }

    @Test
    void junk_is_flagged_supervisors_learn_of_it_and_the_turn_is_made_up_for() {
        var scored = office.scored("one");
        var turn = new Decision.Turn("circle", null, 1, true, null);
        var lead = ((Ownership.Given.Done) office.ownership.give(scored, movers.rep("rep"), new Decision("7", "r", "weighted-round-robin", new Sentence("轮", "turn"),
                List.of(), Map.of(), new Decision.ToRep("rep", turn, false, null)), "system", null, false, null)).lead();
        var answer = Office.read(movers.ask("rep", "release", lead, "{\"reason\":\"junk\"}"));
        assertEquals("test", answer.get("state"));
        assertEquals(1, movers.rep("rep").ledger().owed("circle"));
        assertEquals(Set.of(List.of("junk", "manager")), movers.told());
        Office.read(movers.ask("rep", "release", lead, "{\"reason\":\"junk\"}"));
        assertEquals(1, movers.rep("rep").ledger().owed("circle"));
    }

    @Test
    void junk_that_was_claimed_or_given_by_merit_owes_nothing() {
        Office.read(movers.ask("rep", "release", office.assigned("one", "rep"), "{\"reason\":\"junk\"}"));
        assertEquals(null, movers.rep("rep").ledger().credits());
    }

    @Test
    void an_owner_is_asked_once_what_becomes_of_a_lead() {
        var lead = office.assigned("one", "rep");
        Office.read(movers.ask("rep", "release", lead, "{\"reason\":\"not-ready\"}"));
        assertEquals("nurture", movers.now(lead).pool());
        assertEquals(new Answer.Missing("lead"), movers.ask("rep", "release", lead, "{\"reason\":\"junk\"}"));
        assertEquals(new Answer.Missing("lead"), movers.ask("rep2", "release", office.assigned("two", "rep"), "{\"reason\":\"junk\"}"));
        var ended = office.assigned("three", "rep");
        new dev.leadkeeper.ledger.Endings(office.store, office.clock).end(ended, "lost", null, "rep");
        assertEquals("not-movable", Movers.refusal(movers.ask("rep", "release", ended, "{\"reason\":\"junk\"}")));
    }

    // ------------------------------------------------------------------ all

    @ParameterizedTest
    @CsvSource({"claim", "release", "reassign", "snooze"})
    void what_was_seen_before_it_changed_is_stale(String verb) {
        var lead = verb.equals("claim") ? office.nurturing("one") : office.assigned("one", "rep");
        var body = switch (verb) {
            case "claim" -> "";
            case "release" -> "{\"reason\":\"no-time\"}";
            case "reassign" -> OVERLOADED;
            default -> "{\"until\":\"2026-11-30\",\"reason\":\"budget\"}";
        };
        var who = verb.equals("reassign") ? "manager" : "rep";
        var stale = assertInstanceOf(Answer.Stale.class, movers.asIfSeen(who, verb, lead, lead.revision() + 1, body));
        assertEquals(lead.revision(), stale.current().get("revision"));
        assertEquals(lead.ver(), movers.now(lead).ver());
        if (!verb.equals("snooze")) {
            assertNotEquals(lead.ver(), ((Answer.Versioned) movers.asIfSeen(who, verb, lead, lead.revision(), body)).revision());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"claim; {\"x\":1}; x", "release; {}; reason", "release; {\"reason\":\"bored\"}; reason",
        "release; {\"reason\":\"junk\",\"to\":\"pool\"}; to", "release; {\"reason\":\"no-time\",\"to\":\"pool\",\"pool\":\"other\"}; pool",
        "release; {\"reason\":\"no-time\",\"to\":\"rules\",\"pool\":\"nurture\"}; pool", "reassign; {\"to\":\"rep2\"}; reason",
        "reassign; {\"reason\":\"absent\"}; to", "snooze; {\"until\":\"tomorrow\",\"reason\":\"budget\"}; until"})
    void a_wrong_body_is_named(String verb, String body, String field) {
        var lead = office.assigned("one", "rep");
        var wrong = assertInstanceOf(Answer.Wrong.class, movers.ask(verb.equals("reassign") ? "manager" : "rep", verb, lead, body));
        assertEquals(field, wrong.flaws().getFirst().field());
    }
}
