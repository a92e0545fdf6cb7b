package dev.leadkeeper.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.deadline.Plans;
import dev.leadkeeper.deadline.SweepDue;
import dev.leadkeeper.fake.InMemoryFiles;
import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.MoveReason;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.lead.Timer;
import dev.leadkeeper.ledger.Activities;
import dev.leadkeeper.ledger.Handovers;
import dev.leadkeeper.ledger.Ownership;
import dev.leadkeeper.ledger.Stages;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.port.Queue.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Customers who fall silent (DL3): found by the day's sweep. From Monday, 23 November 2026, on; leads stay with their owners. */
class DormancyTest {
    private final Pipeline pipeline = new Pipeline();
    private final SeededIds ids = new SeededIds(11);

    DormancyTest() {
        rules(Map.of());
    }

    @Test
    void a_customer_nobody_cared_for_in_90_days_is_dormant_once_and_rep_and_supervisor_are_told() {
        var lead = contacted("a", Pipeline.facts("+8613912345671"));

        days(89);
        assertNull(now(lead).watch().dormantAt());
        days(2);
        assertNotNull(now(lead).watch().dormantAt());
        days(30);

        assertEquals(1, events(lead, "dormant").size());
        assertEquals(Set.of(lead.owner(), "manager"), recipients("dormant"));
        assertEquals(2, notices("dormant").size());
    }

    @Test
    void what_falls_due_later_in_the_quick_lane_does_not_wait_for_a_days_sweep_that_was_missed() {
        var lead = contacted("a", Pipeline.facts("+8613912345671"));
        days(88);
        new Stages(pipeline.store, new Plans(pipeline.store, pipeline.clock), pipeline.clock).move(now(lead), "analysis", lead.owner(), List.of()).orElseThrow();
        var frozen = now(lead).watch().at(Timer.FREEZE);
        assertTrue(frozen.isAfter(now(lead).watch().at(Timer.DORMANT).plus(Duration.ofDays(1))));

        pipeline.clock.advance(Duration.between(pipeline.clock.now(), frozen));
        pipeline.useCases.sweepDue().sweep(); // and none of the day since the customer fell asleep
        pipeline.run();

        assertNotNull(now(lead).watch().frozenAt());
        assertNotNull(now(lead).watch().dormantAt());
    }

    @Test
    void activity_wakes_a_dormant_customer_and_the_record_says_so_and_they_can_fall_asleep_again() {
        var lead = contacted("a", Pipeline.facts("+8613912345671"));
        days(91);

        record(lead, null, null);

        assertNull(now(lead).watch().dormantAt());
        assertEquals(true, events(lead, "contacted").getLast().data().get("woken"));
        assertNull(events(lead, "contacted").getFirst().data().get("woken"));
        days(91);
        assertEquals(2, events(lead, "dormant").size());
    }

    @Test
    void a_customer_whose_next_step_is_still_ahead_is_not_dormant_and_is_once_its_day_has_passed() {
        var lead = contacted("a", Pipeline.facts("+8613912345671"));
        record(lead, "招标", LocalDate.parse("2027-05-10")); // 168 days ahead

        days(160);
        assertEquals(List.of(), events(lead, "dormant"));
        days(10);
        assertEquals(1, events(lead, "dormant").size());
    }

    @Test
    void a_day_that_lies_years_ahead_is_no_next_step() {
        var lead = contacted("a", Pipeline.facts("+8613912345671"));
        record(lead, "再看", LocalDate.parse("2035-01-01"));

        days(366);

        assertEquals(1, events(lead, "dormant").size());
    }

    @Test
    void a_next_step_without_a_day_holds_for_as_long_again_and_nobody_is_told_before() {
        var lead = contacted("a", Pipeline.facts("+8613912345671"));
        record(lead, "客户内部讨论方案", null);

        days(91);
        assertEquals(List.of(), events(lead, "dormant"));
        assertEquals(1, events(lead, "deadlines-replanned").size());
        assertEquals(now(lead).watch().actedAt().plus(Duration.ofDays(180)), now(lead).watch().at(Timer.DORMANT));
        days(88);
        assertEquals(List.of(), notices("dormant"));
        days(3);
        assertEquals(1, events(lead, "dormant").size());
    }

