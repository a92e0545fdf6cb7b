package dev.leadkeeper.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Submission;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a definition makes of a body. */
class MappingTest {
    private static final String HEAD = "id: x\nverification: {scheme: secret}\n";

    private static List<Submission> read(String yaml, String body) {
        return PostReader.read(SampleForms.of(HEAD + yaml), "", body.getBytes(StandardCharsets.UTF_8), null, SamplePosts.RECEIVED, "trace", false);
    }

    private static Submission one(String yaml, String body) {
        var submissions = read(yaml, body);
        assertEquals(1, submissions.size());
        return submissions.getFirst();
    }

    private static String json(Map<String, Object> map) {
        return Json.write(map);
    }

    @ParameterizedTest
    @CsvSource({"姓名,手机号,电子邮箱,公司名称", "您的姓名,联系电话（必填）,工作邮箱,贵公司名称", "Full Name,Mobile Number,E-mail Address,Company Name",
            "contact_name,phone-number,work_email,organization", "怎么称呼您？,请填写您的手机号,您的邮箱地址是？,您的公司名称是？", "聯絡人,聯絡電話,電子郵件,公司",
            "What is your name?,What's the best phone number to reach you?,Your email address *,Which company do you work for?"})
    void usual_names_are_understood(String name, String phone, String email, String company) {
        var facts = one("", json(Map.of(name, "李雷", phone, "139 1001 3001", email, "Li.Lei@lilei.example", company, "李雷公司"))).facts();

        assertEquals("李雷", facts.contact().name());
        assertEquals("+8613910013001", facts.contact().phone());
        assertEquals("li.lei@lilei.example", facts.contact().email());
        assertEquals("李雷公司", facts.company());
        assertTrue(facts.unmapped().isEmpty(), facts.unmapped().toString());
    }

