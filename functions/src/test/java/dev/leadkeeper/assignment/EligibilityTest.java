package dev.leadkeeper.assignment;

import static dev.leadkeeper.assignment.Leads.lead;
import static dev.leadkeeper.assignment.People.rep;
import static dev.leadkeeper.assignment.People.roster;
import static dev.leadkeeper.assignment.Verdicts.ANYBODY;
import static dev.leadkeeper.assignment.Verdicts.NINE_TO_SIX;
import static dev.leadkeeper.assignment.Verdicts.NOW;
import static dev.leadkeeper.assignment.Verdicts.decide;
import static dev.leadkeeper.assignment.Verdicts.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.rulebook.CalendarFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EligibilityTest {
    @Test
    void whoever_can_receive_is_chosen() {
        assertEquals("chosen", verdict(rep("a")));
    }

    @Test
    void s2_a_rep_who_left_gets_nothing() {
        assertEquals("left", verdict(rep("a").status(Staff.Status.LEFT)));
    }

    @Test
    void the_disabled_those_on_leave_and_those_who_may_not_receive_get_nothing() {
        assertEquals("disabled", verdict(rep("a").status(Staff.Status.DISABLED)));
        assertEquals("on-leave", verdict(rep("a").status(Staff.Status.LEAVE)));
        assertEquals("cannot-receive", verdict(rep("a").mayNotReceive()));
    }

    @Test
    void dated_leave_counts_from_the_first_to_the_last_day() {
        assertEquals("on-leave", verdict(rep("a").away("2026-03-10", "2026-03-12")));
        assertEquals("on-leave", verdict(rep("a").away("2026-03-01", "2026-03-10")));
        assertEquals("chosen", verdict(rep("a").away("2026-03-11", "2026-03-12")));
        assertEquals("chosen", verdict(rep("a").away("2026-03-01", "2026-03-09")));
    }

    @Test
    void somebody_who_is_no_rep_gets_nothing_by_a_rule() {
        assertEquals("not-a-rep", verdict(rep("a").role(Staff.Role.MANAGER)));
    }

    @Test
    void eight_unfollowed_leads_pause_a_rep_and_seven_do_not() {
        assertEquals("full", verdict(rep("a").open(8)));
        assertEquals("chosen", verdict(rep("a").open(7)));
    }

    @Test
    void the_days_cap_counts_the_present_day_only() {
        assertEquals("day-full", verdict(rep("a").dayCap(3, "2026-03-10", 3)));
        assertEquals("chosen", verdict(rep("a").dayCap(3, "2026-03-09", 3)));
    }

    @Test
    void the_backlog_has_a_cap_of_its_own() {
        assertEquals("backlog-full", verdict(rep("a").backlogCap(20, 20)));
        assertEquals("chosen", verdict(rep("a").backlogCap(20, 19)));
    }

    @Test
    void hours_matter_only_where_the_rule_says_so() {
        var minding = Books.of("rules: [{id: only, title: {zh: 只有, en: only}, target: {group: sales}, strategy: fewest-unfollowed, hours: true}]");
        var evening = Instant.parse("2026-03-10T10:00:00Z");
        assertEquals("out-of-hours", verdict(minding, evening, rep("a").hours(NINE_TO_SIX)));
        assertEquals("chosen", verdict(minding, evening.minusSeconds(1), rep("a").hours(NINE_TO_SIX)));
        assertEquals("out-of-hours", verdict(minding, NOW.plus(Duration.ofDays(4)), rep("a").hours(NINE_TO_SIX)));
        assertEquals("chosen", verdict(minding, evening, rep("a")));
        assertEquals("chosen", verdict(ANYBODY, evening, rep("a").hours(NINE_TO_SIX)));
    }

    @Test
    void a_holiday_is_out_of_hours_and_a_weekend_worked_in_exchange_is_not() {
        var minding = Books.of("rules: [{id: only, title: {zh: 只有, en: only}, target: {group: sales}, strategy: fewest-unfollowed, hours: true}]");
        var calendars = CalendarFile.parse(Map.of("holidays", List.of(Map.of("from", "2026-03-10")), "workdays", List.of("2026-03-14")));
        var roster = Roster.of(List.of(rep("a").hours(NINE_TO_SIX).is()), Map.of(), calendars);
        assertEquals("out-of-hours", decide(minding, roster).candidates().getFirst().verdict());
        var saturday = DecisionEngine.decide(lead().question(), roster, minding, NOW.plus(Duration.ofDays(4)));
        assertEquals("chosen", saturday.candidates().getFirst().verdict());
    }

    @Test
    void a_refusal_carries_the_figures_that_decided() {
        var decision = decide(ANYBODY, roster(rep("a").open(9), rep("b")));
        assertEquals(new Sentence("未跟进线索已达上限 9/8", "has as many un-followed leads as allowed: 9 of 8"),
                decision.candidates().getLast().reason());
    }
}
