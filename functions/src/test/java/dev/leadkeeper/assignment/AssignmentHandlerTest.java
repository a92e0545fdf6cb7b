package dev.leadkeeper.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.fake.FakeContext;
import dev.leadkeeper.fake.FixedSecrets;
import dev.leadkeeper.fake.InMemoryFiles;
import dev.leadkeeper.fake.InMemoryQueue;
import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.fake.RecordingTelemetry;
import dev.leadkeeper.fake.SampleOrganisation;
import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Contact;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.LeadId;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Post;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.Score;
import dev.leadkeeper.lead.Submission;
import dev.leadkeeper.ledger.Customers;
import dev.leadkeeper.ledger.Deliveries;
import dev.leadkeeper.port.Queue.Channel;
import dev.leadkeeper.port.Write;
import dev.leadkeeper.settings.Breaker;
import dev.leadkeeper.telemetry.Metric;
import dev.leadkeeper.wiring.PrimingEvents;
import dev.leadkeeper.wiring.Wiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The function among rivals who are always faster, and between two batches. */
class AssignmentHandlerTest {
    private final VirtualClock clock = new VirtualClock("2026-11-23T02:00:00Z");
    private final InMemoryQueue queue = new InMemoryQueue();
    private final RecordingTelemetry telemetry = new RecordingTelemetry();
    private boolean rivals;
    private final InMemoryStore store = new InMemoryStore() {
        @Override
        public TransactResult transact(List<Write> writes) {
            return rivals ? new TransactResult.Cancelled(writes.stream().<Verdict>map(write -> new Verdict.Conflict()).toList())
                    : super.transact(writes);
        }
    };
    private final String lead = LeadId.of("demo", "1");
    private final AssignmentHandler handler;

    AssignmentHandlerTest() {
        SampleOrganisation.load(store, clock);
        var secrets = new FixedSecrets().put(Customers.SECRET, "for tests");
        var facts = new Facts(new Contact("王小明", "+8613912345678", null), null, null, null, null, null, null, null, null,
                null, null, Map.of());
        var submission = new Submission(lead, "demo", "1", "a".repeat(64), clock.now(), null, facts, List.of(), null, null, false, "trace");
        new Deliveries(store, secrets, clock, new SeededIds(1)).take(submission,
                new Post("demo", clock.now(), "application/json", new byte[] {'{', '}'}, List.of(submission)),
                (known, earlier) -> new Deliveries.Scored(Priority.NORMAL, new Score("2026-01", 60, List.of()), "warm"));
        handler = new AssignmentHandler(Wiring.of(Map.of(), clock, new SeededIds(1), telemetry, store, queue, new InMemoryFiles(), secrets));
        rivals = true;
    }

    @Test
    void a_lead_whose_rivals_are_always_faster_comes_again_after_a_second_and_fails_nothing() throws IOException {
        assertTrue(failures(Map.of("lead", lead, "trace", "trace")).isEmpty());

        var again = queue.sent().getFirst();
        assertEquals(Channel.LEADS_SCORED, again.channel());
        assertEquals(Duration.ofSeconds(1), again.delay());
        assertEquals(0, telemetry.counted(Metric.FAULTS, null));

        rivals = false;
        assertTrue(failures(queue.take(Channel.LEADS_SCORED).getFirst()).isEmpty());
        assertEquals(1, queue.take(Channel.NOTICES).size());
    }

    @Test
    void a_lead_that_never_gets_through_is_a_failure_in_the_end() throws IOException {
        Map<String, Object> message = Map.of("lead", lead, "trace", "trace");
        for (int i = 0; i < 20; i++) {
            assertTrue(failures(message).isEmpty());
            message = queue.take(Channel.LEADS_SCORED).getFirst();
        }
        assertEquals(1, failures(message).size());
        assertTrue(queue.sent().isEmpty());
    }

    @Test
    void a_breaker_that_is_opened_between_two_batches_holds_for_the_second() throws IOException {
        rivals = false;
        assertTrue(failures(Map.of("lead", LeadId.of("demo", "nobody"), "trace", "trace")).isEmpty());
        new Breaker(store, clock).set(true, "look", "boss");
        assertTrue(failures(Map.of("lead", lead, "trace", "trace")).isEmpty());
        assertEquals(LeadState.WAITING, new dev.leadkeeper.ledger.Leads(store).find(lead).orElseThrow().state());
    }

    private List<?> failures(Map<String, Object> message) throws IOException {
        var answer = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(PrimingEvents.message(message).getBytes(StandardCharsets.UTF_8)), answer,
                new FakeContext());
        return (List<?>) Json.readOwn(answer.toString(StandardCharsets.UTF_8)).get("batchItemFailures");
    }
}