    @ParameterizedTest
    @CsvSource({"预算(万元),20,200000", "预算（单位：万）,1.5,15000", "您的预算是多少万?,8-10,80000", "预算(万元),30万,300000", "预算(元),20000,20000",
            "预算是否超过10万元,20000,20000"})
    void a_bare_number_is_in_the_unit_that_the_question_names(String question, String typed, long yuan) {
        assertEquals(yuan, one("", json(Map.of(question, typed, "手机", "13910013001"))).facts().budget());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"contact\":{\"phone\":\"13910013001\",\"name\":\"李雷\"}}", "{\"data\":{\"lead\":{\"手机\":\"13910013001\",\"姓名\":\"李雷\"}}}",
            "{\"people\":[{\"name\":\"李雷\",\"mobile\":13910013001}]}", "{\"payload\":\"{\\\"name\\\":\\\"李雷\\\",\\\"phone\\\":\\\"13910013001\\\"}\"}",
            "contact[phone]=13910013001&contact[name]=李雷"})
    void a_phone_that_lies_deeper_than_the_form_says_is_found_before_nobody_can_be_reached(String body) {
        var submission = one("", body);

        assertNull(submission.attention());
        assertEquals("+8613910013001", submission.facts().contact().phone());
        assertEquals("李雷", submission.facts().contact().name());
    }

    @Test
    void ids_that_lie_deeper_reach_nobody() {
        assertEquals("no way to reach", one("", "{\"event\":{\"record_id\":\"rec-13910013001\",\"ids\":[1,2],\"text\":\"{broken\"}}").attention());
    }

    @Test
    void a_question_that_merely_mentions_a_word_is_not_mistaken_for_it() {
        var submission = one("", json(Map.of("手机", "13910013002", "公司规模", "100-500人", "是否方便电话沟通", "是", "May we email you?", "yes")));

        assertEquals("+8613910013002", submission.facts().contact().phone());
        assertNull(submission.facts().company());
        assertNull(submission.facts().contact().email());
        assertEquals("100-500人", submission.facts().unmapped().get("公司规模"));
        assertEquals(3, submission.unknown().size());
    }

    @Test
    void an_address_in_the_field_for_a_number_is_an_address() {
        assertEquals("a.b@example.org", one("", "{\"联系方式\":\"a.b@example.org\"}").facts().contact().email());
        var both = one("", "{\"联系方式\":\"13910013015 / a.b@example.org\"}").facts().contact();
        assertEquals("a.b@example.org", both.email());
        assertEquals("+8613910013015", both.phone());
    }

    @Test
    void of_two_numbers_the_likelier_is_the_leads_and_the_other_is_kept_without_being_drift() {
        var submission = one("", "{\"座机\":\"010-88802003\",\"手机\":\"13910013003\"}");

        assertEquals("+8613910013003", submission.facts().contact().phone());
        assertEquals(Map.of("座机", "010-88802003"), submission.facts().unmapped());
        assertEquals(List.of(), submission.unknown());
    }

    @Test
    void what_cannot_be_normalised_is_kept_as_it_was_typed() {
        var submission = one("", json(Map.of("email", "a@b.example", "phone", "+86 138****1234", "uscc", "91330100799655058C", "budget", "面议")));

        assertNull(submission.facts().contact().phone());
        assertNull(submission.facts().uscc());
        assertNull(submission.facts().budget());
        assertEquals(Map.of("phone.asTyped", "+86 138****1234", "uscc.asTyped", "91330100799655058C", "budget.asTyped", "面议"),
                submission.facts().unmapped());
        assertEquals(List.of(), submission.unknown());
        assertNull(submission.attention());
    }

    @Test
    void a_place_is_put_together_of_its_parts_and_an_unknown_one_keeps_its_text() {
        assertEquals("310115", one("", "{\"phone\":\"13910013004\",\"region\":\"上海浦东新区\"}").facts().region().code());
        assertEquals("320106", one("", "{\"省份\":\"江苏\",\"城市\":\"南京\",\"区县\":\"鼓楼区\"}").facts().region().code());
        assertEquals("330106", one("", "{\"地区\":{\"province\":\"浙江省\",\"city\":\"杭州市\",\"district\":\"西湖区\"}}").facts().region().code());
        var unknown = one("", "{\"region\":\"火星基地\"}").facts().region();
        assertNull(unknown.code());
        assertEquals("火星基地", unknown.name());
    }

    @Test
    void an_unknown_place_in_a_known_country_is_at_least_in_the_country() {
        var facts = one("", "{\"country\":\"US\",\"region\":\"Nowhere County\"}").facts();

        assertEquals(List.of("north-america", "US"), facts.region().path());
    }

    @Test
    void paths_transforms_and_defaults_make_fields() {
        var yaml = """
                match: declared
                fields:
                  name: {from: ['who."全 名"', who.nick]}
                  phone: {from: "ways[?kind == 'tel'].value | [0]", transform: [{after: 'tel:'}]}
                  subject: {from: topics, transform: [{lookup: {'7': 雅思}}, {join: /}]}
                  industry: {from: tags, transform: [{first: true}]}
                  needBy: {from: when, transform: [{split: ';'}, {first: true}, {before: ' '}]}
                  sourceChannel: {from: missing, default: 展会}
                """;
        var facts = one(yaml, """
                {"who":{"全 名":"","nick":"小雷"},"ways":[{"kind":"web","value":"x"},{"kind":"tel","value":"tel:13910013005"}],
                "topics":[7,"托福"],"tags":["教育","K12"],"when":"本月 上旬;下月"}""").facts();

        assertEquals("小雷", facts.contact().name());
        assertEquals("+8613910013005", facts.contact().phone());
        assertEquals("雅思/托福", facts.subject());
        assertEquals("教育", facts.industry());
        assertEquals("本月", facts.needBy());
        assertEquals("展会", facts.sourceChannel());
    }

    @Test
    void a_path_whose_function_cannot_work_with_the_body_finds_nothing_and_breaks_nothing() {
        var submission = one("fields: {name: {from: \"join(',', phone)\"}, note: {from: sum(phone)}}\nkey: max(phone)\nupdatedAt: {from: abs(phone)}\ntest: keys(phone)",
                "{\"phone\":\"13910013006\"}");

        assertEquals("+8613910013006", submission.facts().contact().phone());
        assertNull(submission.facts().note());
        assertTrue(submission.deliveryKey().startsWith("content:"));
    }

    @Test
    void leads_that_are_not_where_they_should_be_go_to_people() {
        for (var body : List.of("{}", "[]", "{\"leads\":null}", "{\"leads\":[]}", "{\"leads\":[1,\"x\",null,{}]}", "\"text\"", "5", "null")) {
            assertEquals("no lead in this post", one("body: {decode: json}\nleads: leads", body).attention(), body);
        }
        assertEquals("more than 500 leads in one post", one("leads: '@'", "[" + "{\"phone\":\"1\"},".repeat(500) + "{\"phone\":\"1\"}]").attention());
        assertEquals("no way to reach", one("leads: '@'", "[" + "{\"phone\":\"1\"},".repeat(499) + "{\"phone\":\"1\"}]").attention());
    }

    @Test
    void an_array_of_leads_is_so_many_leads_each_delivery_once_and_the_last_word_counts() {
        var submissions = read("key: id", """
                [{"id":1,"phone":"13910013007","name":"甲"},{"id":"2","phone":"13910013008"},{"id":"1","phone":"13910013007","name":"乙"}]""");

        assertEquals(List.of("1", "2"), submissions.stream().map(Submission::deliveryKey).toList());
        assertEquals("乙", submissions.getFirst().facts().contact().name());
    }

    @Test
    void what_changes_on_each_delivery_does_not_make_a_revision() {
        var yaml = "key: id\nvolatile: [attempt, 'meta.*']\nignore: [attempt, meta]";
        var first = one(yaml, "{\"id\":1,\"phone\":\"13910013009\",\"attempt\":1,\"meta\":{\"sentAt\":1},\"score\":1.50,\"empty\":\"\"}");
        var retry = one(yaml, " { \"score\" : 1.5, \"meta\":{\"sentAt\":2}, \"phone\":\"13910013009\", \"id\":\"1\", \"attempt\":2, \"none\":null } ");
        var edit = one(yaml, "{\"id\":1,\"phone\":\"13910013010\"}");

        assertEquals(first.bodyHash(), retry.bodyHash());
        assertEquals(first.lead(), edit.lead());
        assertTrue(!first.bodyHash().equals(edit.bodyHash()));
    }

    @Test
    void a_key_of_several_parts_needs_them_all() {
        assertEquals("F1/7", one("key: [form, serial]", "{\"form\":\"F1\",\"serial\":7}").deliveryKey());
        assertTrue(one("key: [form, serial]", "{\"form\":\"F1\"}").deliveryKey().startsWith("content:"));
        assertTrue(one("key: id", "{\"id\":\"" + "x".repeat(1_000) + "\"}").deliveryKey().startsWith("long:"));
    }

    @Test
    void the_vendors_time_of_change_is_read_in_its_format_unless_it_cannot_be_right() {
        assertEquals("2026-03-02T01:05:01Z", updated("{format: pattern, pattern: 'uuuu-M-d H:mm:ss'}", "2026-3-2 9:05:01"));
        assertEquals("2026-03-02T01:05:01Z", updated("{}", "2026-03-02T09:05:01+0800"));
        assertEquals("2026-03-02T01:05:01Z", updated("{}", "2026-03-02 09:05:01"));
        assertEquals("2026-03-02T09:05:01Z", updated("{zone: UTC}", "2026-03-02 09:05:01"));
        assertEquals("2026-03-02T00:00:00.500Z", updated("{format: seconds}", "1772409600.5"));
        assertEquals("2026-03-02T00:00:00Z", updated("{format: millis}", "1772409600000"));
        assertEquals("null", updated("{}", "9999-12-31T00:00:00Z"));
        assertEquals("null", updated("{}", "yesterday"));
        assertEquals("null", updated("{format: seconds}", "1e2147483647"));
    }

    private static String updated(String rule, String text) {
        var yaml = "updatedAt: " + rule.replace("{", "{from: t, ").replace(", }", "}");
        return String.valueOf(one(yaml, json(Map.of("t", text))).updatedAt());
    }

    @Test
    void the_vendors_own_mark_and_known_test_values_flag_a_test() {
        assertEquals("marked as a test by the sender", one("test: \"is_test || mode == 'test'\"", "{\"phone\":\"13910013011\",\"mode\":\"test\"}").test());
        assertNull(one("test: \"is_test || mode == 'test'\"", "{\"phone\":\"13910013011\",\"is_test\":false}").test());
        assertTrue(one("", "{\"phone\":\"13800138000\"}").test().contains("test number"));
    }

    @Test
    void noise_is_dropped_extras_are_kept_and_the_rest_is_drift() {
        var submission = one("ignore: ['info_*']\nextras: ['utm_*']", """
                {"phone":"13910013012","info_ip":"203.0.113.1","utm_term":"x","颜色":["红","蓝"],"尺寸":{"长":1.5,"宽":null}}""");

        assertEquals(Map.of("utm_term", "x", "颜色", List.of("红", "蓝"), "尺寸", Map.of("长", "1.5")), submission.facts().unmapped());
        assertEquals(List.of("颜色", "尺寸"), submission.unknown());
    }

    @Test
    void a_lead_stays_small_whatever_is_sent() {
        var body = new java.util.LinkedHashMap<String, Object>();
        body.put("phone", "13910013013");
        body.put("留言", "长".repeat(20_000));
        for (int i = 0; i < 900; i++) {
            body.put("field " + i, "值".repeat(50));
        }
        var facts = one("", json(body)).facts();

        assertEquals(4_000, facts.note().length());
        assertTrue(facts.unmapped().size() <= 200);
        assertTrue(Json.write(facts.unmapped()).length() < Unmapped.MOST_TEXT + 20_000);
    }

    @Test
    void values_are_data_and_reach_no_owner_no_state_and_no_key_of_ours() {
        var facts = one("", "{\"phone\":\"13910013014\",\"owner\":\"admin\",\"status\":\"assigned\",\"pool\":\"x\",\"name\":\"<script>\\n\"}").facts();

        assertEquals(Map.of("owner", "admin", "status", "assigned", "pool", "x"), facts.unmapped());
        assertEquals("<script>", facts.contact().name());
    }

    @Test
    void a_header_names_the_delivery_where_the_body_does_not() {
        var yaml = "key: id\nkeyHeader: webhook-id\n";

        assertEquals(id(yaml, "{\"phone\":\"13910013001\"}", "msg_1"), id(yaml, "{\"phone\":\"13910013002\"}", "msg_1"));
        assertNotEquals(id(yaml, "{\"phone\":\"13910013001\"}", "msg_1"), id(yaml, "{\"phone\":\"13910013001\"}", "msg_2"));
        assertEquals(id(yaml, "{\"id\":1,\"phone\":\"13910013001\"}", "msg_1"), id(yaml, "{\"id\":1,\"phone\":\"13910013001\"}", "msg_2"));
    }

    @Test
    void only_the_header_that_the_form_names_is_heard() {
        var request = new FormRequest("POST", "https://x/forms/x", Map.of(), Map.of("webhook-id", "msg_1"), new byte[0]);

        assertEquals("msg_1", request.deliveryId(SampleForms.of(HEAD + "keyHeader: Webhook-Id\n")));
        assertNull(request.deliveryId(SampleForms.of(HEAD + "keyHeader: x-other\n")));
        assertNull(request.deliveryId(SampleForms.of(HEAD)));
    }

    @Test
    void a_header_does_not_name_several_leads_at_once() {
        var two = PostReader.read(SampleForms.of(HEAD + "leads: '@'\nkeyHeader: webhook-id\n"), "application/json",
                "[{\"phone\":\"13910013001\"},{\"phone\":\"13910013002\"}]".getBytes(StandardCharsets.UTF_8), "msg_1",
                SamplePosts.RECEIVED, "trace", false);

        assertEquals(2, two.stream().map(Submission::lead).distinct().count());
    }

    private static String id(String yaml, String body, String deliveryId) {
        return PostReader.read(SampleForms.of(HEAD + yaml), "application/json", body.getBytes(StandardCharsets.UTF_8), deliveryId,
                SamplePosts.RECEIVED, "trace", false).getFirst().lead();
    }
}
