package dev.leadkeeper.notification.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.port.Notifier.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WecomAppTest {
    private static final String OK = "{\"errcode\":0,\"errmsg\":\"ok\"}";
    private final ChannelWorld world = new ChannelWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_token_is_asked_for_once_and_used_until_five_minutes_before_its_end() {
        world.withToken("one").vendor.then(200, OK).then(200, OK);
        world.send("wecom-app");
        world.clock.advance(Duration.ofSeconds(7200 - 301));
        world.send("wecom-app");
        assertEquals(3, world.vendor.requests().size());
        world.clock.advance(Duration.ofSeconds(2));
        world.withToken("two").vendor.then(200, OK);
        world.send("wecom-app");
        assertEquals("two", world.vendor.requests().getLast().parameter("access_token"));
    }

    @Test
    void a_refused_token_is_fetched_anew_within_the_same_attempt() {
        for (var code : List.of(40014, 42001)) {
            world.withToken("old").vendor.then(200, "{\"errcode\":" + code + ",\"errmsg\":\"access_token\"}");
            world.withToken("new").vendor.then(200, OK);
            assertEquals(new Outcome.Sent("errcode 0"), world.send("wecom-app"));
            assertEquals("new", world.vendor.requests().getLast().parameter("access_token"));
            world.clock.advance(Duration.ofHours(3));
        }
    }

    @Test
    void a_token_that_is_refused_twice_is_tried_later_and_not_for_ever() {
        var refused = "{\"errcode\":42001,\"errmsg\":\"access_token expired\"}";
        world.withToken("a").vendor.then(200, refused);
        world.withToken("b").vendor.then(200, refused);
        assertEquals(new Outcome.Retry("errcode 42001"), world.send("wecom-app"));
        assertEquals(4, world.vendor.requests().size());
    }

    @Test
    void a_wrong_secret_is_dead_and_a_busy_token_service_is_not() {
        world.vendor.then(200, "{\"errcode\":40001,\"errmsg\":\"invalid credential\"}").then(200, "{\"errcode\":-1,\"errmsg\":\"busy\"}")
                .then(200, "{\"errcode\":0,\"errmsg\":\"ok\"}");
        assertEquals(new Outcome.Dead("errcode 40001"), world.send("wecom-app"));
        assertEquals(new Outcome.Retry("errcode -1"), world.send("wecom-app"));
        assertEquals(new Outcome.Failed("answer without an access token"), world.send("wecom-app"));
    }

    @Test
    void those_not_reached_are_named_as_they_were_addressed_although_the_answer_is_in_lower_case() {
        world.withToken("t").vendor.then(200, "{\"errcode\":0,\"invaliduser\":\"zhangsan|li&si\",\"unlicenseduser\":\"wang\"}");
        var partial = assertInstanceOf(Outcome.Partial.class, world.channels.attempt(
                world.attempt("wecom-app", List.of("ZhangSan", "Li&Si", "WANG", "Zhao"), "t", "t")));
        assertEquals(List.of("ZhangSan", "Li&Si", "WANG"), partial.missed());
        assertEquals("ZhangSan|Li&Si|WANG|Zhao", world.vendor.requests().getLast().json().get("touser"));
    }

    @Test
    void code_0_is_no_delivery_when_everybody_addressed_is_invalid_or_unlicensed() {
        world.withToken("t").vendor.then(200, "{\"errcode\":0,\"errmsg\":\"ok\",\"invaliduser\":\"rep01\"}")
                .then(200, "{\"errcode\":0,\"errmsg\":\"ok\",\"invaliduser\":\"\",\"unlicenseduser\":\"rep01\"}");
        assertInstanceOf(Outcome.Dead.class, world.send("wecom-app"));
        assertInstanceOf(Outcome.Dead.class, world.send("wecom-app"));
    }

    @Test
    void code_0_is_no_delivery_when_somebody_unknown_was_not_reached() {
        world.withToken("t");
        for (var field : List.of("invaliduser", "invalidparty", "invalidtag", "unlicenseduser")) {
            world.vendor.then(200, "{\"errcode\":0,\"errmsg\":\"ok\",\"" + field + "\":\"somebody\"}");
            assertInstanceOf(Outcome.Failed.class, world.send("wecom-app"), field);
        }
    }

    @Test
    void a_user_id_with_a_separator_or_everybody_is_refused_and_nobody_is_asked() {
        for (var id : List.of("zhang|li", "@all", "@ALL", "", " ")) {
            assertEquals(new Outcome.Dead("not a user id"), world.channels.attempt(world.attempt("wecom-app", List.of(id), "t", "t")));
        }
        assertEquals(new Outcome.Dead("not a user id"), world.channels.attempt(world.attempt("wecom-app", List.of(), "t", "t")));
        assertTrue(world.vendor.requests().isEmpty());
    }
}
