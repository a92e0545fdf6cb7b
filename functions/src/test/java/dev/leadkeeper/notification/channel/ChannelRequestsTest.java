package dev.leadkeeper.notification.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.port.Notifier.Attempt;
import dev.leadkeeper.port.Notifier.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each channel asks of its vendor. */
class ChannelRequestsTest {
    private static final String EXPECTED_DINGTALK = "DNvEGSTrRGFjESXhqItc3a7Ed6BtcpTCudHKiA0pWQc=";
    private static final String EXPECTED_FEISHU = "RQwxn/HFfLirU/ckEoPGj77Oir2JAWPRvP+dGGu9joo=";
    private static final String OK = "{\"errcode\":0,\"errmsg\":\"ok\"}";
    private final ChannelWorld world = new ChannelWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_wecom_robot_gets_a_text_that_mentions_the_recipient_under_its_encoded_key() {
        world.vendor.then(200, OK);
        assertInstanceOf(Outcome.Sent.class, world.send("wecom-robot"));
        var request = request();
        assertEquals("/cgi-bin/webhook/send", request.path());
        assertEquals("693a91f6-7xxx&4bc4+97a0", request.parameter("key"));
        assertEquals(Map.of("msgtype", "text", "text", Map.of("content", "新线索 / New lead\n原因\nreason\nhttps://crm.example.com/leads/abc",
                "mentioned_list", List.of("rep01"))), request.json());
    }

    @Test
    void a_wecom_text_has_at_most_2048_bytes_and_keeps_its_link() {
        world.vendor.then(200, OK);
        world.channels.attempt(world.attempt("wecom-robot", List.of(), "新线索", "很长的内容".repeat(500)));
        var content = Doc.of(request().json()).doc("text").required("content");
        assertTrue(content.getBytes(StandardCharsets.UTF_8).length <= 2048);
        assertTrue(content.endsWith("…\nhttps://crm.example.com/leads/abc"));
    }

    @Test
    void a_wecom_application_addresses_persons_with_a_token_and_asks_for_a_check_on_repeats() {
        world.withToken("tok/en+1");
        world.vendor.then(200, OK);
        assertEquals(new Outcome.Sent("errcode 0"), world.send("wecom-app"));
        var token = world.vendor.requests().getFirst();
        assertEquals("GET", token.method());
        assertEquals("ww&corp", token.parameter("corpid"));
        assertEquals("s3cr+t", token.parameter("corpsecret"));
        var message = world.vendor.requests().getLast();
        assertEquals("tok/en+1", message.parameter("access_token"));
        assertEquals("rep01", message.json().get("touser"));
        assertEquals(1000002L, message.json().get("agentid"));
        assertEquals(1L, message.json().get("enable_duplicate_check"));
    }

    @Test
    void a_dingtalk_robot_gets_a_signature_that_survives_the_url() {
        world.clock.set(Instant.ofEpochMilli(1795312800003L));
        world.vendor.then(200, OK);
        assertInstanceOf(Outcome.Sent.class, world.send("dingtalk-robot"));
        var request = request();
        assertEquals("tok&en", request.parameter("access_token"));
        assertEquals("1795312800003", request.parameter("timestamp"));
        assertEquals(DingtalkRobot.sign("1795312800003", "SEC0"), request.parameter("sign"));
        assertFalse(request.rawQuery().contains("+"), "an unencoded + is read as a blank");
        assertEquals(List.of("rep01"), Doc.of(request.json()).doc("at").texts("atUserIds"));
    }

    @Test
    void a_dingtalk_robot_without_a_signing_secret_gets_no_signature() {
        world.secrets.put("channels/dingtalk-robot", "access_token=t");
        world.vendor.then(200, OK);
        world.send("dingtalk-robot");
        assertEquals("access_token=t", request().rawQuery());
    }

    /** Expected values computed with Python's hmac. */
    @Test
    void robots_sign_as_their_vendors_say() {
        assertEquals(EXPECTED_DINGTALK, DingtalkRobot.sign("1795312800000", "SEC0"));
        assertEquals(EXPECTED_FEISHU, FeishuRobot.sign("1795312800", "feishu-secret"));
    }

