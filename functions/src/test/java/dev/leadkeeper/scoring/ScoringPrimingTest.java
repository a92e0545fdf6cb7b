package dev.leadkeeper.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.leadkeeper.fake.FakeContext;
import dev.leadkeeper.fake.FixedSecrets;
import dev.leadkeeper.fake.InMemoryFiles;
import dev.leadkeeper.fake.InMemoryQueue;
import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.fake.RecordingTelemetry;
import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.wiring.PrimingEvents;
import dev.leadkeeper.wiring.Wiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoringPrimingTest {
    private final InMemoryQueue queue = new InMemoryQueue();
    private final RecordingTelemetry telemetry = new RecordingTelemetry();
    private final Wiring live = Wiring.of(Map.of(), new VirtualClock("2026-01-01T00:00:00Z"), new SeededIds(1), telemetry,
            new InMemoryStore(), queue, new InMemoryFiles(), new FixedSecrets());

    @Test
    void priming_takes_a_post_all_its_way_to_a_scored_lead() throws IOException {
        assertEquals("{\"batchItemFailures\":[]}", answer(live.inert()));
    }

    @Test
    void priming_leaves_nothing_behind_that_a_live_invocation_could_find() throws IOException {
        answer(live.inert());
        assertEquals(List.of(), queue.sent());
        assertEquals(List.of(), telemetry.figures());
        assertThrows(RuntimeException.class, () -> answer(live)); // there is no rulebook
    }

    private static String answer(Wiring wiring) throws IOException {
        var out = new ByteArrayOutputStream();
        new ScoringHandler(wiring).handleRequest(new ByteArrayInputStream(PrimingEvents.canned("scoring").getBytes(StandardCharsets.UTF_8)), out,
                new FakeContext());
        return out.toString(StandardCharsets.UTF_8);
    }
}