    @Test
    void a_promise_that_passed_long_ago_keeps_nobody_awake() {
        var lead = contacted("a", Pipeline.facts("+8613912345671"));
        record(lead, "看方案", LocalDate.parse("2026-11-26"));

        days(95);

        assertEquals(1, events(lead, "dormant").size());
    }

    @Test
    void going_from_hand_to_hand_neither_wakes_a_dormant_customer_nor_begins_the_90_days_anew() {
        var lead = contacted("a", Pipeline.facts("+8613912345671"));
        days(80);
        handOver(lead);
        days(11);
        assertEquals(1, events(lead, "dormant").size());

        handOver(lead);
        assertNotNull(now(lead).watch().dormantAt());
        days(91);
        assertEquals(1, events(lead, "dormant").size());

        record(lead, null, null);
        assertNull(now(lead).watch().dormantAt());
        days(91);
        assertEquals(2, events(lead, "dormant").size());
    }

    @Test
    void a_step_that_a_former_owner_agreed_on_keeps_the_customer_awake_until_its_day() {
        var lead = contacted("a", Pipeline.facts("+8613912345671"));
        record(lead, "招标", LocalDate.parse("2027-05-10")); // 168 days ahead
        handOver(lead);

        days(160);
        assertEquals(List.of(), events(lead, "dormant"));
        days(10);
        assertEquals(1, events(lead, "dormant").size());
    }

    @Test
    void the_threshold_of_an_industry_holds_for_its_customers_alone() {
        var medical = contacted("a", Pipeline.with(Pipeline.facts("+8613912345671"), "医疗器械", 40_000L, "未知", "本月", "采购", null, null));
        var other = contacted("b", Pipeline.facts("+8613912345672"));

        days(91);
        assertEquals(0, events(medical, "dormant").size());
        assertEquals(1, events(other, "dormant").size());
        days(30);
        assertEquals(1, events(medical, "dormant").size());
    }

    @Test
    void a_lowered_threshold_lets_a_customer_fall_asleep_sooner_and_sets_no_clock_back() {
        var lead = contacted("a", Pipeline.facts("+8613912345671"));
        pipeline.useCases.followChanges().follow();
        days(40);
        rules(Map.of("days", 30));
        pipeline.useCases.followChanges().follow();
        pipeline.run();

        assertEquals(1, events(lead, "dormant").size());
        assertEquals(lead.contactedAt(), now(lead).contactedAt());
        assertEquals(lead.contactedAt().plus(Duration.ofDays(30)), now(lead).watch().at(Timer.DORMANT));
    }

    @Test
    void a_days_sweep_that_comes_twice_or_after_an_outage_lets_each_fall_asleep_once() {
        var lead = contacted("a", Pipeline.facts("+8613912345671"));
        days(10); // the stage stands still, which is the minute's to tell
        pipeline.clock.advance(Duration.ofDays(120));
        pipeline.useCases.sweepDue().sweepDay();
        pipeline.useCases.sweepDue().sweepDay();
        pipeline.run();
        pipeline.useCases.sweepDue().sweepDay();
        pipeline.run();

        assertEquals(1, events(lead, "dormant").size());
        assertEquals(2, notices("dormant").size());
    }

    @Test
    void when_more_fall_asleep_on_a_day_than_one_look_takes_the_others_follow_by_themselves() {
        var many = SweepDue.MOST + 1;
        IntStream.range(0, many).forEach(each -> pipeline.store.write(new dev.leadkeeper.port.Write.Put(
                dev.leadkeeper.port.Key.of(dev.leadkeeper.port.Table.LEADS, "x" + each),
                Map.of("id", "x" + each, "dueLane", "daily#" + each % 4, "dueAt", "000000000000001"), dev.leadkeeper.port.Condition.NONE)));

        assertEquals(SweepDue.MOST, pipeline.useCases.sweepDue().sweepDay());

        var rest = pipeline.queue.take(Channel.DUE).stream().filter(body -> body.containsKey("lane")).toList();
        assertEquals(List.of(Map.of("lane", "daily", "look", 1L)), rest);
        pipeline.useCases.sweepDue().sweepRest(1);
        assertEquals(201, pipeline.queue.take(Channel.DUE).size());
        pipeline.useCases.sweepDue().sweepRest(500);
        assertEquals(200, pipeline.queue.take(Channel.DUE).size());
    }

