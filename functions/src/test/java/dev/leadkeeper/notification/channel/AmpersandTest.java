package dev.leadkeeper.notification.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.port.Notifier.Attempt;
import dev.leadkeeper.port.Notifier.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** S1's incident: a user id with an {@code &} went into a callback's URL as it was and cut the rest off. */
class AmpersandTest {
    private static final String ID = "li&si=x?y#z/王+ %";
    private final ChannelWorld world = new ChannelWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_user_id_with_an_ampersand_arrives_whole_in_a_callback_url() {
        var settings = new HashMap<>(world.settings("webhook"));
        settings.put("baseUrl", world.vendor.url() + "/callback/{recipient}?user={address}&lead={lead}&event=notified");
        var attempt = new Attempt(settings, List.of(ID), "t", "t", null, Map.of("notice", "n", "recipient", ID, "lead", "abc"));
        assertInstanceOf(Outcome.Sent.class, world.channels.attempt(attempt));
        var request = world.vendor.requests().getLast();
        assertEquals(ID, request.parameter("user"));
        assertEquals("abc", request.parameter("lead"));
        assertEquals("notified", request.parameter("event"));
        assertEquals("/callback/" + Urls.encode(ID), request.path());
    }

    @Test
    void a_user_id_with_an_ampersand_arrives_whole_in_every_channel_that_carries_ids() {
        for (var type : List.of("wecom-robot", "wecom-app", "dingtalk-robot", "webhook", "outbox")) {
            if (type.equals("wecom-app")) {
                world.withToken("t");
            }
            world.vendor.then(200, "{\"errcode\":0}");
            assertInstanceOf(Outcome.Sent.class, world.channels.attempt(world.attempt(type, List.of(ID), "t", "t")), type);
            var body = new String(world.vendor.requests().getLast().body(), StandardCharsets.UTF_8);
            assertTrue(body.contains(ID), type + " " + body);
        }
    }

    @Test
    void a_user_id_that_could_break_a_tag_is_not_mentioned_but_the_group_still_learns() {
        world.vendor.then(200, "{\"code\":0}").then(200, "ok");
        var hostile = "\"></at><at user_id=\"all";
        assertInstanceOf(Outcome.Sent.class, world.channels.attempt(world.attempt("feishu-robot", List.of(hostile), "t", "t")));
        assertInstanceOf(Outcome.Sent.class, world.channels.attempt(world.attempt("slack", List.of("!channel"), "t", "t")));
        world.vendor.requests().forEach(request -> {
            var body = new String(request.body(), StandardCharsets.UTF_8);
            assertTrue(!body.contains("user_id") && !body.contains("!channel"), body);
        });
    }
}
