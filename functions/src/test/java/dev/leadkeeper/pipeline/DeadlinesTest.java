package dev.leadkeeper.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.lead.Timer;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.port.Queue.Channel;
import dev.leadkeeper.settings.Documents;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What falls due of a lead that nobody follows up, and what keeps it from falling due. Monday, 23 November 2026, 10:00 in China. */
class DeadlinesTest {
    private static final List<String> TIMERS = List.of("response-at-risk", "response-breached", "response-red", "recycled", "stage-frozen",
            "dormant", "resent", "deadlines-replanned");
    private final Pipeline pipeline = new Pipeline();

    DeadlinesTest() {
        calendar(Map.of("zone", "Asia/Shanghai", "hours", weekdays("09:00", "17:00")));
    }

    @Test
    void a_lead_that_nobody_answers_is_reminded_escalated_red_and_given_to_somebody_else() {
        var lead = owned("a");
        var first = lead.owner();

        assertEquals(Instant.parse("2026-11-23T05:00:00Z"), lead.watch().at(Timer.REMIND));
        assertEquals(Instant.parse("2026-11-23T06:00:00Z"), lead.watch().at(Timer.ESCALATE));
        assertEquals(Instant.parse("2026-11-24T02:00:00Z"), lead.watch().at(Timer.RED));
        assertEquals(Instant.parse("2026-11-25T02:00:00Z"), lead.watch().at(Timer.RECYCLE));

        until("2026-11-25T02:01:00Z");

        assertEquals(List.of("response-at-risk", "response-breached", "response-red", "recycled"), timers(lead));
        var now = pipeline.lead(lead.id());
        assertEquals(LeadState.ASSIGNED, now.state());
        assertNotEquals(first, now.owner());
        assertEquals(1, now.watch().round());
        assertTrue(now.watch().past().containsKey(first));
        assertEquals(0, pipeline.rep(first).ledger().open());
        assertEquals(0, pipeline.rep(first).ledger().owned());
        assertEquals(1, pipeline.rep(now.owner()).ledger().open());
    }

    @Test
    void a_new_owner_has_a_response_lock_of_their_own() {
        var lead = owned("a");
        until("2026-11-25T02:01:00Z");
        var now = pipeline.lead(lead.id());

        assertEquals(now.assignedAt().plus(Duration.ofHours(4)), now.watch().at(Timer.ESCALATE));
        assertEquals(java.util.Set.of(), now.watch().settled());
    }

    @Test
    void the_rep_is_reminded_and_the_supervisor_gets_the_whole_history() {
        var lead = owned("a");
        until("2026-11-23T06:01:00Z");

        var reminder = notices("at-risk").getFirst();
        assertEquals(lead.owner(), reminder.get("recipient"));
        var card = notices("breached").stream().filter(each -> each.get("recipient").equals("manager")).findFirst().orElseThrow();
        var text = (String) ((Map<?, ?>) card.get("text")).get("zh");
        assertTrue(text.contains("11-23 10:00 分配给 " + lead.owner()), text);
        assertTrue(text.contains("响应超时"), text);
        assertFalse(text.contains("张先生"), text);
    }

    @Test
    void a_check_in_before_the_lock_ends_lets_nothing_of_it_fire() {
        var lead = owned("a");
        pipeline.contacted(lead);

        until("2026-11-24T09:00:00Z");

        assertEquals(List.of(), timers(lead));
        assertEquals(lead.owner(), pipeline.lead(lead.id()).owner());
    }

    @Test
    void real_activity_sets_the_clock_of_recycling_back() {
        var lead = owned("a");
        until("2026-11-24T02:00:00Z");
        pipeline.contacted(lead);

        assertEquals(Instant.parse("2026-11-26T02:00:00Z"), pipeline.lead(lead.id()).watch().at(Timer.RECYCLE));
        until("2026-11-26T01:59:00Z");
        assertEquals(lead.owner(), pipeline.lead(lead.id()).owner());
        until("2026-11-26T02:01:00Z");
        assertNotEquals(lead.owner(), pipeline.lead(lead.id()).owner());
    }

    @Test
    void ticks_that_come_twice_or_late_fire_each_timer_once() {
        var lead = owned("a");
        pipeline.clock.advance(Duration.ofHours(5));
        pipeline.useCases.sweepDue().sweep();
        pipeline.useCases.sweepDue().sweep();
        pipeline.run();
        pipeline.useCases.sweepDue().sweep();
        pipeline.run();

        assertEquals(List.of("response-at-risk", "response-breached"), timers(lead));
        assertEquals(1, notices("at-risk").size());
    }

