package dev.leadkeeper.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.leadkeeper.fake.FakeContext;
import dev.leadkeeper.fake.RecordingTelemetry;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.telemetry.Metric;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BatchHandlerTest {
    private final RecordingTelemetry telemetry = new RecordingTelemetry();
    private final List<BatchHandler.Message> handled = new ArrayList<>();

    @Test
    void a_batch_without_faults_has_no_failures() throws IOException {
        assertEquals(List.of(), failures(new FakeContext(), "{\"lead\":\"a\"}", "{\"lead\":\"b\"}"));
        assertEquals(new BatchHandler.Message("m0", Map.of("lead", "a"), "stack-Queue-1", 2, Instant.ofEpochMilli(1_000)),
                handled.getFirst());
        assertEquals(2, handled.size());
    }

    @Test
    void a_message_that_faults_comes_back_and_the_others_are_done() throws IOException {
        assertEquals(List.of("m1"), failures(new FakeContext(), "{\"lead\":\"a\"}", "{\"lead\":\"faulty\"}", "{\"lead\":\"c\"}"));
        assertEquals(3, handled.size());
        assertEquals(List.of("message-failed"), telemetry.events());
        assertEquals(1, telemetry.counted(Metric.FAULTS, null));
    }

    @Test
    void a_message_that_cannot_be_read_comes_back_and_ends_in_the_dead_letter_queue() throws IOException {
        assertEquals(List.of("m0", "m2"), failures(new FakeContext(), "not json", "{\"lead\":\"b\"}", "[]"));
        assertEquals(1, handled.size());
    }

    @Test
    void messages_for_which_no_time_is_left_come_back() throws IOException {
        var time = new int[] {1_500};
        assertEquals(List.of("m1", "m2"), failures(new FakeContext(() -> time[0] -= 400),
                "{\"lead\":\"a\"}", "{\"lead\":\"b\"}", "{\"lead\":\"c\"}"));
        assertEquals(1, handled.size());
    }

    @Test
    void what_may_be_put_off_is_sent_again_instead_but_never_the_first() throws IOException {
        var time = new int[] {4_000};
        var sent = new ArrayList<String>();
        var handler = new Handler(handled::add) {
            @Override
            protected int leastMillis() {
                return 3_800;
            }

            @Override
            protected boolean putOff(Message message) {
                if (message.body().containsValue("faulty")) {
                    throw new Store.Fault("for a test", null);
                }
                return sent.add(message.id());
            }
        };
        var answer = invoke(handler, new FakeContext(() -> time[0] -= 500), "{\"lead\":\"a\"}", "{\"lead\":\"b\"}", "{\"lead\":\"faulty\"}", "[]");
        assertEquals(List.of("m0"), handled.stream().map(BatchHandler.Message::id).toList());
        assertEquals(List.of("m1"), sent);
        assertEquals(List.of(Map.of("itemIdentifier", "m2"), Map.of("itemIdentifier", "m3")), answer.get("batchItemFailures"));
    }

    @Test
    void a_fault_before_the_first_message_fails_the_whole_batch() {
        var handler = new Handler(message -> { }) {
            @Override
            protected void begin() {
                throw new Store.Fault("13800138000", null);
            }
        };
        var thrown = assertThrows(RuntimeException.class, () -> invoke(handler, new FakeContext(), "{}"));
        assertEquals("dev.leadkeeper.port.Store$Fault", thrown.getMessage());
        assertFalse(thrown.toString().contains("138"));
        assertEquals(List.of("invocation-failed"), telemetry.events());
    }

    private List<Object> failures(FakeContext context, String... bodies) throws IOException {
        var handler = new Handler(message -> {
            handled.add(message);
            if (message.body().containsValue("faulty")) {
                throw new Store.Fault("for a test", null);
            }
        });
        var failures = new ArrayList<>();
        for (var each : (List<?>) invoke(handler, context, bodies).get("batchItemFailures")) {
            failures.add(((Map<?, ?>) each).get("itemIdentifier"));
        }
        return failures;
    }

    private static Map<String, Object> invoke(BatchHandler handler, FakeContext context, String... bodies) throws IOException {
        var records = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < bodies.length; i++) {
            var record = new LinkedHashMap<String, Object>();
            record.put("messageId", "m" + i);
            record.put("body", bodies[i]);
            record.put("attributes", Map.of("ApproximateReceiveCount", "2", "SentTimestamp", "1000"));
            record.put("eventSourceARN", "arn:aws:sqs:us-east-1:000000000000:stack-Queue-1");
            records.add(record);
        }
        var out = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(Json.writeBytes(Map.of("Records", records))), out, context);
        return Json.readOwn(out.toString(StandardCharsets.UTF_8));
    }

    private class Handler extends BatchHandler {
        private final Consumer<Message> work;

        Handler(Consumer<Message> work) {
            super(telemetry);
            this.work = work;
        }

        @Override
        protected void handle(Message message) {
            work.accept(message);
        }
    }
}
