package dev.leadkeeper.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.Holder;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.Drift;
import dev.leadkeeper.ledger.Failures;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.ledger.Todos;
import dev.leadkeeper.port.Notifier.Outcome;
import dev.leadkeeper.port.Queue.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineTest {
    private final Pipeline pipeline = new Pipeline();

    @Test
    void a_post_becomes_an_owned_explained_and_notified_lead() {
        var id = pipeline.post("a", Pipeline.facts("+8613912345670"));

        pipeline.run();

        var lead = pipeline.lead(id);
        assertEquals(LeadState.ASSIGNED, lead.state());
        assertEquals(List.of("scored", "assigned", "notified"), pipeline.history(id));
        assertEquals(1, pipeline.rep(lead.owner()).ledger().open());
        assertEquals(1, pipeline.notifier.attempts().size());
        assertTrue(pipeline.notifier.attempts().getFirst().reference().get("lead").equals(id));
    }

    @Test
    void every_message_may_come_twice() {
        var id = pipeline.post("a", Pipeline.facts("+8613912345670"));
        pipeline.post("a", Pipeline.facts("+8613912345670"));
        pipeline.run();
        pipeline.post("a", Pipeline.facts("+8613912345670"));
        pipeline.queue.send(Channel.LEADS_SCORED, java.util.Map.of("lead", id, "trace", "t"));
        pipeline.run();

        assertEquals(List.of("scored", "assigned", "notified"), pipeline.history(id));
        assertEquals(1, pipeline.rep(pipeline.lead(id).owner()).ledger().open());
        assertEquals(1, pipeline.notifier.attempts().size());
    }

    @Test
    void a_lead_that_is_asked_for_again_while_its_notice_is_on_its_way_is_told_again_late_enough_to_find_the_receipt() {
        var id = pipeline.post("a", Pipeline.facts("+8613912345670"));
        pipeline.queue.take(Channel.LEADS_RECEIVED).forEach(body -> pipeline.handle(Channel.LEADS_RECEIVED, body));
        var asked = pipeline.queue.take(Channel.LEADS_SCORED).getFirst();
        pipeline.handle(Channel.LEADS_SCORED, asked);
        pipeline.handle(Channel.LEADS_SCORED, asked);

        assertEquals(1, pipeline.queue.takeDue(Channel.NOTICES).size()); // is lost, as if the process had died
        assertEquals(Duration.ofSeconds(8), pipeline.queue.sent().getFirst().delay());
        pipeline.run();
        assertEquals(List.of("scored", "assigned", "notified"), pipeline.history(id));

        pipeline.handle(Channel.LEADS_SCORED, asked);
        assertTrue(pipeline.queue.sent().isEmpty());
    }

    @Test
    void the_second_lead_with_a_new_field_does_not_tell_the_admins_at_the_same_moment_as_the_first() {
        new Drift(pipeline.store, pipeline.clock).count("demo", "微信"); // by another instance, which is about to tell
        pipeline.post("a", Pipeline.facts("+8613912345670"), "微信");
        pipeline.queue.take(Channel.LEADS_RECEIVED).forEach(body -> pipeline.handle(Channel.LEADS_RECEIVED, body));

        assertEquals(0, pipeline.queue.takeDue(Channel.NOTICES).size());
        assertEquals(1, pipeline.queue.take(Channel.NOTICES).size());
    }

    @Test
    void a_process_that_dies_after_giving_a_waiting_lead_away_leaves_a_message_that_tells_the_owner() {
        pipeline.useCases.breaker().set(true, "stocktaking", "boss");
        var id = pipeline.post("a", Pipeline.facts("+8613912345670"));
        pipeline.run();
        pipeline.useCases.breaker().set(false, "done", "boss");
        pipeline.handle(Channel.DRAINS, java.util.Map.of("why", "breaker-closed"));
        assertEquals(LeadState.ASSIGNED, pipeline.lead(id).state());
        assertEquals(1, pipeline.queue.take(Channel.NOTICES).size()); // is lost, as if the process had died before

        pipeline.run();

        assertEquals(List.of("scored", "waiting", "assigned", "notified"), pipeline.history(id));
    }

    @Test
    void a_low_score_goes_to_the_nurture_pool_and_to_nobody() {
        var low = Pipeline.with(Pipeline.facts("+8613912345670"), null, null, "未知", null, null, null, null);
        var id = pipeline.post("a", new dev.leadkeeper.lead.Facts(low.contact(), null, null, null, null, null, null, "未知",
                null, null, null, java.util.Map.of()));

        pipeline.run();

        assertEquals(LeadState.NURTURING, pipeline.lead(id).state());
        assertEquals("nurture", pipeline.lead(id).pool());
        assertNull(pipeline.lead(id).owner());
    }

    @Test
    void a_revision_of_a_nurturing_lead_that_now_scores_more_finds_an_owner() {
        var id = pipeline.post("a", new dev.leadkeeper.lead.Facts(Pipeline.facts("+8613912345670").contact(), null, null, null,
                null, null, null, "未知", null, null, null, java.util.Map.of()));
        pipeline.run();
        pipeline.clock.advance(Duration.ofMinutes(1));

        pipeline.post("a", Pipeline.facts("+8613912345670"));
        pipeline.run();

        assertEquals(LeadState.ASSIGNED, pipeline.lead(id).state());
    }

    @Test
    void urgent_leads_take_a_queue_of_their_own() {
        var id = pipeline.post("a", Pipeline.with(Pipeline.facts("+8613912345670"), "物流", 40_000L, "未知", "本月", "采购", "很急,招标中", null));
        pipeline.queue.take(Channel.LEADS_RECEIVED).forEach(body -> pipeline.handle(Channel.LEADS_RECEIVED, body));

        assertEquals(1, pipeline.queue.bodies(Channel.LEADS_SCORED_URGENT).size());
        assertEquals(0, pipeline.queue.bodies(Channel.LEADS_SCORED).size());
        assertEquals(Priority.URGENT, pipeline.lead(id).priority());
    }

    @Test
    void a_returning_customers_lead_goes_to_the_owner_of_the_customer() {
        var first = pipeline.post("a", Pipeline.facts("+8613912345670"));
        pipeline.run();
        var owner = pipeline.lead(first).owner();
        for (int i = 0; i < 5; i++) {
            var again = pipeline.post("again" + i, Pipeline.facts("+8613912345670"));
            pipeline.run();
            assertEquals(owner, pipeline.lead(again).owner());
        }
    }

    @Test
    void a_returning_customer_whose_owner_has_left_gets_another_rep_who_becomes_the_owner() {
        var first = pipeline.post("a", Pipeline.facts("+8613912345670"));
        pipeline.run();
        var gone = pipeline.rep(pipeline.lead(first).owner());
        pipeline.staff.save(new Staff(gone.id(), gone.name(), gone.role(), gone.groups(), Staff.Status.LEFT, gone.canReceive(),
                gone.skills(), gone.industries(), gone.regions(), gone.sizes(), gone.weight(), gone.cap(), gone.dayCap(),
                gone.backlogCap(), gone.hours(), gone.leaves(), gone.figures(), gone.channels(), gone.ledger()));
        pipeline.clock.advance(Duration.ofMinutes(1));

        var second = pipeline.post("b", Pipeline.facts("+8613912345670"));
        pipeline.run();
        var third = pipeline.post("c", Pipeline.facts("+8613912345670"));
        pipeline.run();

        assertNotEquals(gone.id(), pipeline.lead(second).owner());
        assertEquals(pipeline.lead(second).owner(), pipeline.lead(third).owner());
    }

    @Test
    void while_the_breaker_is_open_leads_wait_in_order_and_closing_it_assigns_them_in_that_order() {
        pipeline.useCases.breaker().set(true, "检查规则", "manager");
        var waiting = new ArrayList<String>();
        for (int i = 0; i < 30; i++) { // more than a drain looks at in one go
            pipeline.clock.advance(Duration.ofSeconds(1));
            waiting.add(pipeline.post("n" + i, Pipeline.facts("+86139123457" + (10 + i))));
        }
        pipeline.clock.advance(Duration.ofSeconds(1));
        waiting.addFirst(pipeline.post("urgent", Pipeline.with(Pipeline.facts("+8613912345688"), "物流", 40_000L, "未知", "本月", "采购", "急", null)));
        pipeline.run();

        assertEquals(waiting, new Leads(pipeline.store).held(Holder.WAITING, false, 50, null).leads().stream().map(Lead::id).toList());
        waiting.forEach(id -> assertEquals("breaker-open", pipeline.lead(id).reason()));

        pipeline.useCases.breaker().set(false, "好了", "manager");
        assertTrue(pipeline.useCases.sweepMinute().sweep());
        pipeline.run();

        waiting.forEach(id -> assertEquals(LeadState.ASSIGNED, pipeline.lead(id).state()));
        assertEquals(waiting, pipeline.told.keySet().stream().filter(notice -> notice.startsWith("new-lead:")).map(notice -> notice.split(":")[1]).toList());
    }

    @Test
    void when_everybody_is_full_the_fallback_owner_gets_a_to_do_and_then_leads_wait_and_nothing_is_lost() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 220; i++) {
            ids.add(pipeline.post("k" + i, Pipeline.facts("+8613" + (100_000_000 + i))));
        }
        pipeline.run();

        var states = ids.stream().map(pipeline::lead).map(Lead::state).toList();
        assertTrue(states.stream().allMatch(state -> state == LeadState.ASSIGNED || state == LeadState.WAITING));
        assertTrue(states.contains(LeadState.WAITING));
        var everybody = pipeline.staff.everybody().staff();
        everybody.forEach(person -> assertTrue(person.ledger().open() <= person.cap(), person.id()));
        assertEquals(states.stream().filter(LeadState.ASSIGNED::equals).count(),
                everybody.stream().mapToLong(person -> person.ledger().open()).sum());
        assertEquals(30, pipeline.rep("manager").ledger().open());
        assertTrue(!new Todos(pipeline.store).of("manager", 50, null).todos().isEmpty());
        assertTrue(!new Failures(pipeline.store, pipeline.clock).top(10, 30).isEmpty());
    }

    @Test
    void leads_that_wait_because_all_are_full_are_assigned_when_somebody_has_room_again() {
        for (int i = 0; i < 220; i++) {
            pipeline.post("k" + i, Pipeline.facts("+8613" + (100_000_000 + i)));
        }
        pipeline.run();
        var before = waiting().size();
        assertTrue(before > 3);
        pipeline.clock.advance(Duration.ofMinutes(1));
        pipeline.useCases.sweepMinute().sweep();
        pipeline.run();
        assertEquals(before, waiting().size(), "nobody has room yet");

        var boss = pipeline.rep("manager");
        pipeline.staff.save(new Staff(boss.id(), boss.name(), boss.role(), boss.groups(), boss.status(), true, boss.skills(),
                boss.industries(), boss.regions(), boss.sizes(), boss.weight(), boss.cap() + 3, null, null, null, List.of(),
                boss.figures(), boss.channels(), boss.ledger()));
        pipeline.clock.advance(Duration.ofMinutes(1));
        pipeline.useCases.sweepMinute().sweep();
        pipeline.run();

        assertEquals(before - 3, waiting().size());
    }

    @Test
    void a_tap_of_a_rep_who_was_full_moves_a_waiting_lead_within_seconds_and_not_only_with_the_next_minute() {
        for (int i = 0; i < 220; i++) {
            pipeline.post("k" + i, Pipeline.facts("+8613" + (100_000_000 + i)));
        }
        pipeline.run();
        var before = waiting().size();
        var manager = new Leads(pipeline.store).held(Holder.rep("manager"), false, 1, null).leads().getFirst();

        assertInstanceOf(Answer.Versioned.class, pipeline.contacted(manager));
        pipeline.clock.advance(Duration.ofSeconds(3)); // the message's delay
        pipeline.run();

        assertEquals(before - 1, waiting().size());
        assertTrue(pipeline.history(manager.id()).contains("contacted"));
        assertInstanceOf(Answer.Versioned.class, pipeline.contacted(manager));
        pipeline.run();
        assertEquals(before - 1, waiting().size(), "tapped twice, it makes room once");
    }

    private List<Lead> waiting() {
        return new Leads(pipeline.store).held(Holder.WAITING, false, 500, null).leads();
    }

    @Test
    void an_upstream_form_that_adds_source_channel_stalls_nothing_and_is_reported_once() {
        var one = pipeline.post("a", Pipeline.facts("+8613912345670"), "source_channel");
        var two = pipeline.post("b", Pipeline.facts("+8613912345671"), "source_channel");
        pipeline.run();

        assertEquals(LeadState.ASSIGNED, pipeline.lead(one).state());
        assertEquals(LeadState.ASSIGNED, pipeline.lead(two).state());
        var field = new Drift(pipeline.store, pipeline.clock).find("demo", "source_channel");
        assertEquals(2, field.count());
        assertEquals(1, pipeline.notifier.attempts().stream()
                .filter(attempt -> "drift".equals(attempt.reference().get("kind"))).count());
    }

    @Test
    void a_channel_that_fails_hands_over_to_the_next_and_an_owner_without_any_is_escalated() {
        pipeline.notifier.then(new Outcome.Dead("no"), new Outcome.Dead("no"), new Outcome.Dead("no"));
        var id = pipeline.post("a", Pipeline.facts("+8613912345670"));
        pipeline.run();

        var history = pipeline.history(id);
        assertTrue(history.contains("notice-attempted"), history.toString());
        assertTrue(history.contains("undelivered") || history.contains("notified"), history.toString());
    }
}
