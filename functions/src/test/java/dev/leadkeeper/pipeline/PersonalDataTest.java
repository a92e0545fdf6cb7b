package dev.leadkeeper.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.leadkeeper.codec.EventCodec;
import dev.leadkeeper.codec.PostCodec;
import dev.leadkeeper.fake.FakeContext;
import dev.leadkeeper.fake.FixedSecrets;
import dev.leadkeeper.fake.InMemoryFiles;
import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.form.SamplePosts;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.LeadId;
import dev.leadkeeper.lead.Post;
import dev.leadkeeper.lead.Submission;
import dev.leadkeeper.ledger.Anchors;
import dev.leadkeeper.ledger.ChainVerdict;
import dev.leadkeeper.ledger.Chains;
import dev.leadkeeper.ledger.Customers;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Queue.Channel;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import dev.leadkeeper.telemetry.JsonTelemetry;
import dev.leadkeeper.wiring.PrimingEvents;
import dev.leadkeeper.wiring.Wiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever vendors send, the person in it is nowhere but in the details, and erasing those breaks no history (RI5). */
class PersonalDataTest {
    private final Pipeline pipeline = new Pipeline();
    private final InMemoryFiles files = new InMemoryFiles();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Wiring wiring = Wiring.of(Map.of("STAFF_CLAIM", "sub"), pipeline.clock, new SeededIds(2),
            new JsonTelemetry(pipeline.clock, "leadkeeper/test", new PrintStream(log, true, StandardCharsets.UTF_8)), pipeline.store,
            pipeline.queue, files, new FixedSecrets().put(Customers.SECRET, "for tests"));
    private final List<Submission> submissions = new ArrayList<>();

    /** All sample posts through the functions, each twice, and one of them edited. */
    private void postEverything() throws Exception {
        for (var sample : SamplePosts.all()) {
            if (sample.status() == 200) {
                var read = sample.read();
                submissions.addAll(read);
                post(sample.contentType(), sample.body(), read);
                post(sample.contentType(), sample.body(), read);
            }
        }
        var one = submissions.getFirst();
        var edited = new Submission(one.lead(), one.form(), one.deliveryKey(), HexFormat.of().formatHex(LeadId.sha256("edited")),
                one.receivedAt().plusSeconds(60), null, one.facts(), one.unknown(), null, null, false, one.trace());
        post("application/json", new byte[] {'{', '}'}, List.of(edited));
    }

    private void post(String contentType, byte[] body, List<Submission> read) throws Exception {
        pipeline.queue.send(Channel.LEADS_RECEIVED, PostCodec.toDoc(new Post(read.getFirst().form(), read.getFirst().receivedAt(),
                contentType, body, read)));
        drain(Channel.LEADS_RECEIVED, "scoring.Scoring");
        drain(Channel.LEADS_SCORED, "assignment.Assignment");
        drain(Channel.LEADS_SCORED_URGENT, "assignment.Assignment");
        pipeline.run();
    }

    private void drain(Channel channel, String handler) throws Exception {
        for (var body : pipeline.queue.take(channel)) {
            var constructor = Class.forName("dev.leadkeeper." + handler + "Handler").getDeclaredConstructor(Wiring.class);
            constructor.setAccessible(true);
            var out = new ByteArrayOutputStream();
            ((RequestStreamHandler) constructor.newInstance(wiring)).handleRequest(
                    new ByteArrayInputStream(PrimingEvents.message(body).getBytes(StandardCharsets.UTF_8)), out, new FakeContext());
            assertEquals("{\"batchItemFailures\":[]}", out.toString(StandardCharsets.UTF_8));
        }
    }

