package dev.leadkeeper.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.PostCodec;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Post;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No bytes, under no form, are an uncaught error. The seed is fixed, so that a failure can be seen again. */
class FuzzTest {
    private static final long SEED = 20260302;
    private static final int INPUTS = 6_000;
    private static final Duration MOST = Duration.ofSeconds(20);
    private static final List<String> TYPES = List.of("", "application/json", "application/x-www-form-urlencoded", "text/plain",
            "application/json; charset=GBK", "application/json; charset=nonsense", "multipart/form-data", "multipart/form-data; boundary=x",
            "multipart/form-data; boundary=------------------------30aa30bb30cc30dd", "application/cloudevents+json", ";;;=\"", "multipart/form-data; boundary=\"");
    private static final List<String> SPLICES = List.of("{", "}", "[", "]", "\"", ",", ":", "null", "true", "-1e999999999", "1e400",
            "99999999999999999999999999", "\\u0000", "\\ud800", "%", "%zz", "%ff", "[a][b][c][d][e][f][g][h][i][j]", "&", "=", "\r\n", "--",
            "\u202e", "𠮷", "\u0000", "+86 138****1234", "@", "''", "`", "{\"value\":{\"value\":[[[[]]]]}}", "[[]]", "{\"a\":1,\"a\":2}", "市辖区", "１３９");

    private final Random random = new Random(SEED);

    @Test
    void no_mutation_of_a_sample_is_an_uncaught_error_in_reading_verifying_or_storing() {
        var samples = SamplePosts.all();
        var forms = List.copyOf(SampleForms.all().values());
        var end = Instant.now().plus(MOST);
        var done = 0;
        for (int i = 0; i < INPUTS && Instant.now().isBefore(end); i++) {
            var sample = samples.get(random.nextInt(samples.size()));
            var form = random.nextInt(4) > 0 ? SampleForms.get(sample.form()) : forms.get(random.nextInt(forms.size()));
            var type = random.nextInt(4) > 0 ? sample.contentType() : TYPES.get(random.nextInt(TYPES.size()));
            survives(form, type, mutated(sample.body()));
            done++;
        }
        assertFalse(done < 1_000, "only " + done + " inputs within " + MOST);
    }

    private void survives(FormDefinition form, String type, byte[] body) {
        var submissions = PostReader.read(form, type, body, null, SamplePosts.RECEIVED, "trace", random.nextBoolean());
        assertFalse(submissions.isEmpty());
        var post = new Post(form.id(), SamplePosts.RECEIVED, type, body, submissions.subList(0, Math.min(10, submissions.size())));
        var stored = PostCodec.fromDoc(Doc.of(Json.readOwn(Json.write(PostCodec.toDoc(post)))));
        assertEquals(post.submissions(), stored.submissions());
        var again = PostReader.read(form, type, body, null, SamplePosts.RECEIVED, "trace", false);
        assertEquals(submissions.getFirst().lead(), again.getFirst().lead());
        assertEquals(submissions.getFirst().bodyHash(), again.getFirst().bodyHash());

        var header = new String(mutated("t=1772413200,v1=00".getBytes(StandardCharsets.UTF_8)), StandardCharsets.ISO_8859_1);
        var request = Signed.post(body, Map.of("key", header), "content-type", type, "webhook-id", header, "webhook-timestamp",
                random.nextBoolean() ? "1772413200" : header, "webhook-signature", header, "tally-signature", header, "typeform-signature", header,
                "x-hub-signature-256", header, "x-webflow-timestamp", header, "x-webflow-signature", header, "calendly-webhook-signature", header,
                "formspree-signature", header, "x-hubspot-signature-v3", header, "x-hubspot-request-timestamp", header, "x-li-signature", header);
        assertNotNull(Verifier.verify(form, request, List.of("secret", "whsec_" + header), SamplePosts.RECEIVED));
        assertNotNull(Handshakes.toBody(form, request));
    }

    private byte[] mutated(byte[] original) {
        var bytes = original.clone();
        for (int n = random.nextInt(4); n >= 0; n--) {
            bytes = switch (random.nextInt(6)) {
                case 0 -> flipped(bytes);
                case 1 -> cut(bytes);
                case 2 -> spliced(bytes, SPLICES.get(random.nextInt(SPLICES.size())).getBytes(StandardCharsets.UTF_8));
                case 3 -> replaced(bytes);
                case 4 -> doubled(bytes);
                default -> spliced(bytes, noise());
            };
        }
        return bytes;
    }

    private byte[] flipped(byte[] bytes) {
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private byte[] cut(byte[] bytes) {
        var from = random.nextInt(bytes.length + 1);
        return join(java.util.Arrays.copyOf(bytes, from),
                java.util.Arrays.copyOfRange(bytes, Math.min(bytes.length, from + random.nextInt(30)), bytes.length));
    }

    private byte[] spliced(byte[] bytes, byte[] piece) {
        var at = random.nextInt(bytes.length + 1);
        return join(java.util.Arrays.copyOf(bytes, at), piece, java.util.Arrays.copyOfRange(bytes, at, bytes.length));
    }

    /** A quoted value becomes something else, so that the document stays one. */
    private byte[] replaced(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        var values = new ArrayList<Integer>();
        for (int at = text.indexOf("\":"); at >= 0; at = text.indexOf("\":", at + 1)) {
            values.add(at + 2);
        }
        if (values.isEmpty()) {
            return bytes;
        }
        var start = values.get(random.nextInt(values.size()));
        var end = text.indexOf(',', start);
        var piece = List.of("null", "[]", "{}", "0", "\"\"", "[null,[{}],\"x\"]", "{\"value\":\"x\"}", "1.5e3", "false", "\"" + "长".repeat(5_000) + "\"");
        return end < 0 ? bytes : (text.substring(0, start) + piece.get(random.nextInt(piece.size())) + text.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] doubled(byte[] bytes) {
        return bytes.length > 30_000 ? bytes : join(bytes, bytes);
    }

    private byte[] noise() {
        var noise = new byte[random.nextInt(20)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] join(byte[]... parts) {
        var out = new java.io.ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    @Test
    void bodies_made_to_cost_much_cost_little() {
        var bodies = List.of("[".repeat(60_000), "{\"a\":".repeat(10_000), "[" + "{},".repeat(20_000) + "{}]", "a[b]".repeat(16_000) + "=1",
                "a=1&".repeat(16_000), "{\"entry\":[" + "{\"changes\":[{\"value\":{\"leadgen_id\":1}}]},".repeat(1_500) + "{}]}",
                "{" + manyNames() + "}", "--x\r\n".repeat(12_000), "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n".repeat(1_000) + "--x--",
                "{\"phone\":\"" + "1".repeat(60_000) + "\"}", "{\"email\":\"" + "a@".repeat(30_000) + "\"}", "{\"region\":\"" + "上海".repeat(10_000) + "\"}",
                "{\"budget\":\"" + "1,".repeat(30_000) + "\"}", "%".repeat(60_000) + "=1");
        for (var form : SampleForms.all().values()) {
            for (var body : bodies) {
                var begin = System.nanoTime();
                survives(form, "", body.getBytes(StandardCharsets.UTF_8));
                var took = Duration.ofNanos(System.nanoTime() - begin);
                assertFalse(took.compareTo(Duration.ofSeconds(3)) > 0, form.id() + " took " + took + " for " + body.substring(0, 20));
            }
        }
    }

    private static String manyNames() {
        var names = new StringBuilder("\"n\":1");
        for (int i = 0; i < 6_000; i++) {
            names.append(",\"n").append(i).append("\":1");
        }
        return names.toString();
    }
}
