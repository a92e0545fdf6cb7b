package dev.leadkeeper.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.port.Quarantine;
import dev.leadkeeper.port.Quarantine.Form;
import dev.leadkeeper.port.Quarantine.Seen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A form takes exactly what it is for, and what is opened is what was seen. */
public abstract class QuarantineContract {
    private static final String TYPE = "application/pdf";
    private static final byte[] CONTENT = "%PDF-1.4 方案".getBytes(StandardCharsets.UTF_8);

    private final String key = "evidence/contract/" + Long.toString(System.nanoTime(), 36) + "/f1";

    /** The quarantine under test. */
    protected abstract Quarantine quarantine();

    /** Now, by the quarantine's clock. */
    protected abstract Instant now();

    /** Sends fields and content as a browser does; whether it was taken. */
    protected abstract boolean post(Form form, byte[] content) throws Exception;

    private Form form() {
        return quarantine().allow(key, TYPE, CONTENT.length, Duration.ofMinutes(5));
    }

    private static Form with(Form form, String field, String value) {
        var fields = new HashMap<>(form.fields());
        fields.put(field, value);
        return new Form(form.url(), fields);
    }

    private Seen uploaded() throws Exception {
        assertTrue(post(form(), CONTENT));
        return quarantine().look(key, null).orElseThrow();
    }

    private Optional<byte[]> read(Seen seen) throws IOException {
        var stream = quarantine().open(seen);
        if (stream.isEmpty()) {
            return Optional.empty();
        }
        try (var in = stream.get()) {
            return Optional.of(in.readAllBytes());
        }
    }

    private void refuses(Form form, byte[] content) throws Exception {
        assertFalse(post(form, content));
        assertEquals(Optional.empty(), quarantine().look(key, null));
    }

    @Test
    void what_a_form_is_for_can_be_uploaded_seen_and_read() throws Exception {
        var seen = uploaded();
        assertEquals(CONTENT.length, seen.bytes());
        assertEquals(key, seen.key());
        assertTrue(Duration.between(seen.at(), now()).abs().compareTo(Duration.ofMinutes(2)) < 0, () -> "stored at " + seen.at());
        assertArrayEquals(CONTENT, read(seen).orElseThrow());
        assertEquals(Optional.of(seen), quarantine().look(key, seen.version()));
    }

    @Test
    void a_form_takes_no_other_length() throws Exception {
        refuses(form(), (new String(CONTENT, StandardCharsets.UTF_8) + "!").getBytes(StandardCharsets.UTF_8));
        refuses(form(), new byte[CONTENT.length - 1]);
        refuses(form(), new byte[0]);
    }

    @Test
    void a_form_takes_no_other_type() throws Exception {
        refuses(with(form(), "Content-Type", "text/html"), CONTENT);
    }

    @Test
    void a_form_takes_no_other_name() throws Exception {
        var elsewhere = key + "/other";
        assertFalse(post(with(form(), "key", elsewhere), CONTENT));
        assertEquals(Optional.empty(), quarantine().look(elsewhere, null));
    }

    @Test
    void a_form_that_has_expired_takes_nothing() throws Exception {
        refuses(quarantine().allow(key, TYPE, CONTENT.length, Duration.ofSeconds(-2)), CONTENT);
    }

    @Test
    void a_form_that_somebody_changed_takes_nothing() throws Exception {
        var wider = quarantine().allow(key, "text/html", CONTENT.length, Duration.ofMinutes(5));
        refuses(with(form(), "policy", wider.fields().get("policy")), CONTENT);
        refuses(with(form(), "x-amz-signature", "0".repeat(64)), CONTENT);
    }

    @Test
    void what_was_replaced_since_it_was_seen_is_not_taken_for_it() throws Exception {
        var first = uploaded();
        var other = CONTENT.clone();
        other[0] = '!';
        assertTrue(post(form(), other));
        var second = quarantine().look(key, null).orElseThrow();
        assertFalse(first.etag().equals(second.etag()));
        var opened = read(first);
        // Where versions are kept the old one is still there, otherwise nothing is.
        assertTrue(first.version() == null ? opened.isEmpty() : java.util.Arrays.equals(CONTENT, opened.orElseThrow()));
        assertArrayEquals(other, read(second).orElseThrow());
    }

    @Test
    void what_was_deleted_is_gone_and_may_be_deleted_again() throws Exception {
        var seen = uploaded();
        quarantine().delete(seen);
        quarantine().delete(seen);
        assertEquals(Optional.empty(), quarantine().look(key, null));
        assertEquals(Optional.empty(), read(seen));
    }

    @Test
    void what_was_never_there_is_not_there() throws Exception {
        assertEquals(Optional.empty(), quarantine().look(key + "/none", null));
        assertEquals(Optional.empty(), read(new Seen(key + "/none", null, "\"d41d8cd98f00b204e9800998ecf8427e\"", 0, now())));
    }

    @Test
    void a_form_does_not_show_its_signature_when_it_is_written_somewhere() {
        var form = form();
        assertFalse(form.toString().contains(form.fields().get("x-amz-signature")));
        assertTrue(Map.copyOf(form.fields()).containsKey("policy"));
    }
}
