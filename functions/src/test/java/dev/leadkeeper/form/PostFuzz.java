package dev.leadkeeper.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.PostCodec;
import dev.leadkeeper.form.SamplePosts.SamplePost;
import dev.leadkeeper.fuzz.Fuzz;
import dev.leadkeeper.fuzz.Mutations;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Post;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Posts made from the samples, under their own form or any other: each is read, verified, stored and read back the same. */
public final class PostFuzz implements Fuzz {
    private static final List<String> TYPES = List.of("", "application/json", "application/x-www-form-urlencoded", "text/plain",
            "application/json; charset=GBK", "application/json; charset=nonsense", "multipart/form-data", "multipart/form-data; boundary=x",
            "multipart/form-data; boundary=------------------------30aa30bb30cc30dd", "application/cloudevents+json", ";;;=\"", "multipart/form-data; boundary=\"");

    private final List<SamplePost> samples = SamplePosts.all();
    private final List<FormDefinition> forms = List.copyOf(SampleForms.all().values());

    @Override
    public void one(Random random) {
        var mutations = new Mutations(random);
        var sample = mutations.one(samples);
        var form = random.nextInt(4) > 0 ? SampleForms.get(sample.form()) : mutations.one(forms);
        var type = random.nextInt(4) > 0 ? sample.contentType() : mutations.one(TYPES);
        survives(form, type, mutations.of(sample.body()), random);
    }

    static void survives(FormDefinition form, String type, byte[] body, Random random) {
        var submissions = PostReader.read(form, type, body, null, SamplePosts.RECEIVED, "trace", random.nextBoolean());
        assertFalse(submissions.isEmpty());
        var post = new Post(form.id(), SamplePosts.RECEIVED, type, body, submissions.subList(0, Math.min(10, submissions.size())));
        var stored = PostCodec.fromDoc(Doc.of(Json.readOwn(Json.write(PostCodec.toDoc(post)))));
        assertEquals(post.submissions(), stored.submissions());
        var again = PostReader.read(form, type, body, null, SamplePosts.RECEIVED, "trace", false);
        assertEquals(submissions.getFirst().lead(), again.getFirst().lead());
        assertEquals(submissions.getFirst().bodyHash(), again.getFirst().bodyHash());

        var header = new String(new Mutations(random).of("t=1772413200,v1=00".getBytes(StandardCharsets.UTF_8)), StandardCharsets.ISO_8859_1);
        var request = Signed.post(body, Map.of("key", header), "content-type", type, "webhook-id", header, "webhook-timestamp",
                random.nextBoolean() ? "1772413200" : header, "webhook-signature", header, "tally-signature", header, "typeform-signature", header,
                "x-hub-signature-256", header, "x-webflow-timestamp", header, "x-webflow-signature", header, "calendly-webhook-signature", header,
                "formspree-signature", header, "x-hubspot-signature-v3", header, "x-hubspot-request-timestamp", header, "x-li-signature", header);
        assertNotNull(Verifier.verify(form, request, List.of("secret", "whsec_" + header), SamplePosts.RECEIVED));
        assertNotNull(Handshakes.toBody(form, request));
    }
}
