package dev.leadkeeper.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.admin.Admin;
import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.fake.FixedSecrets;
import dev.leadkeeper.fake.InMemoryFiles;
import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Standing;
import dev.leadkeeper.lead.Standing.State;
import dev.leadkeeper.ledger.Compliance;
import dev.leadkeeper.ledger.Decisions;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Desk;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import dev.leadkeeper.workbench.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who answers in time, by the week, and what follows (AS11). Monday, 23 November 2026, 10:00 in China: ISO week 48. */
class ComplianceTest {
    private static final String WEEK = "2026-W48";
    private final Pipeline pipeline = new Pipeline();

    @Test
    void a_lead_contacted_within_the_lock_counts_as_kept() {
        var lead = owned("a");
        pipeline.contacted(lead);

        assertEquals(new Compliance.Week(lead.owner(), WEEK, 1, 0, 0, 1, 0), week(lead.owner()));
    }

    @Test
    void an_answer_within_two_hours_is_a_quick_one_and_one_within_the_lock_is_not() {
        var lead = owned("a");
        pipeline.clock.advance(Duration.ofHours(2).plusMinutes(1));
        pipeline.contacted(lead);
        var counted = week(lead.owner());
        assertEquals(List.of(1L, 0L), List.of(counted.kept(), counted.healthy()));
        assertEquals(120L, Doc.of(me(lead.owner())).doc("complianceRules").number("healthyMinutes"));
    }

    @Test
    void a_lead_whose_lock_ends_counts_as_missed_once_and_its_late_answer_does_not_count_again() {
        var lead = owned("a");
        pipeline.clock.advance(Duration.ofHours(5));
        sweep();
        sweep();
        assertEquals(new Compliance.Week(lead.owner(), WEEK, 0, 1, 0, 0, 0), week(lead.owner()));

        pipeline.contacted(lead);
        assertEquals(new Compliance.Week(lead.owner(), WEEK, 0, 1, 1, 0, 0), week(lead.owner()));
    }

    @Test
    void a_contact_after_the_lock_that_no_tick_has_seen_yet_counts_as_missed_and_late() {
        var lead = owned("a");
        pipeline.clock.advance(Duration.ofHours(5));
        pipeline.contacted(lead);
        sweep();

        assertEquals(new Compliance.Week(lead.owner(), WEEK, 0, 1, 1, 0, 0), week(lead.owner()));
        assertFalse(pipeline.history(lead.id()).contains("response-breached"));
    }

    @Test
    void a_week_begins_at_midnight_where_the_team_is() {
        pipeline.clock.advance(Duration.ofDays(6).plusHours(15)); // Monday, 01:00 in China, and still Sunday in London
        var lead = owned("a");
        pipeline.contacted(lead);

        assertEquals(1, new Compliance(pipeline.store).of(List.of(lead.owner()), List.of("2026-W49")).getFirst().kept());
    }

    @Test
    void weeks_are_those_of_iso_also_around_new_year() {
        assertEquals("2026-W53", Compliance.week(LocalDate.parse("2027-01-03")));
        assertEquals("2027-W01", Compliance.week(LocalDate.parse("2027-01-04")));
    }

    @Test
    void three_compliant_weeks_in_a_row_give_the_first_choice_for_a_week_and_two_do_not() {
        var reps = reps();
        count(reps.get(0), "2026-W45", 9, 1);
        count(reps.get(0), "2026-W46", 5, 0);
        count(reps.get(0), "2026-W47", 10, 0);
        count(reps.get(1), "2026-W46", 9, 1);
        count(reps.get(1), "2026-W47", 9, 1);

        pipeline.useCases.judgeWeek().judge();
        pipeline.run();

        assertEquals(new Standing(State.PREFERRED, Instant.parse("2026-11-29T16:00:00Z"), "2026-W47", 10, 10), standing(reps.get(0)));
        assertEquals(State.NONE, standing(reps.get(1)).state());
        assertEquals(List.of(reps.get(0)), recipients("compliance"));
    }

    @Test
    void whoever_answered_too_few_leads_in_time_gets_none_for_a_week_and_the_decision_says_the_figure() {
        suspendAll();
        var lead = owned("a");

        assertEquals("manager", lead.owner());
        var decided = new Timelines(pipeline.store, pipeline.clock).of(lead.id()).stream().filter(event -> event.type().equals("assigned")).findFirst().orElseThrow();
        var decision = Json.write(new Decisions(new InMemoryFiles()).of(decided.data()));
        assertTrue(decision.contains("\"suspended\""), decision);
        assertTrue(decision.contains("2/5"), decision);
        assertTrue(recipients("compliance").contains("manager"));
    }

    @Test
    void a_suspension_ends_with_the_week_even_if_nobody_judges_the_next_one() {
        suspendAll();
        pipeline.clock.advance(Duration.ofDays(7));

        assertTrue(reps().contains(owned("a").owner()));
    }

    @Test
    void a_week_with_too_few_leads_says_nothing_so_that_nobody_stays_suspended_for_having_had_none() {
        var rep = reps().getFirst();
        count(rep, "2026-W47", 0, 4);

        pipeline.useCases.judgeWeek().judge();

        assertEquals(State.NONE, standing(rep).state());
    }

