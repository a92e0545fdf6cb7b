package dev.leadkeeper.credibility;

import static dev.leadkeeper.credibility.Pictures.AT;
import static dev.leadkeeper.credibility.Pictures.activity;
import static dev.leadkeeper.credibility.Pictures.need;
import static dev.leadkeeper.credibility.Pictures.picture;
import static dev.leadkeeper.credibility.Pictures.proposal;
import static dev.leadkeeper.credibility.Pictures.saying;
import static dev.leadkeeper.credibility.Pictures.withField;
import static dev.leadkeeper.credibility.Pictures.withFile;
import static dev.leadkeeper.credibility.Pictures.withPeople;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile.State;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.rulebook.CredibilityRules;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule of each dimension, satisfied and violated. */
class DimensionsTest {
    private static final CredibilityRules RULES = CredibilityRules.USUAL;

    private static Part part(Dimension dimension, Picture picture) {
        return Credibility.of(picture, RULES).part(dimension);
    }

    private static int points(Dimension dimension, Picture picture) {
        return part(dimension, picture).points();
    }

    private static Picture with(Long responseMinutes, String promised) {
        return new Picture(proposal(), List.of(), responseMinutes, promised == null ? null : LocalDate.parse(promised), List.of(),
                Picture.Similar.UNKNOWN);
    }

    private static Picture beside(Picture.Other... others) {
        return new Picture(proposal(), List.of(), null, null, List.of(others), Picture.Similar.UNKNOWN);
    }

    private static Picture similar(long n, long successes, long teamN, long teamSuccesses) {
        return new Picture(proposal(), List.of(), null, null, List.of(),
                new Picture.Similar(new Picture.Tally(n, successes), new Picture.Tally(teamN, teamSuccesses)));
    }

    @Test
    void everything_that_the_type_needs_is_worth_all_points_and_half_of_it_half() {
        assertEquals(20, points(Dimension.ATTACHMENTS, picture(proposal(), need("PDF", true), need("PPT", true))));
        var half = part(Dimension.ATTACHMENTS, picture(proposal(), need("PDF", true), need("PPT", false)));
        assertEquals(10, half.points());
        assertTrue(half.because().en().contains("missing: PPT") && half.because().zh().contains("还缺:PPT(中)"), half.toString());
    }

    @Test
    void a_type_that_needs_nothing_lacks_nothing() {
        assertEquals(20, points(Dimension.ATTACHMENTS, picture(proposal())));
    }

    @Test
    void what_is_recorded_soon_gets_all_points_later_half_and_much_later_none() {
        assertEquals(20, points(Dimension.TIMING, picture(activity("lin", "call", AT.minus(Duration.ofHours(24)), AT))));
        assertEquals(10, points(Dimension.TIMING, picture(activity("lin", "call", AT.minus(Duration.ofHours(25)), AT))));
        var late = part(Dimension.TIMING, picture(activity("lin", "call", AT.minus(Duration.ofHours(73)), AT)));
        assertEquals(0, late.points());
        assertEquals("recorded 73 h later; record within 24 h", late.because().en());
    }

    @Test
    void nothing_is_recorded_before_it_happens_beyond_what_clocks_differ() {
        assertEquals(20, points(Dimension.TIMING, picture(activity("lin", "call", AT.plusSeconds(120), AT))));
        assertEquals(0, points(Dimension.TIMING, picture(activity("lin", "call", AT.plusSeconds(3600), AT))));
    }

    @Test
    void a_promised_day_is_kept_or_costs() {
        assertEquals(20, points(Dimension.TIMING, with(null, "2026-11-20")));
        var late = part(Dimension.TIMING, with(null, "2026-11-18"));
        assertEquals(11, late.points()); // 8 of 14
        assertTrue(late.because().en().contains("2 days after the promised day"), late.toString());
    }

    @Test
    void the_day_of_a_promise_is_a_day_in_china() {
        var lateInTheEveningOfGreenwich = activity("lin", "call", AT.plus(Duration.ofHours(15)), AT.plus(Duration.ofHours(15)));
        assertEquals(11, points(Dimension.TIMING, new Picture(lateInTheEveningOfGreenwich, List.of(), null, LocalDate.parse("2026-11-20"),
                List.of(), Picture.Similar.UNKNOWN)));
    }

    @Test
    void a_first_response_is_in_time_or_costs() {
        assertEquals(20, points(Dimension.TIMING, with(240L, null)));
        assertEquals(11, points(Dimension.TIMING, with(241L, null)));
    }

    @Test
    void a_valid_file_that_contradicts_the_order_costs_and_a_rejected_one_says_nothing() {
        assertEquals(10, points(Dimension.TIMING, picture(withFile(proposal(), "pdf", State.VALID, "older-than-requirement"))));
        assertEquals(0, points(Dimension.TIMING, picture(withFile(withFile(withFile(proposal(), "pdf", State.VALID, "duplicate"),
                "pdf", State.VALID, "duplicate"), "pdf", State.VALID, "duplicate"))));
        assertEquals(20, points(Dimension.TIMING, picture(withFile(proposal(), "pdf", State.REJECTED, "older-than-requirement"))));
        assertEquals(20, points(Dimension.TIMING, picture(withFile(proposal(), "pdf", State.VALID, "restricted"))));
    }

