package dev.leadkeeper.infra.local;

import static dev.leadkeeper.infra.local.FixtureCloud.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
    private static final int MESSAGES = 30;

    @Test
    void what_was_acknowledged_before_the_process_was_killed_is_done_after_a_restart(@TempDir Path data) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@local.jvm",
                "-cp", System.getProperty("java.class.path"), KilledCloud.class.getName(), data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var output = process.inputReader(); HttpClient http = HttpClient.newHttpClient()) {
            String address = output.lines().filter(line -> line.startsWith("at ")).findFirst().orElseThrow().substring("at ".length());
            for (int i = 0; i < MESSAGES; i++) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/work/PATIENT")).header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"message-" + i + "\"}")).build();
                assertEquals(200, http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (FixtureCloud after = FixtureCloud.start(FixtureCloud.options().withData(data))) {
            eventually("every message was handled", () -> IntStream.range(0, MESSAGES).allMatch(i -> after.seen("message-" + i) >= 1));
        }
    }
}