    @Test
    void a_feishu_robot_gets_timestamp_and_signature_in_the_body() {
        world.clock.set(Instant.ofEpochSecond(1795312800L));
        world.vendor.then(200, "{\"code\":0,\"msg\":\"success\",\"data\":{}}");
        assertInstanceOf(Outcome.Sent.class, world.send("feishu-robot"));
        assertEquals("/open-apis/bot/v2/hook/hook-1", request().path());
        var body = request().json();
        assertEquals("1795312800", body.get("timestamp"));
        assertEquals(EXPECTED_FEISHU, body.get("sign"));
        assertTrue(Doc.of(body).doc("content").required("text").startsWith("<at user_id=\"rep01\"></at> 新线索"));
    }

    @Test
    void an_sms_is_a_signed_template_with_its_variables_as_json() {
        world.vendor.then(200, "{\"Code\":\"OK\",\"Message\":\"OK\",\"BizId\":\"1\"}");
        assertEquals(new Outcome.Sent("Code OK: accepted"), world.send("sms"));
        var request = request();
        assertEquals("13912345678", request.parameter("PhoneNumbers"));
        assertEquals("某某科技", request.parameter("SignName"));
        assertEquals(Map.of("lead", "abc", "name", "新线索 / New lead"), Json.readOwn(request.parameter("TemplateParam")));
        assertEquals("SendSms", request.headers().get("x-acs-action"));
        var again = Acs3.headers(new Acs3.Key("LTAI-key", "sms-secret"), request.headers().get("host"), request.rawQuery(), "SendSms",
                "2017-05-25", Instant.parse(request.headers().get("x-acs-date")), request.headers().get("x-acs-signature-nonce"));
        assertEquals(again.get("authorization"), request.headers().get("authorization"));
    }

    @Test
    void a_variable_of_an_sms_has_at_most_35_characters() {
        world.vendor.then(200, "{\"Code\":\"OK\"}");
        world.channels.attempt(world.attempt("sms", List.of("+85212345678"), "🎉".repeat(50), ""));
        var name = Json.readOwn(request().parameter("TemplateParam")).get("name").toString();
        assertTrue(name.codePointCount(0, name.length()) <= 35 && name.endsWith("…"), name);
        assertEquals("85212345678", request().parameter("PhoneNumbers"));
    }

