package dev.leadkeeper.infra.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leadkeeper.infra.local.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the {@code outbox} notification channel delivered: the JSON as it came, plus {@code at}. Under a data directory
 * each notice is a line of a file, written before the answer.
 */
public final class Outbox {
    /** Notices kept; a bench run sends many, and nobody reads further back. */
    private static final int MOST = 100_000;

    private final Optional<Path> file;
    private final Deque<JsonNode> notices = new ArrayDeque<>();

    public Outbox(Optional<Path> data) throws IOException {
        this.file = data.map(directory -> directory.resolve("outbox.jsonl"));
        if (file.isPresent() && Files.exists(file.get())) {
            for (String line : Files.readAllLines(file.get())) {
                // A kill in the middle of a write leaves half a line, which was never acknowledged.
                Json.parse(line.getBytes(StandardCharsets.UTF_8)).ifPresent(this::keep);
            }
        }
    }

    /** @throws IOException when the notice cannot be written, so that its sender tries again */
    synchronized void add(ObjectNode notice, Instant at) throws IOException {
        notice.put("at", at.toString());
        if (file.isPresent()) {
            Files.writeString(file.get(), notice + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        keep(notice);
    }

    private void keep(JsonNode notice) {
        notices.addLast(notice);
        if (notices.size() > MOST) {
            notices.removeFirst();
        }
    }

    /** Newest last. */
    public synchronized List<JsonNode> items() {
        return List.copyOf(notices);
    }
}
