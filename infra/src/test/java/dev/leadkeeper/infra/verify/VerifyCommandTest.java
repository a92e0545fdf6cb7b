package dev.leadkeeper.infra.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.infra.local.emulators.Emulators;
import dev.leadkeeper.infra.local.emulators.Provisioning;
import dev.leadkeeper.infra.local.template.Place;
import dev.leadkeeper.infra.local.template.TemplateReader;
import dev.leadkeeper.infra.stack.Connection;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Contact;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.LeadId;
import dev.leadkeeper.lead.Post;
import dev.leadkeeper.lead.Submission;
import dev.leadkeeper.ledger.Anchors;
import dev.leadkeeper.ledger.Deliveries;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.aws.SecureIds;
import dev.leadkeeper.aws.SystemClock;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Files;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The command against the template's own tables and bucket on the embedded emulators. */
class VerifyCommandTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static Emulators emulators;
    private static Store store;
    private static Files files;

    @BeforeAll
    static void start_a_stack_without_functions() throws Exception {
        emulators = Emulators.start(Optional.empty(), change -> { });
        var template = new TemplateReader(Place.local(emulators.endpoints().sqs().toString(), "http://localhost"), Map.of())
                .read(ROOT.resolve("template.yaml"));
        Provisioning.create(template, emulators.endpoints(), false);
        var stack = Connection.open("leadkeeper", Optional.empty(), Optional.empty(), emulators.endpoints().environment()).tablesAndRecords();
        store = stack.store();
        files = stack.files();
    }

    @AfterAll
    static void stop() throws Exception {
        emulators.close();
    }

    @Test
    void histories_that_hold_are_counted_and_the_first_broken_link_of_the_others_is_named() {
        var sound = lead("sound");
        var edited = lead("edited");
        new Anchors(files).take(store, new SystemClock());
        assertTrue(run().endsWith("{\"leads\":2,\"events\":4,\"anchors\":1,\"headsBehind\":0,\"broken\":0,\"kinds\":{}}\n"), VerifyCommandTest::run);

        store.write(new Write.Update(Key.of(Table.TIMELINE, edited, 2L), List.of(Change.set("by", "nobody")), Condition.NONE));
        var printed = run();
        assertTrue(printed.contains(edited + "  edited      the content of event 2 was changed"), printed);
        assertFalse(printed.contains(sound), printed);
        assertEquals(1L, Json.readOwn(printed.lines().toList().getLast()).get("broken"));
    }

    @Test
    void a_stack_must_be_named() {
        var refused = assertThrows(IllegalArgumentException.class, () -> VerifyOptions.of(new Properties()));
        assertTrue(refused.getMessage().startsWith("say which stack"));
    }

    @Test
    void a_stack_that_is_not_there_is_named() {
        var refused = assertThrows(IllegalStateException.class, () -> Connection.open("elsewhere", Optional.empty(), Optional.empty(),
                emulators.endpoints().environment()).tablesAndRecords());
        assertTrue(refused.getMessage().contains("elsewhere"), refused.getMessage());
    }

    private static String run() {
        var printed = new ByteArrayOutputStream();
        new VerifyChain(new PrintStream(printed, true, StandardCharsets.UTF_8), false, false).run(store, files);
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** A test entry with one receipt: two events. */
    private static String lead(String key) {
        var clock = new SystemClock();
        var facts = new Facts(new Contact(null, null, null), null, null, null, null, null, null, null, null, null, null, Map.of());
        var submission = new Submission(LeadId.of("demo", key), "demo", key, HexFormat.of().formatHex(LeadId.sha256(key)), clock.now(),
                null, facts, List.of(), "test-push", null, false, "trace");
        var post = new Post("demo", clock.now(), "application/json", new byte[] {'{', '}'}, List.of(submission));
        var lead = new Deliveries(store, _ -> List.of("key"), clock, new SecureIds()).take(submission, post, (_, _) -> null).lead().id();
        new Timelines(store, clock).appendOnce(lead, "notified", "system", Map.of(), event -> event.type().equals("notified"));
        return lead;
    }
}
