package dev.leadkeeper.form;

import dev.leadkeeper.lead.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The posts of {@code events/forms/}, as far as reading them is concerned. */
public final class SamplePosts {
    static final Instant RECEIVED = Instant.parse("2026-03-02T02:00:00Z");
    private static final Path FOLDER = Path.of("..", "events", "forms");

    private SamplePosts() {}

    /** @param status that its sender is expected to get */
    public record SamplePost(String file, String form, String contentType, byte[] body, int status, Integer leads, Integer attention, String state) {
        public List<Submission> read() {
            return PostReader.read(SampleForms.get(form), contentType, body, null, RECEIVED, "trace", false);
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static SamplePost get(String file) {
        return read(FOLDER.resolve(file + ".yaml"));
    }

    public static List<SamplePost> all() {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().map(SamplePosts::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SamplePost read(Path file) {
        var sample = SampleForms.document(SampleForms.read(file));
        var request = (Map<?, ?>) sample.get("request");
        var expect = (Map<?, ?>) sample.get("expect");
        var contentType = request.get("contentType") == null ? "application/json" : (String) request.get("contentType");
        return new SamplePost(file.getFileName().toString(), (String) sample.get("form"), contentType,
                ((String) request.get("body")).getBytes(StandardCharsets.UTF_8), expect.get("status") == null ? 200 : (Integer) expect.get("status"),
                (Integer) expect.get("leads"), (Integer) expect.get("attention"), (String) expect.get("state"));
    }
}
