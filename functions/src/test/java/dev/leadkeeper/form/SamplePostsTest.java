package dev.leadkeeper.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Submission;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the sample posts of the project say about leads. */
class SamplePostsTest {
    private static Facts facts(String file) {
        return SamplePosts.get(file).read().getFirst().facts();
    }

    @TestFactory
    List<DynamicTest> each_sample_gives_as_many_leads_and_attention_entries_as_its_file_expects() {
        return SamplePosts.all().stream().filter(sample -> sample.status() == 200).map(sample -> DynamicTest.dynamicTest(sample.file(), () -> {
            var submissions = sample.read();
            assertEquals(sample.leads(), (int) submissions.stream().filter(each -> each.attention() == null).count(), submissions.toString());
            if (sample.attention() != null) {
                assertEquals(sample.attention(), (int) submissions.stream().filter(each -> each.attention() != null).count(), submissions.toString());
            }
            assertEquals("test".equals(sample.state()), submissions.getFirst().test() != null);
        })).toList();
    }

    @Test
    void every_form_of_the_sample_organisation_has_a_sample() {
        var posted = SamplePosts.all().stream().map(SamplePosts.SamplePost::form).distinct().sorted().toList();

        assertEquals(SampleForms.all().keySet().stream().toList(), posted);
    }

    @Test
    void a_fully_filled_form_fills_every_field() {
        var facts = facts("01-demo-hot");

        assertEquals("顾明远", facts.contact().name());
        assertEquals("+8613910012001", facts.contact().phone());
        assertEquals("gu.mingyuan@hospital-a.example", facts.contact().email());
        assertEquals("杭州明远医疗器械有限公司", facts.company());
        assertEquals("91330100799655058B", facts.uscc());
        assertEquals("骨科器械", facts.industry());
        assertEquals("330108", facts.region().code());
        assertEquals("关节置换器械", facts.subject());
        assertEquals(280_000L, facts.budget());
        assertEquals("官网", facts.sourceChannel());
        assertEquals("本月", facts.needBy());
        assertEquals("决策人", facts.decisionRole());
        assertEquals("请带样品过来", facts.note());
        assertTrue(facts.unmapped().isEmpty());
    }

    @Test
    void the_same_content_in_another_spelling_is_the_same_delivery() {
        var first = SamplePosts.get("01-demo-hot").read().getFirst();
        var again = SamplePosts.get("08-demo-repeat").read().getFirst();

        assertEquals(first.lead(), again.lead());
        assertEquals(first.bodyHash(), again.bodyHash());
    }

    @Test
    void a_changed_body_under_the_same_key_is_a_later_revision_of_the_same_lead() {
        for (var pair : List.of(List.of("20-tally", "21-tally-revision"), List.of("27-jinshuju", "28-jinshuju-edit"))) {
            var first = SamplePosts.get(pair.get(0)).read().getFirst();
            var revision = SamplePosts.get(pair.get(1)).read().getFirst();

            assertEquals(first.lead(), revision.lead());
            assertNotEquals(first.bodyHash(), revision.bodyHash());
            assertTrue(first.order().isBefore(revision.order()));
        }
    }

    @Test
    void an_upstream_form_that_adds_source_channel_keeps_it_reports_it_and_stalls_nothing() {
        var submission = SamplePosts.get("07-demo-new-field").read().getFirst();

        assertEquals(null, submission.attention());
        assertEquals("未知", submission.facts().sourceChannel());
        assertEquals("直播间", submission.facts().unmapped().get("source_channel"));
        assertEquals(List.of("source_channel"), submission.unknown());
    }

    @Test
    void US_vs_North_America_a_country_code_is_within_its_world_region() {
        var region = facts("12-demo-north-america").region();

        assertEquals("US", region.code());
        assertTrue(region.within("north-america"));
        assertEquals("+15125550187", facts("12-demo-north-america").contact().phone());
    }

    @Test
    void tally_options_become_labels_and_the_boolean_rows_of_checkboxes_are_no_drift() {
        var submission = SamplePosts.get("20-tally").read().getFirst();

        assertEquals("智能制造", submission.facts().industry());
        assertEquals("产线改造、维保", submission.facts().subject());
        assertEquals(80_000L, submission.facts().budget());
        assertEquals("8-10万", submission.facts().unmapped().get("budget.asTyped"));
        assertEquals("newsletter", submission.facts().sourceChannel());
        assertEquals("雅信(深圳)精密制造有限公司", submission.facts().company());
        assertEquals(List.of("打分"), submission.unknown());
    }

