package dev.leadkeeper.notification.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.port.Notifier.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the product makes of what the channels really answer. */
class ChannelAnswersTest {
    private static final Path COLLECTED = Path.of("../../shared/channel-responses.json");
    private static final Map<String, String> TYPES = Map.of("wecom_robot", "wecom-robot", "wecom_app", "wecom-app",
            "dingtalk_robot", "dingtalk-robot", "feishu_bot", "feishu-robot", "teams_o365_connector", "teams",
            "aliyun_sms", "sms", "slack_incoming", "slack");

    private record Row(String type, long status, Object body, String outcome) {
        /** As it goes over the wire: documents as JSON, words as they are. */
        String text() {
            return body instanceof String word ? word : Json.write(body);
        }
    }

    @TestFactory
    Stream<DynamicTest> every_answer_that_was_collected_has_its_outcome() throws IOException {
        return rows().stream().map(row -> DynamicTest.dynamicTest(row.type() + " " + row.text() + " is " + row.outcome(),
                () -> assertEquals(row.outcome(), outcome(row))));
    }

    @Test
    void every_row_of_the_shared_collection_is_among_ours_and_agrees() throws IOException {
        assumeTrue(Files.exists(COLLECTED), "only where the collection lies beside the repository");
        var ours = rows();
        var collection = Json.readOwn(Files.readString(COLLECTED));
        collection.forEach((channel, theirs) -> {
            if (!channel.equals("note")) {
                for (var each : (List<?>) theirs) {
                    agrees(TYPES.get(channel), (Map<?, ?>) each, ours);
                }
            }
        });
    }

    /** {@code delivered} and {@code retry} of a collected row leave room: what is not to be retried may be dead or failed. */
    private static void agrees(String type, Map<?, ?> theirs, List<Row> ours) {
        var status = theirs.get("status") instanceof Long said ? said : 200;
        var outcome = ours.stream()
                .filter(row -> row.type().equals(type) && row.status() == status && row.body().equals(theirs.get("body")))
                .map(Row::outcome).findFirst().orElseThrow(() -> new AssertionError(type + " lacks " + theirs));
        var delivered = theirs.get("delivered");
        if (delivered != null && !delivered.equals(false)) {
            assertEquals(delivered.equals("partial") ? "partial" : "sent", outcome, theirs.toString());
        } else {
            assertEquals(Boolean.TRUE.equals(theirs.get("retry")), outcome.equals("retry"), theirs.toString());
            assertFalse(outcome.equals("sent") || outcome.equals("partial"), theirs.toString());
        }
    }

    @TestFactory
    Stream<DynamicTest> nothing_that_is_not_understood_is_ever_sent() {
        var strange = new ArrayList<>(List.of("<html><body>Sign in</body></html>", "null", "[]", "42", "\"sent\"", "{\"errcode\":",
                "{\"errcode\":\"0\",\"code\":\"0\",\"Code\":0}", "{\"errcode\":0.5,\"code\":0.5,\"Code\":0.5}",
                "{\"errcode\":98765,\"code\":98765,\"Code\":\"98765\",\"StatusCode\":0}",
                "{\"errcode\":true,\"code\":true,\"Code\":true}", "{\"errcode\":0,\"errcode\":93000,\"code\":0,\"code\":1,\"Code\":\"OK\",\"Code\":\"X\"}",
                "{\"errcode\":0,\"code\":0,\"Code\":\"OK\",\"padding\":\"" + "x".repeat(Http.LARGEST) + "\"}",
                "ok but not quite", "\u0000"));
        return ChannelWorld.OVER_HTTP.stream().flatMap(type -> strange.stream().map(body -> DynamicTest.dynamicTest(
                type + " " + body.substring(0, Math.min(60, body.length())), () -> {
                    var lenient = Stream.of("webhook", "outbox").anyMatch(type::equals) && body.startsWith("{\"errcode\":\"0\"");
                    if (!lenient) {
                        assertFalse(outcome(new Row(type, 200, body, "")).equals("sent"));
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> an_empty_answer_with_200_is_a_failure_for_channels_that_confirm_in_the_body() {
        return Stream.of("wecom-robot", "wecom-app", "dingtalk-robot", "feishu-robot", "slack", "teams", "sms").map(type ->
                DynamicTest.dynamicTest(type, () -> assertEquals("failed", outcome(new Row(type, 200, "", "")))));
    }

    @TestFactory
    Stream<DynamicTest> statuses_that_mean_later_are_retried_and_those_that_mean_never_are_dead() {
        return ChannelWorld.OVER_HTTP.stream().flatMap(type -> Stream.of(
                Map.entry(429L, "retry"), Map.entry(503L, "retry"), Map.entry(500L, "retry"), Map.entry(408L, "retry"),
                Map.entry(401L, "dead"), Map.entry(403L, "dead"), Map.entry(404L, "dead"), Map.entry(410L, "dead"),
                Map.entry(400L, "failed"), Map.entry(302L, "failed"))
                .map(each -> DynamicTest.dynamicTest(type + " " + each.getKey(),
                        () -> assertEquals(each.getValue(), outcome(new Row(type, each.getKey(), "<html></html>", ""))))));
    }

    @TestFactory
    Stream<DynamicTest> a_success_in_the_body_under_an_error_status_is_not_a_delivery() {
        return ChannelWorld.OVER_HTTP.stream().map(type -> DynamicTest.dynamicTest(type, () ->
                assertEquals("retry", outcome(new Row(type, 502, Map.of("errcode", 0L, "code", 0L, "Code", "OK"), "")))));
    }

    @Test
    void every_channel_can_end_in_each_outcome_that_it_knows() throws IOException {
        var seen = new HashSet<String>();
        for (var row : rows()) {
            seen.add(row.type() + " " + row.outcome());
        }
        for (var type : List.of("wecom-robot", "dingtalk-robot", "feishu-robot")) {
            assertTrue(seen.containsAll(List.of(type + " sent", type + " retry", type + " dead")), type);
        }
        assertTrue(seen.contains("wecom-app partial"));
    }

    private static String outcome(Row row) {
        try (var world = new ChannelWorld()) {
            if (row.type().equals("wecom-app")) {
                world.withToken("t");
            }
            world.vendor.always((int) row.status(), row.text());
            var attempt = row.type().equals("wecom-app")
                    ? world.attempt("wecom-app", List.of("UserId1", "userid2", "userid3", "userid4", "fine"), "t", "t")
                    : world.attempt(row.type());
            return switch (world.channels.attempt(attempt)) {
                case Outcome.Sent _ -> "sent";
                case Outcome.Partial _ -> "partial";
                case Outcome.Retry _ -> "retry";
                case Outcome.Dead _ -> "dead";
                case Outcome.Failed _ -> "failed";
            };
        }
    }

    private static List<Row> rows() throws IOException {
        try (var in = ChannelAnswersTest.class.getResourceAsStream("/channel-answers.json")) {
            var doc = Doc.of(Json.readOwn(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            return doc.list("answers", value -> {
                var row = Doc.ofValue(value);
                var body = ((Map<?, ?>) value).get("body");
                return new Row(row.required("type"), row.number("status", 200), body, row.required("outcome"));
            });
        }
    }
}