    /** The example of the specification, https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md. */
    @Test
    void a_webhook_is_signed_as_the_published_example() {
        assertEquals("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", Webhook.signatures(List.of(new Credential(ChannelWorld.WHSEC)),
                "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_webhook_carries_the_notice_and_signatures_of_both_live_secrets_and_the_same_id_every_time() {
        world.secrets.put("channels/webhook", ChannelWorld.WHSEC, "whsec_" + Base64.getEncoder().encodeToString("older secret".getBytes(StandardCharsets.UTF_8)));
        world.vendor.always(204, "");
        assertInstanceOf(Outcome.Sent.class, world.send("webhook"));
        world.send("webhook");
        var first = world.vendor.requests().getFirst();
        assertEquals(first.headers().get("webhook-id"), world.vendor.requests().getLast().headers().get("webhook-id"));
        assertEquals(2, first.headers().get("webhook-signature").split(" ").length);
        assertEquals("notice.new-lead", first.json().get("type"));
        assertEquals("abc", Doc.of(first.json()).doc("data").required("lead"));
    }

    @Test
    void the_outbox_gets_the_ids_both_languages_and_the_link() {
        world.vendor.then(200, "{}");
        assertInstanceOf(Outcome.Sent.class, world.send("outbox"));
        var body = request().json();
        assertEquals("new-lead:abc:1", body.get("notice"));
        assertEquals("abc", body.get("lead"));
        assertEquals("rep01", body.get("recipient"));
        assertEquals(Map.of("zh", "新线索", "en", "New lead"), body.get("title"));
        assertEquals(Map.of("zh", "原因", "en", "reason"), body.get("text"));
        assertEquals("https://crm.example.com/leads/abc", body.get("link"));
    }

    @Test
    void a_slack_message_mentions_the_member_and_escapes_the_rest() {
        world.vendor.then(200, "ok");
        world.channels.attempt(world.attempt("slack", List.of("U123"), "<!channel>", "a & b"));
        assertEquals("<@U123> &lt;!channel&gt;\na &amp; b\nhttps://crm.example.com/leads/abc", request().json().get("text"));
    }

    @Test
    void a_teams_message_is_a_card_whose_text_knows_no_markdown() {
        world.vendor.then(202, "");
        assertEquals(new Outcome.Sent("status 202: queued"), world.send("teams"));
        assertEquals("xyz", request().parameter("sig"));
        assertTrue(new String(request().body(), StandardCharsets.UTF_8).contains("\"TextRun\""));
    }

    @Test
    void an_email_has_one_recipient_and_a_subject_of_one_line() {
        world.channels.attempt(world.attempt("email", List.of("rep@example.com"), "new\r\nBcc: all@example.com", "text"));
        var letter = world.letters.getFirst();
        assertEquals("rep@example.com", letter.to());
        assertEquals("new Bcc: all@example.com", letter.subject());
        assertEquals("crm@example.com", letter.from());
    }

    @Test
    void an_address_that_names_two_people_or_none_is_refused_before_anybody_is_asked() {
        for (var address : List.of("a@example.com,b@example.com", "a@example.com\nBcc: b@example.com", "no address", "\"x\" <a@example.com>")) {
            assertInstanceOf(Outcome.Dead.class, world.channels.attempt(world.attempt("email", List.of(address), "t", "t")), address);
        }
        for (var address : List.of("13912345678", "+86139;x", "+0123456789", "")) {
            assertInstanceOf(Outcome.Dead.class, world.channels.attempt(world.attempt("sms", List.of(address), "t", "t")), address);
        }
        assertTrue(world.letters.isEmpty() && world.vendor.requests().isEmpty());
    }

    @Test
    void a_channel_without_its_credential_or_settings_is_dead_and_says_what_is_missing() {
        for (var type : List.of("wecom-robot", "wecom-app", "dingtalk-robot", "feishu-robot", "slack", "teams", "sms", "webhook")) {
            var settings = new HashMap<>(world.settings(type));
            settings.remove("secret");
            var dead = assertInstanceOf(Outcome.Dead.class, world.channels.attempt(with(settings, type)));
            assertEquals("not configured: no credential", dead.because());
        }
        assertEquals(new Outcome.Dead("not configured: no baseUrl"), world.channels.attempt(with(Map.of("type", "outbox"), "outbox")));
        assertEquals(new Outcome.Dead("unknown type of channel"), world.channels.attempt(with(Map.of("type", "pigeon"), "outbox")));
        assertTrue(world.vendor.requests().isEmpty());
    }

    @Test
    void a_channel_can_use_no_secret_outside_the_folder_of_channels() {
        world.secrets.put("customers/keys", "the-key");
        var settings = new HashMap<>(world.settings("wecom-robot"));
        settings.put("secret", "customers/keys");
        assertInstanceOf(Outcome.Dead.class, world.channels.attempt(with(settings, "wecom-robot")));
        assertTrue(world.vendor.requests().isEmpty());
    }

    @Test
    void no_mail_service_at_a_metadata_address_is_asked() {
        var settings = new HashMap<>(world.settings("email"));
        settings.put("baseUrl", "http://169.254.169.254/");
        assertEquals(new Outcome.Dead("forbidden address"), world.channels.attempt(with(settings, "email")));
        assertTrue(world.letters.isEmpty());
    }

    @Test
    void a_malformed_secret_appears_in_no_outcome() {
        world.secrets.put("channels/webhook", "whsec_%%%not-base64%%%").put("channels/sms", "id=%zz&secret=verysecret");
        for (var type : List.of("webhook", "sms")) {
            var because = world.send(type).because();
            assertFalse(because.contains("not-base64") || because.contains("verysecret"), because);
        }
    }

    private Attempt with(Map<String, Object> settings, String type) {
        return new Attempt(settings, ChannelWorld.addresses(type), "t", "t", null, Map.of("notice", "n", "recipient", "r"));
    }

    private FakeVendor.Request request() {
        return world.vendor.requests().getLast();
    }
}