    @Test
    void typeform_answers_to_a_question_about_contact_data_find_its_own_questions() {
        var body = """
                {"form_response": {"token": "t", "definition": {"fields": [{"id": "q", "title": "How can we help?"},
                  {"id": "c", "title": "About you", "type": "contact_info", "properties": {"fields": [
                    {"id": "c1", "title": "First name"}, {"id": "c2", "title": "Last name"}]}}]},
                 "answers": [{"type": "text", "text": "Ann", "field": {"id": "c1"}}, {"type": "text", "text": "Lee", "field": {"id": "c2"}},
                  {"type": "email", "email": "ann@ann-lee.org", "field": {"id": "c3"}}]}}""";
        var facts = PostReader.read(SampleForms.get("typeform"), "application/json", body.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                null, SamplePosts.RECEIVED, "trace", false).getFirst().facts();

        assertEquals("Ann Lee", facts.contact().name());
        assertTrue(facts.unmapped().isEmpty(), facts.unmapped().toString());
    }

    @Test
    void typeform_answers_find_their_questions_by_id() {
        var facts = facts("22-typeform");

        assertEquals("Ming Zhao", facts.contact().name());
        assertEquals("ming.zhao@lianhe.example", facts.contact().email());
        assertEquals("Lianhe Imaging", facts.company());
        assertEquals(80_000L, facts.budget());
        assertEquals("巨量引擎", facts.sourceChannel());
    }

    @Test
    void one_post_may_hold_several_leads_with_ids_as_numbers_or_text() {
        var submissions = SamplePosts.get("23-meta").read();

        assertEquals(List.of("90020001", "90020002"), submissions.stream().map(Submission::deliveryKey).toList());
        assertEquals(300_000L, submissions.getFirst().facts().budget());
        assertEquals("院长", submissions.getFirst().facts().decisionRole());
        assertEquals("DE", submissions.getLast().facts().region().code());
    }

    @Test
    void option_numbers_become_words_by_the_forms_own_tables() {
        var facts = facts("25-wjx");

        assertEquals("骨科器械", facts.industry());
        assertEquals("产品演示、报价", facts.subject());
        assertEquals("展会扫码", facts.sourceChannel());
        assertEquals("康宁", facts.contact().name());
        assertEquals(List.of(), SamplePosts.get("25-wjx").read().getFirst().unknown());
    }

    @Test
    void a_broken_body_is_kept_with_its_reason() {
        var submission = SamplePosts.get("26-wjx-unreadable").read().getFirst();

        assertEquals("unreadable: json-syntax", submission.attention());
        assertEquals(Facts.NONE, submission.facts());
        assertNotNull(submission.lead());
    }

    @Test
    void a_typed_address_wins_over_the_region_of_the_address_of_the_computer() {
        assertEquals("440106", facts("27-jinshuju").region().code());
    }

    @Test
    void nested_form_encoding_is_matched_by_the_type_of_field_too() {
        var facts = facts("29-elementor");

        assertEquals("郝仁", facts.contact().name());
        assertEquals("+8613910012029", facts.contact().phone());
        assertEquals("预算已批", facts.note());
    }

    @Test
    void names_and_numbers_in_parts_are_put_together() {
        var facts = facts("30-jotform");

        assertEquals("秦小雨", facts.contact().name());
        assertEquals("+8613910012030", facts.contact().phone());
        assertEquals("500000", facts.region().code());
        assertEquals("白子墨", facts("31-webflow").contact().name());
    }

    @Test
    void an_extension_a_range_and_a_place_in_words_survive_google_forms() {
        var facts = facts("34-google-forms");

        assertEquals("+8675586013388;ext=8001", facts.contact().phone());
        assertEquals("440305", facts.region().code());
        assertEquals(80_000L, facts.budget());
        assertEquals(null, facts.note());
    }

    @Test
    void json_within_json_is_opened() {
        var order = facts("35-youzan");
        assertEquals("孟姜", order.contact().name());
        assertEquals("330106", order.region().code());
        var event = facts("36-cloudevents");
        assertEquals("+8613910012036", event.contact().phone());
        assertEquals("雅思", event.subject());
    }

    @Test
    void the_same_record_twice_in_one_post_is_one_entry() {
        assertEquals(List.of("rec-37-2", "rec-37-1"), SamplePosts.get("37-feishu-bitable").read().stream().map(Submission::deliveryKey).toList());
    }

    @Test
    void gbk_is_read_as_declared() {
        var facts = facts("43-website");

        assertEquals("郑和", facts.contact().name());
        assertEquals("南京航海", facts.company());
    }
}
