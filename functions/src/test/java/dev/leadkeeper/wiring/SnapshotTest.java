package dev.leadkeeper.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import dev.leadkeeper.fake.FixedSecrets;
import dev.leadkeeper.fake.InMemoryFiles;
import dev.leadkeeper.fake.InMemoryQueue;
import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.fake.RecordingTelemetry;
import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.telemetry.Metric;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private final InMemoryQueue queue = new InMemoryQueue();
    private final RecordingTelemetry telemetry = new RecordingTelemetry();
    private final Wiring live = Wiring.of(Map.of("STAFF_CLAIM", "sub"), new VirtualClock("2026-01-01T00:00:00Z"), new SeededIds(1),
            telemetry, new InMemoryStore(), queue, new InMemoryFiles(), new FixedSecrets().put("a", "secret"));
    private final List<Wiring> primed = new ArrayList<>();

    @Test
    void priming_runs_the_handler_on_ports_that_hold_and_keep_nothing() throws IOException {
        new Snapshot(live, wiring -> {
            primed.add(wiring);
            return new BatchHandler(wiring.telemetry()) {
                @Override
                protected void handle(Message message) {
                    assertEquals(Map.of("lead", "x"), message.body());
                    wiring.queue().send(Queue.Channel.DRAINS, message.body());
                    wiring.telemetry().count(Metric.FAULTS);
                    assertEquals(List.of(), wiring.secrets().live("a"));
                    assertEquals(Optional.empty(), wiring.store().get(Key.of(Table.LEADS, "x")));
                    assertEquals("sub", wiring.setting("STAFF_CLAIM"));
                }
            };
        }, PrimingEvents.message(Map.of("lead", "x"))).prime();
        assertEquals(1, primed.size());
        assertNotSame(live, primed.getFirst());
        assertEquals(List.of(), queue.sent());
        assertEquals(List.of(), telemetry.figures());
    }

    @Test
    void a_handler_waits_for_a_snapshot_only_where_one_is_made() {
        int before = Snapshot.registered();
        Snapshot.prepare(live, wiring -> null, PrimingEvents.tick());
        assertEquals(before, Snapshot.registered());
        var snapStart = Wiring.of(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"), live.clock(), live.ids(), telemetry, live.store(), queue,
                live.files(), live.secrets());
        Snapshot.prepare(snapStart, wiring -> null, PrimingEvents.tick());
        assertEquals(before + 1, Snapshot.registered());
    }

    @Test
    void priming_that_fails_for_want_of_a_rulebook_does_not_keep_a_version_from_being_published() throws IOException {
        new Snapshot(live, wiring -> {
            primed.add(wiring);
            return new BatchHandler(wiring.telemetry()) {
                @Override
                protected void begin() {
                    throw new IllegalStateException("there is no live rulebook");
                }

                @Override
                protected void handle(Message message) { }
            };
        }, PrimingEvents.message(Map.of("lead", "x"))).prime();
        assertEquals(1, primed.size());
    }

    @Test
    void priming_on_aws_makes_the_clients_and_asks_nobody() throws IOException {
        var environment = new HashMap<>(Map.of("AWS_REGION", "us-east-1", "AWS_ENDPOINT_URL", "http://127.0.0.1:9",
                "AWS_ACCESS_KEY_ID", "x", "AWS_SECRET_ACCESS_KEY", "x", "SECRETS_PATH", "/leadkeeper/x"));
        for (var table : Table.values()) {
            environment.put(table + "_TABLE", table.name());
        }
        var aws = Wiring.onAws(environment);
        new Snapshot(aws, wiring -> new ScheduleHandler(wiring.telemetry()) {
            @Override
            protected void tick() {
                assertEquals(Optional.empty(), wiring.store().get(Key.of(Table.LEADS, "x")));
                assertEquals(List.of(), wiring.secrets().live("forms/x"));
            }
        }, PrimingEvents.tick()).prime();
        aws.forget();
    }

    @Test
    void priming_a_request_reaches_its_handler() throws IOException {
        var seen = new ArrayList<HttpRequest>();
        new Snapshot(live, wiring -> new HttpHandler(wiring.telemetry()) {
            @Override
            protected HttpResponse handle(HttpRequest request) {
                seen.add(request);
                return HttpResponse.problem(404, "unknown-form", "x");
            }
        }, PrimingEvents.request("POST /forms/{form}", Map.of("form", "demo"), "{}")).prime();
        assertEquals("demo", seen.getFirst().pathParameter("form"));
        assertEquals("POST", seen.getFirst().method());
    }

    @Test
    void priming_a_tick_reaches_its_handler() throws IOException {
        var ticks = new ArrayList<Boolean>();
        new Snapshot(live, wiring -> new ScheduleHandler(wiring.telemetry()) {
            @Override
            protected void tick() {
                ticks.add(true);
            }
        }, PrimingEvents.tick()).prime();
        assertEquals(1, ticks.size());
    }
}