    @Test
    void a_valid_mail_confirms_and_one_that_is_not_checked_does_not() {
        assertEquals(20, points(Dimension.CUSTOMER, picture(withFile(proposal(), "mail", State.VALID))));
        assertEquals(0, points(Dimension.CUSTOMER, picture(withFile(proposal(), "mail", State.AWAITED))));
        assertEquals(0, points(Dimension.CUSTOMER, picture(withFile(proposal(), "mail", State.REJECTED))));
    }

    @Test
    void a_scan_is_signed_by_the_customer_only_where_the_type_says_so() {
        assertEquals(14, points(Dimension.CUSTOMER, picture(withFile(activity("lin", "requirement", AT, AT), "pdf", State.VALID))));
        assertEquals(0, points(Dimension.CUSTOMER, picture(withFile(proposal(), "pdf", State.VALID))));
    }

    @Test
    void a_field_or_a_tag_confirms_where_the_rulebook_says_so() {
        var rules = List.of(new CredibilityRules.Confirmation("form", Set.of(), Set.of(), Set.of("formReference"), Set.of(), 0, Set.of(),
                List.of(), 16, new Sentence("表单", "a form")));
        assertEquals(16, CustomerSide.of(withField(proposal(), "formReference", "F-17"), rules).points());
        assertEquals(0, CustomerSide.of(withField(proposal(), "formReference", " "), rules).points());
        assertEquals(0, CustomerSide.of(proposal(), rules).points());
    }

    @Test
    void a_quoted_reply_confirms_whatever_its_case_and_other_words_do_not() {
        assertEquals(8, points(Dimension.CUSTOMER, picture(saying(proposal(), "The CUSTOMER SAID yes"))));
        assertEquals(8, points(Dimension.CUSTOMER, picture(saying(proposal(), "电话沟通,客户表示周三看工厂"))));
        assertEquals(0, points(Dimension.CUSTOMER, picture(saying(proposal(), "发了方案"))));
    }

    @Test
    void named_participants_confirm_and_who_decides_confirms_more() {
        assertEquals(8, points(Dimension.CUSTOMER, picture(withPeople(proposal(), new Activity.Participant("张总", null)))));
        assertEquals(12, points(Dimension.CUSTOMER, picture(withPeople(proposal(), new Activity.Participant("张总", "decides")))));
        assertEquals(0, points(Dimension.CUSTOMER, picture(withPeople(proposal(), new Activity.Participant(" ", null)))));
    }

    @Test
    void confirmations_add_up_to_all_points_at_most() {
        var much = withFile(withPeople(saying(proposal(), "客户回复"), new Activity.Participant("张总", "decides")), "audio", State.VALID);
        assertEquals(20, points(Dimension.CUSTOMER, picture(much)));
    }

    @Test
    void what_would_confirm_is_said_without_a_word_of_what_was_typed() {
        var because = part(Dimension.CUSTOMER, picture(withPeople(saying(proposal(), "客户说王五的电话"), new Activity.Participant("张总", null)))).because();
        assertTrue(because.en().contains("what would help: a mail with the customer"), because.en());
        assertTrue(!because.zh().contains("张总") && !because.zh().contains("王五"), because.zh());
    }

    @Test
    void the_same_recorded_by_another_department_is_worth_most() {
        var same = new Picture.Other(activity("wu", "proposal", AT, AT), true);
        var other = new Picture.Other(activity("wu", "sample", AT, AT), true);
        var near = new Picture.Other(activity("qin", "proposal", AT, AT), false);
        assertEquals(20, points(Dimension.COLLEAGUES, beside(near, other, same)));
        assertEquals(16, points(Dimension.COLLEAGUES, beside(near, other)));
        assertEquals(12, points(Dimension.COLLEAGUES, beside(near)));
        assertEquals(8, points(Dimension.COLLEAGUES, beside()));
    }

    @Test
    void records_of_another_time_or_of_oneself_say_nothing() {
        assertEquals(20, points(Dimension.COLLEAGUES, beside(new Picture.Other(activity("wu", "proposal", AT.minus(Duration.ofDays(14)), AT), true))));
        assertEquals(8, points(Dimension.COLLEAGUES, beside(new Picture.Other(activity("wu", "proposal", AT.minus(Duration.ofDays(15)), AT), true))));
        assertEquals(8, points(Dimension.COLLEAGUES, beside(new Picture.Other(activity("lin", "proposal", AT, AT), true))));
    }

    @Test
    void whoever_has_no_record_yet_is_taken_for_the_teams_mean() {
        assertEquals(13, points(Dimension.SIMILAR, similar(0, 0, 0, 0))); // the prior, 40 % of 60 %
        assertEquals(20, points(Dimension.SIMILAR, similar(0, 0, 1000, 800)));
        assertEquals(1, points(Dimension.SIMILAR, similar(0, 0, 1000, 20)));
    }

    @Test
    void few_successes_move_little_and_many_move_much() {
        assertEquals(13, points(Dimension.SIMILAR, similar(0, 0, 1000, 400)));
        assertEquals(15, points(Dimension.SIMILAR, similar(1, 1, 1000, 400)));
        assertEquals(20, points(Dimension.SIMILAR, similar(100, 90, 1000, 400)));
        assertEquals(1, points(Dimension.SIMILAR, similar(100, 0, 1000, 400)));
    }

    @Test
    void the_rate_is_said_with_its_figures() {
        assertEquals("3 of 10 such activities within 4 quarters led on; with the team's 40% that is 35%; 60 % gets all points",
                part(Dimension.SIMILAR, similar(10, 3, 1000, 400)).because().en());
    }
}