    @Test
    void a_week_is_judged_once_however_often_the_day_ticks_and_told_once() {
        var rep = reps().getFirst();
        count(rep, "2026-W47", 1, 9);
        assertTrue(pipeline.useCases.judgeWeek().judge() >= reps().size());
        count(rep, "2026-W47", 50, 0);
        pipeline.clock.advance(Duration.ofDays(1));
        assertEquals(0, pipeline.useCases.judgeWeek().judge());
        pipeline.run();

        assertEquals(State.SUSPENDED, standing(rep).state());
        assertEquals(List.of(rep, "manager"), recipients("compliance").stream().sorted(java.util.Comparator.comparing("manager"::equals)).toList());
    }

    @Test
    void a_manager_lifts_a_suspension_and_no_later_tick_of_the_week_brings_it_back() {
        suspendAll();
        var rep = reps().getFirst();

        assertTrue(change(rep, "manager") instanceof Answer.Done);
        pipeline.clock.advance(Duration.ofDays(1));
        pipeline.useCases.judgeWeek().judge();

        assertEquals(State.NONE, standing(rep).state());
        assertFalse(change(rep, rep) instanceof Answer.Done);
    }

    @Test
    void it_is_stated_in_advance_in_the_running_week_from_wednesday_on_and_once() {
        var reps = reps();
        count(reps.get(0), WEEK, 2, 3);
        count(reps.get(1), WEEK, 3, 2);
        assertEquals(0, pipeline.useCases.judgeWeek().warn());
        pipeline.clock.advance(Duration.ofDays(2));
        assertEquals(1, pipeline.useCases.judgeWeek().warn());
        pipeline.run();
        pipeline.clock.advance(Duration.ofDays(1));
        pipeline.useCases.judgeWeek().warn();
        pipeline.run();

        assertEquals(List.of(reps.get(0)), recipients("compliance"));
    }

    @Test
    void a_rep_with_leads_who_records_nothing_for_three_worked_days_is_a_light_card_to_the_supervisor_once() {
        var hours = new HashMap<String, Object>();
        List.of("monday", "tuesday", "wednesday", "thursday", "friday").forEach(day -> hours.put(day, "09:00-17:00"));
        new dev.leadkeeper.settings.Documents(pipeline.store).save("organisation", "calendar", 0, Map.of("zone", "Asia/Shanghai", "hours", hours));
        pipeline.clock.advance(Duration.ofDays(2)); // Wednesday
        var lead = owned("a");
        pipeline.contacted(lead);

        pipeline.clock.advance(Duration.ofDays(5)); // Monday: Thursday and Friday were worked
        assertEquals(0, pipeline.useCases.silentReps().tell());
        pipeline.clock.advance(Duration.ofDays(1));
        assertEquals(1, pipeline.useCases.silentReps().tell());
        pipeline.run();
        pipeline.clock.advance(Duration.ofDays(1));
        assertEquals(1, pipeline.useCases.silentReps().tell());
        pipeline.run();
        assertEquals(List.of("manager"), recipients("silent-rep"));
    }

    private Lead owned(String key) {
        var id = pipeline.post(key, Pipeline.facts("+861391234567" + key.length()));
        pipeline.run();
        return pipeline.lead(id);
    }

    private void sweep() {
        pipeline.useCases.sweepDue().sweep();
        pipeline.run();
    }

    private List<String> reps() {
        return pipeline.staff.everybody().staff().stream().filter(one -> one.role() == dev.leadkeeper.lead.Staff.Role.REP
                && one.status() == dev.leadkeeper.lead.Staff.Status.ACTIVE).map(dev.leadkeeper.lead.Staff::id).toList();
    }

    private void suspendAll() {
        reps().forEach(rep -> count(rep, "2026-W47", 2, 3));
        pipeline.useCases.judgeWeek().judge();
        pipeline.run();
    }

    private Compliance.Week week(String rep) {
        return new Compliance(pipeline.store).of(List.of(rep), List.of(WEEK)).getFirst();
    }

    private Map<String, Object> me(String rep) {
        var routes = Workbench.routes(pipeline.store, new InMemoryFiles(), pipeline.clock);
        return ((Answer.Done) new Desk(pipeline.staff, routes).answer("GET /me", rep, new Ask(Map.of(), Map.of(), new byte[0]))).body();
    }

    private Standing standing(String rep) {
        return pipeline.rep(rep).ledger().standing();
    }

    private List<String> recipients(String kind) {
        return pipeline.told.values().stream().filter(notice -> kind.equals(notice.get("kind")))
                .map(notice -> (String) notice.get("recipient")).toList();
    }

    private void count(String rep, String week, long kept, long missed) {
        pipeline.store.write(new Write.Update(Key.of(Table.SIGNALS, "compliance#" + rep, week), List.of(Change.add("kept", kept), Change.add("missed", missed)),
                Condition.NONE));
    }

    private Answer change(String rep, String by) {
        return new Desk(pipeline.staff, Admin.routes(pipeline.store, pipeline.queue, new InMemoryFiles(), new FixedSecrets(), pipeline.clock, new SeededIds(3)))
                .answer("PUT /staff/{id}", by, new Ask(Map.of("id", rep), Map.of(), "{\"standing\":null}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
