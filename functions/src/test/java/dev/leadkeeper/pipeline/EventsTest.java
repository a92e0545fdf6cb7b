package dev.leadkeeper.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.fake.FakeContext;
import dev.leadkeeper.fake.FixedSecrets;
import dev.leadkeeper.fake.InMemoryFiles;
import dev.leadkeeper.fake.InMemoryQuarantine;
import dev.leadkeeper.fake.InMemoryQueue;
import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.fake.InMemoryVault;
import dev.leadkeeper.fake.RecordingTelemetry;
import dev.leadkeeper.fake.SampleOrganisation;
import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.ledger.Activities;
import dev.leadkeeper.ledger.Customers;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.port.Queue.Channel;
import dev.leadkeeper.settings.Breaker;
import dev.leadkeeper.settings.Documents;
import dev.leadkeeper.telemetry.Metric;
import dev.leadkeeper.wiring.Wiring;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The files of {@code events/}, which {@code sam local invoke} takes as well, each through the handler that its name begins
 * with. Together they are one lead's way.
 */
class EventsTest {
    private static final String LEAD = "h3o5blolhbnnyyeycxpnddip7y";

    private final VirtualClock clock = new VirtualClock("2026-11-22T02:00:00Z");
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryQueue queue = new InMemoryQueue();
    private final InMemoryQuarantine quarantine = new InMemoryQuarantine(clock, true);
    private final InMemoryVault vault = new InMemoryVault();
    private final RecordingTelemetry telemetry = new RecordingTelemetry();
    private Wiring wiring = wiring("off");

    private Wiring wiring(String malwareScan) {
        return Wiring.of(Map.of("STAFF_CLAIM", "sub", "MALWARE_SCAN", malwareScan), clock, new SeededIds(1), telemetry, store,
                queue, new InMemoryFiles(), new FixedSecrets().put(Customers.SECRET, "for tests")
                        .put("forms/demo", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").put("forms/meta-verify", "meta_verify"), quarantine, vault);
    }

    @BeforeEach
    void anOrganisation() {
        SampleOrganisation.load(store, clock);
        for (var form : new String[] {"demo", "meta"}) {
            new Documents(store).save("form", form, 0, SampleOrganisation.yaml("forms/" + form + ".yaml"));
        }
    }

    @Test
    void a_post_is_accepted_and_lies_in_the_queue() throws Exception {
        var answer = http("intake-demo-post.json");

        assertEquals(Map.of("leads", List.of(LEAD), "attention", List.of()), answer);
        assertEquals(1, queue.bodies(Channel.LEADS_RECEIVED).size());
    }

    @Test
    void a_handshake_is_answered_with_its_challenge() throws Exception {
        assertEquals("1158201444", run("intake-meta-handshake.json").get("body"));
    }

    @Test
    void one_lead_goes_all_the_way_and_a_person_reads_it() throws Exception {
        batch("scoring-one-lead.json");
        assertEquals(LeadState.SCORED, lead().state());
        batch("assignment-scored-lead.json");
        assertEquals(LeadState.ASSIGNED, lead().state());

        assertEquals("assigned", http("workbench-one-lead.json").get("state"));

        assertEquals("first-contact", http("followup-contacted.json").get("stage"));
        assertEquals("2026-11-25", Doc.of(http("followup-record.json")).doc("reading").text("due"));

        assertEquals("zhao-lei", http("admin-reassign.json").get("owner"));
        var dryRun = http("admin-reroute-dry-run.json");
        assertEquals(1, ((List<?>) dryRun.get("moves")).size() + ((List<?>) dryRun.get("refused")).size());
    }

    @Test
    void a_file_is_declared_uploaded_and_told_of_three_times_and_judged_once() throws Exception {
        declareAndUpload();

        batch("evidence-uploaded.json");
        assertEquals(EvidenceFile.State.VALID, file().state());
        var judged = file();
        batch("evidence-twice.json");

        assertEquals(judged, file());
        assertEquals(1, new Timelines(store, clock).of(LEAD).stream().filter(event -> event.type().equals("evidence-valid")).count());
        assertEquals(List.of(), quarantine.keys());
    }

    @Test
    void where_files_are_scanned_the_verdict_waits_for_what_the_scan_found() throws Exception {
        wiring = wiring("on");
        declareAndUpload();

        batch("evidence-uploaded.json");
        assertEquals(EvidenceFile.State.CHECKING, file().state());
        batch("evidence-malware.json");

        assertEquals(EvidenceFile.State.REJECTED, file().state());
        assertEquals(List.of("malware"), file().found().reasons());
        assertEquals(Set.of(), vault.kept().keySet());
    }

    private void declareAndUpload() throws Exception {
        batch("scoring-one-lead.json");
        batch("assignment-scored-lead.json");
        http("followup-evidence.json");
        quarantine.put(file().key(), "L4kqtJlcpXroDTDmpUMLUo.vHBmSXd2a", Files.readAllBytes(Path.of("../events/files/chat.txt")));
    }

    private EvidenceFile file() {
        return new Activities(store, clock, new SeededIds(2)).of(LEAD).getFirst().files().get("f1");
    }

    @Test
    void a_lead_that_met_an_open_breaker_is_assigned_after_the_minute() throws Exception {
        http("admin-open-breaker.json");
        batch("scoring-one-lead.json");
        batch("assignment-scored-lead.json");
        assertEquals(LeadState.WAITING, lead().state());
        new Breaker(store, clock).set(false, "ok", "manager");

        run("deadlines-minute.json");
        assertEquals(1, queue.take(Channel.DRAINS).size());
        batch("assignment-drain.json");

        assertEquals(LeadState.ASSIGNED, lead().state());
    }

    @Test
    void the_day_s_tick_tells_the_supervisor_of_a_rep_who_records_nothing() throws Exception {
        batch("scoring-one-lead.json");
        batch("assignment-scored-lead.json");
        clock.advance(Duration.ofDays(10));
        queue.take(Channel.NOTICES);

        run("dormancy-day.json");

        assertEquals(List.of("silent-rep"), queue.bodies(Channel.NOTICES).stream().map(each -> Doc.of(each).doc("notice").text("kind")).toList());
        assertEquals(1, telemetry.counted(Metric.SWEPT, "daily"));
    }

    private Lead lead() {
        return new Leads(store).find(LEAD).orElseThrow();
    }

    private void batch(String event) throws Exception {
        assertEquals(Map.of("batchItemFailures", List.of()), run(event));
    }

    private Map<String, Object> http(String event) throws Exception {
        var answer = run(event);
        assertEquals(200L, Doc.of(answer).number("statusCode"), answer.toString());
        return Json.readOwn((String) answer.get("body"));
    }

    private Map<String, Object> run(String event) throws Exception {
        var feature = event.substring(0, event.indexOf('-'));
        var out = new ByteArrayOutputStream();
        handler(feature).handleRequest(Files.newInputStream(Path.of("../events").resolve(event)), out, new FakeContext());
        var text = out.toString(StandardCharsets.UTF_8);
        return text.equals("null") || text.isEmpty() ? Map.of() : Json.readOwn(text);
    }

    private RequestStreamHandler handler(String feature) throws ReflectiveOperationException {
        var name = "dev.leadkeeper." + feature + "." + feature.substring(0, 1).toUpperCase() + feature.substring(1) + "Handler";
        var constructor = Class.forName(name).getDeclaredConstructor(Wiring.class);
        constructor.setAccessible(true);
        return (RequestStreamHandler) constructor.newInstance(wiring);
    }
}
