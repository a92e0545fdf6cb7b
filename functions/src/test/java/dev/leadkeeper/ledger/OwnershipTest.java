package dev.leadkeeper.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnershipTest {
    private final World world = new World();

    @Test
    void giving_a_lead_changes_lead_counters_and_history_together() {
        var lead = lead("a");
        var rep = world.hire("lin", 8);

        var done = assertInstanceOf(Ownership.Given.Done.class, give(lead, rep, null));

        assertEquals("lin", done.lead().owner());
        assertEquals(LeadState.ASSIGNED, done.lead().state());
        assertEquals(done.staff().ledger(), world.staff.find("lin").orElseThrow().ledger());
        assertEquals(1, done.staff().ledger().open());
        assertEquals(List.of("scored", "assigned"),
                world.timelines.of(lead.id()).stream().map(TimelineEvent::type).toList());
    }

    @Test
    void a_lead_is_given_once_however_many_try() {
        var lead = lead("a");
        var rep = world.hire("lin", 8);
        give(lead, rep, null);

        assertInstanceOf(Ownership.Given.LeadChanged.class, give(lead, world.hire("wu", 8), null));
        assertEquals(0, world.staff.find("wu").orElseThrow().ledger().open());
    }

    @Test
    void a_lead_that_comes_to_the_fallback_owner_again_is_given_though_their_to_do_is_there() {
        var boss = world.hire("boss", 8);
        var lead = lead("a");
        var todo = new Todos.Todo("boss", "fallback#" + lead.id(), "fallback", lead.id(), new Sentence("请处理", "please act"), world.clock.now());
        var first = assertInstanceOf(Ownership.Given.Done.class, world.ownership.give(lead, boss, World.to("boss", null), "system", null, false, todo));
        var back = world.ownership.takeBack(first.lead(), world.clock.now(), "cause").orElseThrow().lead();

        assertInstanceOf(Ownership.Given.Done.class, world.ownership.give(back, world.staff.find("boss").orElseThrow(), World.to("boss", null), "system",
                null, false, todo));
        assertEquals(1, new Todos(world.store).of("boss", 10, null).todos().size());
    }

    @Test
    void a_rep_at_the_cap_is_refused_and_shown_as_they_are() {
        var seen = world.hire("lin", 1);
        give(lead("a"), seen, null);

        var refused = assertInstanceOf(Ownership.Given.RepChanged.class, give(lead("b"), seen, null));

        assertEquals(1, refused.now().ledger().open());
    }

    @Test
    void a_rep_disabled_since_the_decision_is_refused() {
        var seen = world.hire("lin", 8);
        world.store.write(new Write.Update(Key.of(Table.STAFF, "lin"), List.of(Change.set("status", "disabled")),
                Condition.NONE));

        var refused = assertInstanceOf(Ownership.Given.RepChanged.class, give(lead("a"), seen, null));

        assertEquals(Staff.Status.DISABLED, refused.now().status());
    }

    @Test
    void a_rep_suspended_since_the_decision_is_refused() {
        var seen = world.hire("lin", 8);
        var standing = new dev.leadkeeper.lead.Standing(dev.leadkeeper.lead.Standing.State.SUSPENDED, Instant.parse("2026-11-29T16:00:00Z"), "2026-W47", 1, 9);
        assertTrue(world.staff.judge("lin", null, standing));

        var refused = assertInstanceOf(Ownership.Given.RepChanged.class, give(lead("a"), seen, null));

        assertEquals(standing, refused.now().ledger().standing());
        assertEquals(0, refused.now().ledger().open());
    }

    @Test
    void a_week_is_judged_once_however_many_try() {
        world.hire("lin", 8);
        var one = new dev.leadkeeper.lead.Standing(dev.leadkeeper.lead.Standing.State.NONE, Instant.parse("2026-11-29T16:00:00Z"), "2026-W47", 9, 9);

        assertTrue(world.staff.judge("lin", null, one));
        assertEquals(false, world.staff.judge("lin", null, one.lifted()));
        assertTrue(world.staff.judge("lin", one, one.lifted()));
    }

    @Test
    void a_cap_lowered_since_the_decision_is_refused() {
        var seen = world.hire("lin", 8);
        world.hire("lin", 0);

        assertInstanceOf(Ownership.Given.RepChanged.class, give(lead("a"), seen, null));
    }

    @Test
    void a_turn_is_taken_once() {
        var seen = world.hire("lin", 8);
        var turn = new Decision.Turn("east", null, 1, false, null);
        give(lead("a"), seen, turn);

        assertInstanceOf(Ownership.Given.RepChanged.class, give(lead("b"), seen, turn));
        assertEquals(Map.of("east", 1L), world.staff.find("lin").orElseThrow().ledger().turns());
    }

    @Test
    void a_weighted_turn_conditions_on_the_pools_count() {
        give(lead("a"), world.hire("lin", 8), new Decision.Turn("east", null, 1, true, null));

        assertInstanceOf(Ownership.Given.Contended.class,
                give(lead("b"), world.hire("wu", 8), new Decision.Turn("east", null, 1, true, null)));
        assertEquals(Map.of("east", 1L), world.staff.everybody().taken());
    }

    @Test
    void a_clock_that_is_behind_counts_on_the_day_that_another_has_begun() {
        world.hire("lin", 8);
        give(lead("a"), world.staff.find("lin").orElseThrow(), null);
        var behind = new Ownership(world.store, world.files, Planner.NONE, new VirtualClock("2026-11-22T15:59:57Z"));
        world.clock.advance(Duration.ofHours(14)); // midnight in Shanghai
        give(lead("b"), world.staff.find("lin").orElseThrow(), null);

        behind.give(lead("c"), world.staff.find("lin").orElseThrow(), World.to("lin", null), "system", null, false, null);

        var lin = world.staff.find("lin").orElseThrow();
        assertEquals("2026-11-23", lin.ledger().day());
        assertEquals(2, lin.ledger().today());
        assertEquals(2, lin.receivedOnDayOf(Instant.parse("2026-11-22T15:59:57Z")));
    }

    @Test
    void the_days_count_starts_anew_at_midnight_in_shanghai() {
        world.hire("lin", 8);
        give(lead("a"), world.staff.find("lin").orElseThrow(), null);
        give(lead("b"), world.staff.find("lin").orElseThrow(), null);
        assertEquals(2, world.staff.find("lin").orElseThrow().ledger().today());
        world.clock.advance(Duration.ofHours(14)); // 10:00 becomes 00:00

        give(lead("c"), world.staff.find("lin").orElseThrow(), null);

        assertEquals(1, world.staff.find("lin").orElseThrow().ledger().today());
        assertEquals("2026-11-23", world.staff.find("lin").orElseThrow().ledger().day());
    }

    @Test
    void the_customer_gets_an_owner_only_if_it_still_has_none() {
        var lead = lead("a");
        var customer = world.customers.find(lead.customer());
        give2(lead, world.hire("lin", 8), customer);
        assertEquals("lin", world.customers.find(lead.customer()).owner());

        assertInstanceOf(Ownership.Given.Contended.class, give2(lead("b"), world.hire("wu", 8), customer));
    }

    @Test
    void a_lead_that_needs_attention_cannot_be_given_away() {
        var lead = world.take(World.attention(world.submission("x", "1"), "no way to reach", false)).lead();
        var rep = world.hire("lin", 8);

        assertThrows(IllegalArgumentException.class, () -> give(lead, rep, null));
    }

    @Test
    void an_event_written_by_a_crashed_process_is_caught_up_and_not_overwritten() {
        var lead = lead("a");
        var orphan = TimelineEvent.of(lead.id(), 2, "notified", world.clock.now(), "system", Map.of("notice", "n"), lead.head());
        world.store.write(Step.put(orphan));

        assertInstanceOf(Ownership.Given.LeadChanged.class, give(lead, world.hire("lin", 8), null));
        assertInstanceOf(Ownership.Given.Done.class,
                give(world.leads.find(lead.id()).orElseThrow(), world.hire("lin", 8), null));

        assertEquals(List.of("scored", "notified", "assigned"),
                world.timelines.of(lead.id()).stream().map(TimelineEvent::type).toList());
    }

    @Test
    void a_receipt_is_appended_once_and_moves_the_head() {
        var lead = lead("a");
        Predicate<TimelineEvent> mine = event -> "n".equals(event.data().get("notice"));

        world.timelines.appendOnce(lead.id(), "notified", "system", Map.of("notice", "n"), mine);
        world.timelines.appendOnce(lead.id(), "notified", "system", Map.of("notice", "n"), mine);

        var events = world.timelines.of(lead.id());
        assertEquals(2, events.size());
        var now = world.leads.find(lead.id()).orElseThrow();
        assertEquals(2, now.ver());
        assertEquals(events.getLast().hash(), now.head());
    }

    @Test
    void waiting_leads_stand_in_order_of_age() {
        var ids = IntStream.range(0, 5).mapToObj(i -> {
            world.clock.advance(Duration.ofSeconds(1));
            var lead = lead("w" + i);
            world.ownership.wait(lead, "everybody-full", World.to("x", null));
            return lead.id();
        }).toList();

        assertEquals(ids, world.leads.held(dev.leadkeeper.codec.Holder.WAITING, false, 10, null).leads().stream()
                .map(Lead::id).toList());
    }

    @Test
    void a_decision_over_100_kb_lies_in_a_file_that_its_event_names() {
        var lead = lead("a");
        var long0 = new Sentence("字".repeat(1000), "x".repeat(1000));
        var many = IntStream.range(0, 50).mapToObj(i -> new Decision.Candidate("rep" + i, "next", long0)).toList();
        var decision = new Decision("1", "r", "s", long0, many, Map.of(), new Decision.ToRep("lin", null, false, null));

        world.ownership.give(lead, world.hire("lin", 8), decision, "system", null, false, null);

        var data = world.timelines.of(lead.id()).getLast().data();
        assertTrue(data.containsKey("file") && data.containsKey("fileHash"), data.keySet().toString());
        assertEquals(50, ((List<?>) new Decisions(world.files).of(data).get("candidates")).size());
    }

    private Lead lead(String key) {
        return world.take(world.submission(key, "body of " + key)).lead();
    }

    private Ownership.Given give(Lead lead, Staff rep, Decision.Turn turn) {
        return world.ownership.give(lead, rep, World.to(rep.id(), turn), "system", null, false, null);
    }

    private Ownership.Given give2(Lead lead, Staff rep, Customers.Customer customer) {
        return world.ownership.give(lead, rep, World.to(rep.id(), null), "system", customer, true, null);
    }
}
