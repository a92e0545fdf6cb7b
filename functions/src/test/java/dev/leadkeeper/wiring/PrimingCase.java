package dev.leadkeeper.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.leadkeeper.fake.FakeContext;
import dev.leadkeeper.fake.FixedSecrets;
import dev.leadkeeper.fake.InMemoryFiles;
import dev.leadkeeper.fake.InMemoryQueue;
import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.fake.RecordingTelemetry;
import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.fake.VirtualClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What holds of every handler of messages that is primed with a canned event. */
public abstract class PrimingCase {
    private final String event;
    private final Function<Wiring, RequestStreamHandler> handler;
    private final InMemoryQueue queue = new InMemoryQueue();
    private final RecordingTelemetry telemetry = new RecordingTelemetry();
    private final Wiring live = Wiring.of(Map.of(), new VirtualClock("2026-01-01T00:00:00Z"), new SeededIds(1), telemetry,
            new InMemoryStore(), queue, new InMemoryFiles(), new FixedSecrets());

    /** @param event name of the canned one */
    protected PrimingCase(String event, Function<Wiring, RequestStreamHandler> handler) {
        this.event = event;
        this.handler = handler;
    }

    @Test
    void priming_goes_all_the_way() throws IOException {
        assertEquals("{\"batchItemFailures\":[]}", answer(live.inert()));
    }

    @Test
    void priming_leaves_nothing_behind_that_a_live_invocation_could_find() throws IOException {
        answer(live.inert());
        assertEquals(List.of(), queue.sent());
        assertEquals(List.of(), telemetry.figures());
        assertThrows(RuntimeException.class, () -> answer(live)); // there is no rulebook
    }

    private String answer(Wiring wiring) throws IOException {
        var out = new ByteArrayOutputStream();
        handler.apply(wiring).handleRequest(new ByteArrayInputStream(PrimingEvents.canned(event).getBytes(StandardCharsets.UTF_8)), out, new FakeContext());
        return out.toString(StandardCharsets.UTF_8);
    }
}
