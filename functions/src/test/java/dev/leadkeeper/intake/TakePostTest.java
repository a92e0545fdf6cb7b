package dev.leadkeeper.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.PostCodec;
import dev.leadkeeper.fake.InMemoryQueue;
import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.form.SampleForms;
import dev.leadkeeper.form.Signed;
import dev.leadkeeper.lead.Post;
import dev.leadkeeper.port.Queue;
import java.util.List;
import org.junit.jupiter.api.Test;

class TakePostTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final VirtualClock clock = new VirtualClock("2026-03-02T01:00:00Z");
    private final InMemoryQueue queue = new InMemoryQueue();
    private final RecordedMeasures measures = new RecordedMeasures();
    private final TakePost take =
            new TakePost(new SampleForms(), SampleForms.secrets(), queue, new InMemoryStore(), clock, measures);

    @Test
    void a_signed_post_is_a_message_before_it_is_an_answer() {
        var body = """
                {"name":"李雷","phone":"139 1234 5678","company":"杭州示例科技有限公司","budget":200000}""";

        var outcome = take.take("demo", Signed.standard(SECRET, "msg_1", clock.now(), body), "trace-1");

        var post = posts().getFirst();
        var lead = post.submissions().getFirst();
        assertEquals(new Outcome.Accepted(List.of(lead.lead()), List.of()), outcome);
        assertEquals("+8613912345678", lead.facts().contact().phone());
        assertEquals(200_000L, lead.facts().budget());
        assertEquals("未知", lead.facts().sourceChannel());
        assertEquals("trace-1", lead.trace());
        assertEquals(body, new String(post.raw(), java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(List.of("accepted demo 1"), measures.lines);
    }

    @Test
    void a_post_with_a_wrong_signature_leaves_nothing_behind() {
        var signed = Signed.standard(SECRET, "msg_1", clock.now(), "{\"phone\":\"13912345678\"}");
        var tampered = Signed.post("{\"phone\":\"13912345679\"}", signed.headers().entrySet().stream()
                .flatMap(header -> java.util.stream.Stream.of(header.getKey(), header.getValue())).toArray(String[]::new));

        assertInstanceOf(Outcome.Unauthenticated.class, take.take("demo", tampered, "trace"));
        assertEquals(List.of(), queue.sent());
        assertEquals(List.of("refused demo signature-wrong"), measures.lines);
    }

    private List<Post> posts() {
        return queue.bodies(Queue.Channel.LEADS_RECEIVED).stream().map(body -> PostCodec.fromDoc(Doc.of(body))).toList();
    }
}