    @Test
    void a_message_that_comes_too_soon_by_the_clock_of_whoever_gets_it_comes_once_more_and_another_copy_that_died_is_told_then() {
        var lead = owned("a");
        var due = lead.watch().at(Timer.REMIND);
        pipeline.clock.advance(Duration.between(pipeline.clock.now(), due.minusSeconds(3)));
        pipeline.queue.take(Channel.DUE);

        assertEquals(List.of(), pipeline.useCases.fireDue().fire(lead.id(), due));
        var again = pipeline.queue.sent().stream().filter(each -> each.channel() == Channel.DUE).toList();
        assertEquals(List.of(Duration.ofSeconds(4)), again.stream().map(each -> each.delay()).toList());
        pipeline.queue.take(Channel.DUE);

        pipeline.clock.advance(Duration.ofSeconds(3));
        pipeline.useCases.fireDue().fire(lead.id(), due);
        pipeline.queue.take(Channel.NOTICES); // died before it could tell
        assertEquals(List.of(), pipeline.queue.take(Channel.DUE));
        pipeline.handle(Channel.DUE, again.getFirst().body());
        assertEquals(1, pipeline.queue.bodies(Channel.NOTICES).size());
    }

    @Test
    void after_an_outage_of_days_everything_due_fires_at_once_and_in_order() {
        var lead = owned("a");
        pipeline.clock.advance(Duration.ofDays(4));
        pipeline.useCases.sweepDue().sweep();
        pipeline.run();

        assertEquals(List.of("response-at-risk", "response-breached", "response-red", "recycled"), timers(lead));
    }

    @Test
    void a_message_that_comes_again_tells_again_what_it_let_fire_and_fires_nothing() {
        var lead = owned("a");
        pipeline.clock.advance(Duration.ofHours(3).plusMinutes(1));
        pipeline.useCases.fireDue().fire(lead.id(), lead.watch().at(Timer.REMIND));
        pipeline.queue.take(Channel.NOTICES); // died before it could tell
        assertEquals(List.of(), pipeline.useCases.fireDue().fire(lead.id(), lead.watch().at(Timer.REMIND)));
        pipeline.run();

        assertEquals(List.of("response-at-risk"), timers(lead));
        assertEquals(1, notices("at-risk").size());
    }

    @Test
    void nobody_gets_a_lead_back_that_was_taken_from_them_and_after_the_last_round_the_fallback_keeps_it() {
        var lead = owned("a");
        var owners = new java.util.ArrayList<String>();
        for (int round = 0; round < 5; round++) {
            owners.add(pipeline.lead(lead.id()).owner());
            pipeline.clock.advance(Duration.ofDays(5));
            pipeline.useCases.sweepDue().sweep();
            pipeline.run();
        }

        assertEquals(4, owners.stream().distinct().count(), owners.toString());
        assertEquals(List.of("manager", "manager"), owners.subList(3, 5));
        assertNull(pipeline.lead(lead.id()).watch().at(Timer.RECYCLE));
    }

    @Test
    void a_threshold_that_was_raised_meanwhile_lets_a_timer_wait_and_one_that_was_lowered_lets_it_fire_sooner() {
        var lead = owned("a");
        pipeline.deadlines(Map.of("response", Map.of("hours", 6)));
        until("2026-11-23T06:02:00Z");
        assertEquals(List.of("deadlines-replanned"), timers(lead));
        assertEquals(Instant.parse("2026-11-23T08:00:00Z"), pipeline.lead(lead.id()).watch().at(Timer.ESCALATE));

        pipeline.deadlines(Map.of("response", Map.of("hours", 1, "healthyHours", 1)));
        until("2026-11-23T06:05:00Z");
        assertEquals(List.of("deadlines-replanned", "deadlines-replanned", "response-at-risk", "response-breached"), timers(lead));
        assertEquals(lead.assignedAt(), pipeline.lead(lead.id()).assignedAt());
    }