    @Test
    void a_minutes_timer_that_follows_within_a_day_does_not_wait_for_the_day() {
        var lead = contacted("a", Pipeline.facts("+8613912345671"));
        var watch = lead.but().due(Map.of(Timer.DORMANT, Instant.parse("2027-01-01T00:00:00Z"), Timer.FREEZE, Instant.parse("2027-01-01T05:00:00Z"))).done().watch();
        var apart = lead.but().due(Map.of(Timer.DORMANT, Instant.parse("2027-01-01T00:00:00Z"), Timer.FREEZE, Instant.parse("2027-01-03T05:00:00Z"))).done().watch();

        assertEquals(Timer.DORMANT, watch.next().orElseThrow().timer());
        assertEquals(Timer.FREEZE, watch.listed().orElseThrow().timer());
        assertEquals(Timer.DORMANT, apart.listed().orElseThrow().timer());
    }

    private Lead contacted(String key, Facts facts) {
        var id = pipeline.post(key, facts);
        pipeline.run();
        pipeline.contacted(pipeline.lead(id));
        return pipeline.lead(id);
    }

    private Lead now(Lead lead) {
        return pipeline.lead(lead.id());
    }

    /** The owner records a contact, with a next step and the day of it, where there is one. */
    private void record(Lead lead, String nextStep, LocalDate day) {
        var now = now(lead);
        var activity = new Activity(lead.id(), ids.next(), 1, now.owner(), pipeline.clock.now(), pipeline.clock.now(), Activity.CHECK_IN,
                new Activity.Said(null, nextStep, null, day, null), null, Set.of(), List.of(), Map.of(), Map.of(), null, 0, "", ids.next(), Map.of(), Map.of());
        var kept = day == null ? null : day.plusDays(1).atStartOfDay(java.time.ZoneId.of("Asia/Shanghai")).toInstant();
        var recorded = new Activities(pipeline.store, new Plans(pipeline.store, pipeline.clock), pipeline.clock, ids)
                .record(now, activity, "first-contact", new Activities.Follows(null, null, true, kept));
        assertTrue(recorded instanceof Activities.Recorded.Done, recorded.toString());
    }

    /** To somebody else. */
    private void handOver(Lead lead) {
        var now = now(lead);
        var to = pipeline.staff.everybody().staff().stream().filter(each -> each.role() == Staff.Role.REP && each.status() == Staff.Status.ACTIVE
                && !each.id().equals(now.owner()) && each.ledger().open() < each.cap()).findFirst().orElseThrow();
        var decision = new Decision("1", "by-hand", "by-hand", new Sentence("改派", "handed over"), List.of(), Map.of(),
                new Decision.ToRep(to.id(), null, false, null));
        var given = new Handovers(pipeline.store, new InMemoryFiles(), new Plans(pipeline.store, pipeline.clock), pipeline.clock)
                .reassign(now, to, decision, new Handovers.Said("manager", MoveReason.OVERLOADED, null), null, false);
        assertTrue(given instanceof Ownership.Given.Done, given.toString());
    }

    /** Days go by, each with its sweeps. */
    private void days(int number) {
        for (int day = 0; day < number; day++) {
            pipeline.clock.advance(Duration.ofDays(1));
            pipeline.useCases.sweepDue().sweep();
            pipeline.useCases.sweepDue().sweepDay();
            pipeline.run();
        }
    }

    private List<TimelineEvent> events(Lead lead, String type) {
        return new Timelines(pipeline.store, pipeline.clock).of(lead.id()).stream().filter(event -> event.type().equals(type)).toList();
    }

    private List<Map<String, Object>> notices(String kind) {
        return pipeline.told.values().stream().filter(notice -> kind.equals(notice.get("kind"))).toList();
    }

    private Set<String> recipients(String kind) {
        var recipients = new TreeSet<String>();
        notices(kind).forEach(notice -> recipients.add((String) notice.get("recipient")));
        return recipients;
    }

    /** Publishes a rulebook under which nobody loses a lead again after the first contact, with this dormancy. */
    private void rules(Map<String, Object> dormancy) {
        pipeline.deadlines(Map.of("recycle", Map.of("afterContact", false), "dormancy", dormancy));
    }
}