    /** Names, numbers and addresses in every spelling that the posts have or we make of them, and what people wrote. */
    private Set<String> personal() {
        var all = new TreeSet<String>();
        // A test holds the known numbers of a list that everybody can read, and is told by them.
        for (var submission : submissions.stream().filter(each -> each.test() == null).toList()) {
            var facts = submission.facts();
            var phone = facts.contact().phone();
            Stream.concat(Stream.of(facts.contact().name(), phone, facts.contact().email(), facts.note(),
                    phone == null ? null : phone.replace("+86", "")), facts.unmapped().values().stream().map(String::valueOf))
                    .filter(Objects::nonNull).map(String::strip).filter(PersonalDataTest::tells).forEach(all::add);
        }
        return all;
    }

    /** One letter, a yes, a small number or a time says nothing of anybody and stands in many places. */
    private static boolean tells(String text) {
        return !text.matches("\\d{4}-\\d\\d-\\d\\dT.*") && text.length() > 4 
                || text.codePoints().anyMatch(Character::isIdeographic) && text.length() > 1;
    }

    private List<Map<String, Object>> items(Table table) {
        var items = new ArrayList<Map<String, Object>>();
        String after = null;
        do {
            var page = pipeline.store.scan(table, 500, after);
            items.addAll(page.items());
            after = page.next();
        } while (after != null);
        return items;
    }

    private String text(Table table) {
        var text = new StringBuilder();
        for (var item : items(table)) {
            text.append(item).append(table == Table.TIMELINE ? EventCodec.data(item) : "").append('\n');
        }
        return text.toString();
    }

    private static void nothingOf(Set<String> personal, String where, String text) {
        var found = personal.stream().filter(text::contains).toList();
        assertEquals(List.of(), found, "in " + where);
    }

    @Test
    void nobody_is_in_histories_leads_customers_signals_or_log_lines() throws Exception {
        postEverything();

        var personal = personal();
        assertTrue(personal.size() > 80 && items(Table.TIMELINE).size() > 60, personal.size() + " values");
        for (var table : List.of(Table.TIMELINE, Table.LEADS, Table.CUSTOMERS, Table.SIGNALS, Table.TODOS)) {
            nothingOf(personal, table.name(), text(table));
        }
        var lines = log.toString(StandardCharsets.UTF_8);
        assertTrue(lines.lines().count() > 40, lines);
        nothingOf(personal, "the log", lines);
    }

    @Test
    void no_hash_that_anybody_could_try_out_is_in_histories_leads_or_customers() throws Exception {
        postEverything();

        var hashes = new TreeSet<String>();
        for (var submission : submissions) {
            hashes.add(submission.bodyHash().substring(0, 16));
            Stream.of(submission.facts().contact().phone(), submission.facts().contact().email(), submission.facts().contact().name())
                    .filter(Objects::nonNull).map(value -> HexFormat.of().formatHex(LeadId.sha256(value), 0, 8)).forEach(hashes::add);
        }
        for (var table : List.of(Table.TIMELINE, Table.LEADS, Table.CUSTOMERS)) {
            nothingOf(hashes, table.name(), text(table));
        }
    }

    @Test
    void erasing_a_persons_details_leaves_the_chain_whole_and_nothing_of_them_anywhere() throws Exception {
        postEverything();
        new Anchors(files).take(pipeline.store, pipeline.clock);

        var details = items(Table.DETAILS);
        assertTrue(submissions.stream().map(each -> each.facts().contact().phone()).filter(Objects::nonNull)
                .anyMatch(text(Table.DETAILS)::contains));
        details.forEach(item -> pipeline.store.write(new Write.Delete(Key.of(Table.DETAILS, item), Condition.NONE)));

        var chains = new Chains(pipeline.store, files);
        for (var submission : submissions) {
            assertInstanceOf(ChainVerdict.Verified.class, chains.verify(submission.lead()));
        }
        var personal = personal();
        for (var table : Table.values()) {
            if (table != Table.SETTINGS && table != Table.STAFF) {
                nothingOf(personal, table.name(), text(table));
            }
        }
        assertFalse(items(Table.LEADS).isEmpty());
    }
}
