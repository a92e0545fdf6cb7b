package dev.leadkeeper.anchor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.fake.FakeContext;
import dev.leadkeeper.fake.InMemoryQueue;
import dev.leadkeeper.fake.RecordingTelemetry;
import dev.leadkeeper.ledger.Anchors;
import dev.leadkeeper.people.Office;
import dev.leadkeeper.telemetry.Metric;
import dev.leadkeeper.wiring.Wiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnchorHandlerTest {
    private final Office office = new Office();
    private final RecordingTelemetry telemetry = new RecordingTelemetry();
    private final AnchorHandler handler = new AnchorHandler(Wiring.of(Map.of(), office.clock, office.ids, telemetry,
            office.store, new InMemoryQueue(), office.files, office.secrets));

    private void tick() throws Exception {
        handler.handleRequest(new ByteArrayInputStream(Files.readAllBytes(Path.of("../events/anchor-hour.json"))),
                new ByteArrayOutputStream(), new FakeContext());
    }

    @Test
    void each_hour_has_one_anchor_however_often_it_ticks() throws Exception {
        office.assigned("one", "rep");
        tick();
        tick();
        office.clock.advance(Duration.ofHours(1));
        tick();
        assertEquals(2, new Anchors(office.files).latest().orElseThrow().number());
        assertEquals(2, telemetry.counted(Metric.ANCHORED, null));
        assertTrue(telemetry.events().contains("anchored-already"));
    }
}
