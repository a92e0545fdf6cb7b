package dev.leadkeeper.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.fake.FakeContext;
import dev.leadkeeper.fake.FixedSecrets;
import dev.leadkeeper.fake.InMemoryFiles;
import dev.leadkeeper.fake.RecordingTelemetry;
import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.notification.channel.FakeVendor;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.telemetry.Metric;
import dev.leadkeeper.wiring.PrimingEvents;
import dev.leadkeeper.wiring.Wiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The function from its event to the vendor's server and back to the timeline. */
class NotificationHandlerTest {
    private final NotificationWorld world = new NotificationWorld();
    private final FakeVendor vendor = new FakeVendor();
    private final RecordingTelemetry telemetry = new RecordingTelemetry();
    private final NotificationHandler handler = new NotificationHandler(Wiring.of(Map.of("PUBLIC_URL", "https://crm.example.com"),
            world.clock, new SeededIds(1), telemetry, world.store, world.queue, new InMemoryFiles(),
            new FixedSecrets().put("channels/group", "key-of-the-group")));

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void a_message_becomes_a_notice_a_receipt_and_the_figures() throws IOException {
        world.rep("outbox").channels(Map.of("outbox", Map.of("type", "outbox", "baseUrl", vendor.url() + "/local/outbox")));
        vendor.then(200, "{\"ok\":true}");
        var message = world.message();
        world.clock.advance(Duration.ofMillis(700));
        invoke(message);
        var notice = vendor.requests().getFirst();
        assertEquals("/local/outbox", notice.path());
        assertEquals(world.lead, notice.json().get("lead"));
        assertEquals("https://crm.example.com/leads/" + world.lead, notice.json().get("link"));
        assertEquals("sent", world.events("notified").getFirst().data().get("outcome"));
        assertEquals(1, telemetry.counted(Metric.NOTICES, "sent"));
        assertEquals(List.of(new RecordingTelemetry.Figure(Metric.POST_TO_NOTICE, null, 700)),
                telemetry.figures().stream().filter(each -> each.metric() == Metric.POST_TO_NOTICE).toList());
    }

    @Test
    void the_sample_event_is_one_that_the_function_understands() throws IOException {
        world.hire("xu-min", Staff.Role.REP, Staff.Status.ACTIVE, "outbox")
                .channels(Map.of("outbox", Map.of("type", "outbox", "baseUrl", vendor.url())));
        var out = new ByteArrayOutputStream();
        handler.handleRequest(Files.newInputStream(Path.of("../events/notification-new-lead.json")), out, new FakeContext());
        assertEquals("{\"batchItemFailures\":[]}", out.toString(StandardCharsets.UTF_8));
        assertEquals("xu-min", vendor.requests().getFirst().json().get("recipient"));
    }

    @Test
    void an_error_inside_a_200_goes_on_to_the_next_channel_and_no_credential_is_told_to_anybody() throws IOException {
        world.rep("group", "outbox").channels(Map.of(
                "group", Map.of("type", "wecom-robot", "baseUrl", vendor.url(), "secret", "channels/group"),
                "outbox", Map.of("type", "outbox", "baseUrl", vendor.url())));
        vendor.then(200, "{\"errcode\":93000,\"errmsg\":\"invalid webhook url key-of-the-group\"}").then(200, "");
        invoke(world.message());
        invoke(NoticeMessage.fromDoc(Doc.of(world.queue.take(Queue.Channel.NOTICES).getFirst())));
        assertEquals(2, vendor.requests().size());
        assertEquals("errcode 93000", world.events("notice-attempted").getFirst().data().get("because"));
        var told = telemetry.lines().toString() + world.timelines.of(world.lead);
        assertFalse(told.contains("key-of-the-group") || told.contains("127.0.0.1") || told.contains("rep@"), told);
    }

    @Test
    void a_notice_that_reaches_nobody_is_counted_for_the_alarm() throws IOException {
        world.hire("rep", Staff.Role.REP, Staff.Status.ACTIVE);
        invoke(world.message());
        assertEquals(1, telemetry.counted(Metric.UNDELIVERED, null));
        assertEquals(List.of("undelivered"), telemetry.events());
    }

    @Test
    void what_would_wait_behind_a_slow_channel_goes_back_into_the_queue_at_once() throws IOException {
        world.rep("outbox").channels(Map.of("outbox", Map.of("type", "outbox", "baseUrl", vendor.url())));
        vendor.then(200, "");
        var records = new ArrayList<>();
        for (var id : List.of("m0", "m1")) {
            ((List<?>) Json.readOwn(PrimingEvents.message(world.message().toDoc())).get("Records")).forEach(each -> {
                var record = new HashMap<String, Object>();
                ((Map<?, ?>) each).forEach((name, value) -> record.put((String) name, value));
                record.put("messageId", id);
                records.add(record);
            });
        }
        var time = new int[] {9_000};
        var out = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(Json.writeBytes(Map.of("Records", records))), out, new FakeContext(() -> time[0] -= 3_000));
        assertEquals("{\"batchItemFailures\":[]}", out.toString(StandardCharsets.UTF_8));
        assertEquals(1, vendor.requests().size());
        assertEquals(List.of(world.message().toDoc()), world.queue.take(Queue.Channel.NOTICES));
    }

    @Test
    void priming_sends_nothing() throws IOException {
        var silent = new RecordingTelemetry();
        var inert = Wiring.of(Map.of(), world.clock, new SeededIds(1), silent, world.store, world.queue, new InMemoryFiles(),
                new FixedSecrets()).inert();
        new NotificationHandler(inert).handleRequest(event(world.message()), new ByteArrayOutputStream(), new FakeContext());
        assertTrue(world.queue.sent().isEmpty() && vendor.requests().isEmpty() && silent.lines().isEmpty());
    }

    private void invoke(NoticeMessage message) throws IOException {
        var out = new ByteArrayOutputStream();
        handler.handleRequest(event(message), out, new FakeContext());
        assertEquals(List.of(), Json.readOwn(out.toString(StandardCharsets.UTF_8)).get("batchItemFailures"));
    }

    private static ByteArrayInputStream event(NoticeMessage message) {
        return new ByteArrayInputStream(PrimingEvents.message(message.toDoc()).getBytes(StandardCharsets.UTF_8));
    }
}
