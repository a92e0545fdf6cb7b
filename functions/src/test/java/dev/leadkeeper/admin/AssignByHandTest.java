package dev.leadkeeper.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Refusal;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.Customers;
import dev.leadkeeper.notice.Reminders;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Desk;
import dev.leadkeeper.people.Office;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.settings.Breaker;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignByHandTest {
    private final Office office = new Office();
    private final Desk desk = new Desk(office.staff,
            Admin.routes(office.store, office.queue, office.files, office.secrets, office.clock, office.ids));

    private Answer assign(String lead, String body) {
        return desk.answer("POST /leads/{id}/assign", "manager", Office.with(Office.ask("id=" + lead), body));
    }

    private Answer give(Lead lead, String rep) {
        return assign(lead.id(), "{\"rep\":\"" + rep + "\"}");
    }

    private String refusal(Lead lead, String rep) {
        return (String) assertInstanceOf(Answer.Refused.class, give(lead, rep)).more().get("refusal");
    }

    @Test
    void a_waiting_lead_is_given_to_a_rep_by_the_person_who_decided() {
        var lead = office.waiting("one");
        assertEquals("rep", Office.read(give(lead, "rep")).get("owner"));
        var owned = office.leads.find(lead.id()).orElseThrow();
        assertEquals(LeadState.ASSIGNED, owned.state());
        assertEquals(1, office.staff.find("rep").orElseThrow().ledger().open());
        var event = office.timelines.of(lead.id()).getLast();
        assertEquals("manager", event.by());
        var decision = Doc.of(event.data()).doc("decision");
        assertEquals("manual", decision.text("rule"));
        assertEquals("由 manager 手工分派给您", decision.doc("sentence").text("zh"));
    }

    @Test
    void the_rep_is_told_and_asking_again_tells_the_same_notice_again() {
        var lead = office.waiting("one");
        give(lead, "rep");
        Office.read(give(lead, "rep"));
        var notices = office.queue.bodies(Queue.Channel.NOTICES);
        assertEquals(2, notices.size());
        assertEquals(notices.getFirst(), notices.getLast());
        var notice = Doc.of(notices.getFirst()).doc("notice");
        assertEquals("new-lead", notice.text("kind"));
        assertEquals("rep", notice.text("recipient"));
        assertTrue(notice.doc("text").text("zh").contains("手工分派"));
        assertEquals(1, office.staff.find("rep").orElseThrow().ledger().open());
    }

    @Test
    void a_reminder_lies_in_the_queue_before_the_deed_so_that_a_death_in_between_costs_nobody_the_notice() {
        var lead = office.waiting("one");
        give(lead, "rep");

        assertEquals(Map.of("lead", lead.id(), "trace", lead.trace()), office.queue.bodies(Queue.Channel.LEADS_SCORED).getLast());
        var sent = office.queue.sent().stream().map(each -> each.channel()).toList();
        assertTrue(sent.lastIndexOf(Queue.Channel.LEADS_SCORED) < sent.indexOf(Queue.Channel.NOTICES), sent.toString());
    }

    @Test
    void a_person_who_never_asks_again_after_an_error_leaves_a_message_that_tells_the_rep() {
        var lead = office.waiting("one");
        Queue broken = (channel, body, delay) -> {
            if (channel == Queue.Channel.NOTICES) {
                throw new Store.Fault("the queue is away", null);
            }
            office.queue.send(channel, body, delay);
        };
        var routes = Admin.routes(office.store, broken, office.files, office.secrets, office.clock, office.ids);
        assertThrows(Store.Fault.class, () -> new Desk(office.staff, routes).answer("POST /leads/{id}/assign", "manager",
                Office.with(Office.ask("id=" + lead.id()), "{\"rep\":\"rep\"}")));
        assertEquals("rep", office.leads.find(lead.id()).orElseThrow().owner());
        var reminder = office.queue.sent().getFirst();
        assertEquals(Queue.Channel.LEADS_SCORED, reminder.channel());
        assertEquals(lead.id(), reminder.body().get("lead"));
        assertEquals(Reminders.AFTER, reminder.delay());
    }

    @Test
    void leads_of_a_pool_and_leads_just_scored_can_be_given_too_and_the_breaker_stops_nobody() {
        new Breaker(office.store, office.clock).set(true, "x", "admin");
        Office.read(give(office.nurturing("one"), "rep"));
        Office.read(give(office.scored("two"), "rep2"));
    }

    @Test
    void a_customer_without_owner_becomes_the_reps() {
        var lead = office.waiting("one");
        give(lead, "rep");
        var customers = new Customers(office.store, office.secrets);
        assertEquals("rep", customers.find(lead.customer()).owner());
        give(office.waiting("two"), "rep2");
        assertEquals("rep", customers.find(lead.customer()).owner());
        office.hire("rep", Staff.Role.REP, Staff.Status.LEFT);
        give(office.waiting("three"), "rep2");
        assertEquals("rep2", customers.find(lead.customer()).owner());
    }

    @Test
    void an_owned_lead_is_not_taken_from_its_owner() {
        var refused = assertInstanceOf(Answer.Refused.class, give(office.assigned("one", "rep"), "rep2"));
        assertEquals(Map.of("state", "assigned", "owner", "rep"), refused.more());
    }

    @Test
    void what_is_no_real_lead_is_given_to_nobody() {
        for (var lead : List.of(office.attention("one"), office.test("two"))) {
            assertInstanceOf(Answer.Refused.class, give(lead, "rep"));
        }
        assertEquals(new Answer.Missing("lead"), assign("a".repeat(26), "{\"rep\":\"rep\"}"));
        assertEquals(new Answer.Missing("lead"), assign("../x", "{\"rep\":\"rep\"}"));
    }

    @Test
    void a_rep_at_the_cap_is_refused_with_the_reason_in_both_languages() {
        var rep = office.staff.find("rep").orElseThrow();
        for (int i = 0; i < rep.cap(); i++) {
            Office.read(give(office.waiting("lead-" + i), "rep"));
        }
        var lead = office.waiting("one-more");
        var refused = assertInstanceOf(Answer.Refused.class, give(lead, "rep"));
        assertEquals("full", refused.more().get("refusal"));
        assertEquals(Map.of("zh", Refusal.FULL.sentence().zh(), "en", Refusal.FULL.sentence().en()), refused.more().get("sentence"));
        assertEquals(LeadState.WAITING, office.leads.find(lead.id()).orElseThrow().state());
    }

    @Test
    void whoever_cannot_receive_is_refused_by_name_of_the_reason() {
        var lead = office.waiting("one");
        assertEquals("unknown-rep", refusal(lead, "nobody"));
        assertEquals("unknown-rep", refusal(lead, "pool#nurture"));
        assertEquals("not-a-rep", refusal(lead, "marketing"));
        office.hire("rep", Staff.Role.REP, Staff.Status.LEFT);
        assertEquals("left", refusal(lead, "rep"));
        office.hire("rep", Staff.Role.REP, Staff.Status.DISABLED);
        assertEquals("disabled", refusal(lead, "rep"));
        office.hire("rep", Staff.Role.REP, Staff.Status.LEAVE);
        assertEquals("on-leave", refusal(lead, "rep"));
    }

    @Test
    void leaves_limits_and_pauses_hold_by_hand_as_well() {
        var lead = office.waiting("one");
        save(false, 8, null, null, List.of());
        assertEquals("cannot-receive", refusal(lead, "rep"));
        save(true, 8, 0, null, List.of());
        assertEquals("day-full", refusal(lead, "rep"));
        save(true, 8, null, 0, List.of());
        assertEquals("backlog-full", refusal(lead, "rep"));
        var today = LocalDate.parse("2026-11-22");
        save(true, 8, null, null, List.of(new Staff.Leave(today, today)));
        assertEquals("on-leave", refusal(lead, "rep"));
        save(true, 8, null, null, List.of(new Staff.Leave(today.plusDays(1), today.plusDays(2))));
        Office.read(give(lead, "rep"));
    }

    private void save(boolean canReceive, int cap, Integer dayCap, Integer backlogCap, List<Staff.Leave> leaves) {
        var rep = office.staff.find("rep").orElseThrow();
        office.staff.save(new Staff(rep.id(), rep.name(), rep.role(), rep.groups(), rep.status(), canReceive, rep.skills(),
                rep.industries(), rep.regions(), rep.sizes(), rep.weight(), cap, dayCap, backlogCap, rep.hours(), leaves,
                rep.figures(), rep.channels(), rep.ledger()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"{}; rep", "{\"rep\":7}; rep", "{\"rep\":\"\"}; rep",
        "{\"rep\":null}; rep", "{\"rep\":\"rep\",\"force\":true}; force"})
    void a_wrong_body_is_named(String body, String field) {
        var wrong = assertInstanceOf(Answer.Wrong.class, assign(office.waiting("one").id(), body));
        assertEquals(field, wrong.flaws().getFirst().field());
    }
}
