package dev.leadkeeper.notification.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.port.Notifier.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Channels are asked whether they would work, and nobody gets a message. */
class ProbeTest {
    private final ChannelWorld world = new ChannelWorld();

    @AfterEach
    void close() {
        world.close();
    }

    private Outcome probe(String type, int status, String body) {
        world.vendor.then(status, body);
        return world.channels.probe(world.settings(type));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "wecom-robot|200|{\"errcode\":40008,\"errmsg\":\"invalid message type\"}",
        "wecom-app|200|{\"errcode\":0,\"errmsg\":\"ok\",\"access_token\":\"t\",\"expires_in\":7200}",
        "dingtalk-robot|200|{\"errcode\":400105,\"errmsg\":\"unsupported msgtype\"}",
        "dingtalk-robot|200|{\"errcode\":40035,\"errmsg\":\"缺少参数 json\"}",
        "dingtalk-robot|200|{\"errcode\":310000,\"errmsg\":\"keywords not in content\"}",
        "feishu-robot|200|{\"code\":19002,\"msg\":\"params error, msg_type need\"}",
        "feishu-robot|400|{\"code\":9499,\"msg\":\"Bad Request\"}",
        "slack|400|no_text",
        "sms|200|{\"Code\":\"OK\",\"TemplateStatus\":1}",
        "sms|200|{\"Code\":\"isp.RAM_PERMISSION_DENY\"}"})
    void a_credential_that_is_taken_is_known_by_the_fault_that_is_found_with_the_question(String type, int status, String body) {
        assertInstanceOf(Outcome.Sent.class, probe(type, status, body));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "wecom-robot|200|{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}",
        "wecom-app|200|{\"errcode\":40001,\"errmsg\":\"invalid credential\"}",
        "dingtalk-robot|200|{\"errcode\":300005,\"errmsg\":\"token is not exist\"}",
        "dingtalk-robot|200|{\"errcode\":310000,\"errmsg\":\"sign not match\"}",
        "feishu-robot|200|{\"code\":19001,\"msg\":\"param invalid: incoming webhook access token invalid\"}",
        "feishu-robot|200|{\"code\":19021,\"msg\":\"sign match fail\"}",
        "slack|404|no_team",
        "slack|403|invalid_token",
        "sms|400|{\"Code\":\"InvalidAccessKeyId.NotFound\"}",
        "sms|200|{\"Code\":\"isv.SMS_TEMPLATE_ILLEGAL\"}"})
    void one_that_is_not_taken_is_known_as_well(String type, int status, String body) {
        assertInstanceOf(Outcome.Dead.class, probe(type, status, body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wecom-robot", "wecom-app", "dingtalk-robot", "feishu-robot", "sms"})
    void a_page_of_a_proxy_is_no_proof(String type) {
        assertInstanceOf(Outcome.Failed.class, probe(type, 200, "<html>login</html>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wecom-robot", "dingtalk-robot", "feishu-robot", "slack"})
    void what_is_asked_holds_no_text_that_anybody_could_read(String type) {
        probe(type, 200, "{}");
        var body = new String(world.vendor.requests().getFirst().body(), java.nio.charset.StandardCharsets.UTF_8);
        assertFalse(body.contains("\"text\"") || body.contains("content"), body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"teams", "outbox", "webhook"})
    void whoever_would_take_anything_for_a_message_is_asked_nothing(String type) {
        assertInstanceOf(Outcome.Sent.class, world.channels.probe(world.settings(type)));
        assertTrue(world.vendor.requests().isEmpty());
    }

    @Test
    void mail_asks_the_service_for_the_sender_and_sends_nothing() {
        assertInstanceOf(Outcome.Sent.class, world.channels.probe(world.settings("email")));
        assertTrue(world.letters.isEmpty());
    }

    @Test
    void what_is_not_configured_is_dead_without_being_asked() {
        var settings = new HashMap<>(world.settings("webhook"));
        settings.put("secret", "channels/none");
        assertInstanceOf(Outcome.Dead.class, world.channels.probe(settings));
        assertInstanceOf(Outcome.Dead.class, world.channels.probe(Map.of("type", "pigeon")));
        var agent = new HashMap<>(world.settings("wecom-app"));
        agent.put("agentId", "mine");
        assertInstanceOf(Outcome.Dead.class, world.channels.probe(agent));
    }

    @Test
    void addresses_are_looked_at_in_each_channels_own_terms() {
        for (var pair : List.of(List.of("email", "a@b.cn", "a@b@c"), List.of("sms", "+8613800138000", "13800138000"), List.of("wecom-app", "rep01", "a|b"),
                List.of("slack", "U01", "me"), List.of("feishu-robot", "ou_1", "a b"))) {
            assertTrue(world.channels.couldReach(Map.of("type", pair.getFirst()), pair.get(1)), pair.toString());
            assertFalse(world.channels.couldReach(Map.of("type", pair.getFirst()), pair.getLast()), pair.toString());
        }
        assertEquals(true, world.channels.couldReach(Map.of("type", "wecom-robot"), ""));
    }
}
