package dev.leadkeeper.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.PostCodec;
import dev.leadkeeper.fake.InMemoryQueue;
import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.form.FormRequest;
import dev.leadkeeper.form.SampleForms;
import dev.leadkeeper.form.Signed;
import dev.leadkeeper.form.Verdict;
import dev.leadkeeper.lead.Post;
import dev.leadkeeper.lead.Submission;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TakePostTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Map<String, String> KEY = Map.of("key", "local-secret");

    private final VirtualClock clock = new VirtualClock("2026-03-02T01:00:00Z");
    private final InMemoryQueue queue = new InMemoryQueue();
    private final RecordedMeasures measures = new RecordedMeasures();
    private final TakePost take =
            new TakePost(new SampleForms(), SampleForms.secrets(), queue, new InMemoryStore(), clock, measures);

    private Outcome demo(String body) {
        return take.take("demo", Signed.standard(SECRET, "msg_1", clock.now(), body), "trace-1");
    }

    private List<Post> posts() {
        return queue.bodies(Queue.Channel.LEADS_RECEIVED).stream().map(body -> PostCodec.fromDoc(Doc.of(body))).toList();
    }

    private static FormRequest website(byte[] body, String type) {
        return Signed.post(body, KEY, "content-type", type);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_signed_post_is_a_message_before_it_is_an_answer() {
        var body = """
                {"name":"李雷","phone":"139 1234 5678","company":"杭州示例科技有限公司","budget":200000}""";

        var outcome = demo(body);

        var post = posts().getFirst();
        var lead = post.submissions().getFirst();
        assertEquals(new Outcome.Accepted(List.of(lead.lead()), List.of()), outcome);
        assertEquals("+8613912345678", lead.facts().contact().phone());
        assertEquals("trace-1", lead.trace());
        assertEquals(clock.now(), lead.receivedAt());
        assertEquals(body, new String(post.raw().body(), StandardCharsets.UTF_8));
        assertEquals("application/json", post.contentType());
        assertEquals(List.of("accepted demo 1"), measures.lines);
    }

    @Test
    void the_same_delivery_twice_names_the_same_lead() {
        assertEquals(demo("{\"phone\":\"13910014001\"}"), demo("{ \"phone\":\"13910014001\" }"));
        assertEquals(2, posts().size());
    }

    @Test
    void a_post_with_a_wrong_signature_leaves_nothing_behind() {
        var signed = Signed.standard(SECRET, "msg_1", clock.now(), "{\"phone\":\"13910014002\"}");
        var tampered = new FormRequest("POST", signed.uri(), signed.query(), signed.headers(), utf8("{\"phone\":\"13910014003\"}"));

        assertEquals(new Outcome.Unauthenticated(Verdict.Reason.WRONG), take.take("demo", tampered, "trace"));
        assertEquals(List.of(), queue.sent());
        assertEquals(List.of("refused demo signature-wrong"), measures.lines);
    }

    @Test
    void an_unsigned_post_is_refused_whether_or_not_it_could_be_read() {
        assertEquals(take.take("demo", Signed.post("{\"phone\":\"13910014004\"}"), "trace"), take.take("demo", Signed.post("{broken"), "trace"));
    }

    @Test
    void an_unreadable_post_is_refused_where_the_signature_would_be_inside_and_kept_where_the_sender_is_known() {
        assertEquals(new Outcome.Unparsable(), take.take("wjx", Signed.post("{broken"), "trace"));
        assertEquals(List.of(), queue.sent());

        var kept = take.take("wjx", Signed.post(utf8("{broken"), Map.of("key", "wjx_push_key")), "trace");

        var entry = posts().getFirst().submissions().getFirst();
        assertEquals(new Outcome.Accepted(List.of(), List.of(entry.lead())), kept);
        assertEquals("unreadable: json-syntax", entry.attention());
        assertEquals("{broken", new String(posts().getFirst().raw().body(), StandardCharsets.UTF_8));
    }

    @Test
    void a_signed_post_that_cannot_be_read_is_kept_too() {
        assertEquals(1, assertInstanceOf(Outcome.Accepted.class, demo("{broken")).attention().size());
    }

    @Test
    void an_unknown_or_disabled_form_takes_nothing() {
        var disabled = SampleForms.of("id: old\nenabled: false\nverification: {scheme: secret}");
        var closed = new TakePost(id -> Optional.of(disabled), SampleForms.secrets().put("forms/old", "local-secret"), queue, new InMemoryStore(), clock, measures);

        assertEquals(new Outcome.UnknownForm(), take.take("nowhere", Signed.post("{}"), "trace"));
        assertEquals(new Outcome.UnknownForm(), closed.take("old", website(utf8("{}"), ""), "trace"));
        assertEquals(List.of(), queue.sent());
    }

    @Test
    void bodies_have_their_caps() {
        var fits = "{\"phone\":\"13910014005\",\"note\":\"" + "x".repeat(TakePost.MOST_BYTES - 33) + "\"}";
        assertEquals(TakePost.MOST_BYTES, fits.length());

        assertInstanceOf(Outcome.Accepted.class, demo(fits));
        assertEquals(new Outcome.TooLarge(65_536), demo(fits + " "));
        assertInstanceOf(Outcome.Accepted.class, take.take("website", website(new byte[TakePost.MOST_MULTIPART_BYTES], "multipart/form-data; boundary=b"), "trace"));
        assertEquals(new Outcome.TooLarge(262_144),
                take.take("website", website(new byte[TakePost.MOST_MULTIPART_BYTES + 1], "Multipart/Form-Data; boundary=b"), "trace"));
    }

    @Test
    void many_leads_go_in_messages_of_ten() {
        var body = IntStream.range(0, 23).mapToObj(i -> "{\"id\":" + i + ",\"phone\":\"139100150" + (10 + i) + "\"}").collect(Collectors.joining(",", "[", "]"));

        var outcome = assertInstanceOf(Outcome.Accepted.class, take.take("website", website(utf8(body), "application/json"), "trace"));

        assertEquals(List.of(10, 10, 3), posts().stream().map(post -> post.submissions().size()).toList());
        assertEquals(outcome.leads(), posts().stream().flatMap(post -> post.submissions().stream()).map(Submission::lead).toList());
    }

    @Test
    void the_largest_bodies_stay_below_the_largest_message() {
        var noise = new byte[TakePost.MOST_MULTIPART_BYTES];
        new Random(1).nextBytes(noise);
        take.take("website", website(noise, "multipart/form-data; boundary=b"), "trace");
        var controls = "\\u0001".repeat(6_000);
        take.take("website", website(utf8("[" + "{\"phone\":\"13910014006\",\"note\":\"" + controls + "\"}]"), "application/json"), "trace");

        assertTrue(queue.sent().size() >= 2, "the fake refuses what SQS would");
    }

    @Test
    void a_handshake_is_answered_and_leaves_no_lead() {
        var query = Map.of("hub.challenge", "77", "hub.verify_token", "meta_verify");
        assertEquals(new Outcome.Answered("text/plain; charset=utf-8", "77"),
                take.take("meta", new FormRequest("GET", "https://x", query, Map.of(), new byte[0]), "trace"));
        assertEquals(new Outcome.Unauthenticated(Verdict.Reason.WRONG),
                take.take("meta", new FormRequest("GET", "https://x", Map.of("hub.challenge", "77"), Map.of(), new byte[0]), "trace"));
        assertEquals(new Outcome.UnknownForm(), take.take("demo", new FormRequest("GET", "https://x", query, Map.of(), new byte[0]), "trace"));
        assertEquals(new Outcome.Answered("application/json", "{\"challenge\":\"c\"}"),
                take.take("feishu-bitable", website(utf8("{\"type\":\"url_verification\",\"challenge\":\"c\"}"), "application/json"), "trace"));
        assertInstanceOf(Outcome.Unauthenticated.class, take.take("feishu-bitable", Signed.post("{\"type\":\"url_verification\",\"challenge\":\"c\"}"), "trace"));
        assertEquals(List.of(), queue.sent());
    }

    @Test
    void nothing_is_answered_if_the_queue_fails() {
        Queue broken = (channel, body, delay) -> {
            throw new Store.Fault("the queue is away", null);
        };
        var unlucky = new TakePost(new SampleForms(), SampleForms.secrets(), broken, new InMemoryStore(), clock, measures);

        assertThrows(Store.Fault.class, () -> unlucky.take("demo", Signed.standard(SECRET, "msg_1", clock.now(), "{\"phone\":\"13910014007\"}"), "trace"));
        assertEquals(List.of(), measures.lines);
    }

    @Test
    void a_form_beyond_its_own_limit_waits_behind_the_queue_and_is_never_refused() {
        var limited = SampleForms.of("id: spike\nverification: {scheme: secret}\nkey: id\nlimit: {perMinute: 10}");
        var spike = new TakePost(id -> Optional.of(limited), SampleForms.secrets().put("forms/spike", "local-secret"), queue, new InMemoryStore(), clock, measures);
        for (int i = 0; i < 300; i++) {
            assertInstanceOf(Outcome.Accepted.class, spike.take("spike", website(utf8("{\"id\":" + i + ",\"phone\":\"13910014008\"}"), ""), "trace"));
        }

        var delays = queue.sent().stream().map(InMemoryQueue.Sent::delay).toList();
        assertEquals(Duration.ZERO, delays.get(9));
        assertEquals(Duration.ofSeconds(6), delays.get(11));
        assertEquals(Duration.ofSeconds(60), delays.get(20));
        assertEquals(Duration.ofMinutes(15), delays.get(299));
        clock.advance(Duration.ofMinutes(15));
        spike.take("spike", website(utf8("{\"id\":300,\"phone\":\"13910014008\"}"), ""), "trace");
        assertEquals(Duration.ZERO, queue.sent().getLast().delay());
        assertTrue(measures.lines.contains("delayed spike PT15M"));
    }

    @Test
    void the_leads_of_a_post_count_one_by_one_towards_its_forms_limit() {
        var limited = SampleForms.of("id: spike\nverification: {scheme: secret}\nkey: id\nlimit: {perMinute: 10}");
        var spike = new TakePost(id -> Optional.of(limited), SampleForms.secrets().put("forms/spike", "local-secret"), queue, new InMemoryStore(), clock, measures);
        var many = IntStream.range(0, 20).mapToObj(i -> "{\"id\":" + i + ",\"phone\":\"13910014008\"}").collect(Collectors.joining(",", "[", "]"));
        spike.take("spike", website(utf8(many), ""), "trace");
        assertEquals(Duration.ZERO, queue.sent().getLast().delay());

        spike.take("spike", website(utf8("{\"id\":20,\"phone\":\"13910014008\"}"), ""), "trace");

        assertEquals(Duration.ofSeconds(60), queue.sent().getLast().delay());
    }
}