    @Test
    void a_lead_that_was_taken_back_and_whose_message_was_lost_is_sent_again() {
        var lead = owned("a");
        pipeline.clock.advance(Duration.ofDays(4));
        pipeline.useCases.sweepDue().sweep();
        pipeline.queue.take(Channel.DUE).forEach(body -> pipeline.handle(Channel.DUE, body));
        pipeline.queue.take(Channel.LEADS_SCORED); // lost
        assertEquals(LeadState.SCORED, pipeline.lead(lead.id()).state());

        pipeline.clock.advance(Duration.ofMinutes(6));
        pipeline.useCases.sweepDue().sweep();
        pipeline.run();

        assertEquals(LeadState.ASSIGNED, pipeline.lead(lead.id()).state());
        assertTrue(timers(lead).contains("resent"));
    }

    @Test
    void a_lead_of_a_team_runs_by_the_teams_calendar() {
        calendar(Map.of("zone", "Asia/Shanghai", "hours", weekdays("09:00", "17:00"), "teams", Map.of(
                "north", Map.of("hours", weekdays("12:00", "20:00")), "east", Map.of("hours", weekdays("12:00", "20:00")),
                "south", Map.of("hours", weekdays("12:00", "20:00")), "medical", Map.of("hours", weekdays("12:00", "20:00")),
                "education", Map.of("hours", weekdays("12:00", "20:00")))));
        pipeline.clock.advance(Duration.ofSeconds(11));
        var lead = owned("a");

        assertEquals(Instant.parse("2026-11-23T08:00:00Z"), lead.watch().at(Timer.ESCALATE), lead.owner());
    }

    @Test
    void a_changed_rule_is_followed_for_every_lead_of_everybody_once() {
        var leads = List.of(owned("a"), owned("bb"), owned("ccc"), owned("dddd"));
        pipeline.useCases.followChanges().follow();
        pipeline.deadlines(Map.of("response", Map.of("hours", 6)));
        pipeline.clock.advance(Duration.ofSeconds(11));

        assertEquals(leads.size(), pipeline.useCases.followChanges().follow());
        pipeline.run();
        leads.forEach(lead -> assertEquals(List.of("deadlines-replanned"), timers(lead)));
        assertEquals(0, pipeline.useCases.followChanges().follow());
    }

    @Test
    void of_an_owner_who_responds_and_a_lock_that_ends_at_the_same_moment_exactly_one_wins() {
        var lead = owned("a");
        pipeline.clock.advance(Duration.ofHours(4).plusMinutes(1));
        pipeline.contacted(lead);
        assertEquals(List.of(), pipeline.useCases.fireDue().fire(lead.id(), lead.watch().at(Timer.REMIND)));

        var late = owned("bb");
        pipeline.clock.advance(Duration.ofDays(1));
        pipeline.useCases.fireDue().fire(late.id(), late.watch().at(Timer.REMIND));
        var fired = timers(late);
        pipeline.contacted(late);
        assertEquals(fired, timers(late));
        assertTrue(fired.contains("response-breached"));
    }

    private Lead owned(String key) {
        var id = pipeline.post(key, Pipeline.facts("+861391234567" + key.length()));
        pipeline.run();
        return pipeline.lead(id);
    }

    /** A tick a minute for the next hours would be slow: one at each end of what matters, and at each hour between. */
    private void until(String end) {
        var to = Instant.parse(end);
        while (pipeline.clock.now().isBefore(to)) {
            var hour = pipeline.clock.now().plus(Duration.ofHours(1));
            pipeline.clock.advance(Duration.between(pipeline.clock.now(), hour.isBefore(to) ? hour : to));
            pipeline.useCases.followChanges().follow();
            pipeline.useCases.sweepDue().sweep();
            pipeline.run();
        }
    }

    private List<String> timers(Lead lead) {
        return new Timelines(pipeline.store, pipeline.clock).of(lead.id()).stream().map(TimelineEvent::type).filter(TIMERS::contains).toList();
    }

    private List<Map<String, Object>> notices(String kind) {
        return pipeline.notifier.attempts().stream().map(attempt -> attempt.reference()).filter(notice -> kind.equals(notice.get("kind"))).toList();
    }

    private static Map<String, Object> weekdays(String from, String to) {
        var hours = new HashMap<String, Object>();
        for (var day : List.of("monday", "tuesday", "wednesday", "thursday", "friday")) {
            hours.put(day, from + "-" + to);
        }
        return hours;
    }

    private void calendar(Map<String, Object> document) {
        var documents = new Documents(pipeline.store);
        var seen = documents.find("organisation", "calendar").map(Documents.Document::version).orElse(0L);
        documents.save("organisation", "calendar", seen, document);
    }
}
