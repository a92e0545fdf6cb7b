package dev.leadkeeper.infra.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadkeeper.infra.local.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The people's API as the demo reads it: as the sample organisation's manager, who sees everything. */
final class Api implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Api(URI base) {
        this.base = base;
    }

    HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** An empty object when the answer is anything but a 200 with JSON. */
    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = send(HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT)
                .header("Authorization", "Bearer local:manager").build());
        return response.statusCode() == 200 ? Json.parse(response.body()).orElseGet(Json::object) : Json.object();
    }

    /** Posts as somebody of the staff; the answer whatever its status, so that a problem can be shown. @param key of idempotency, or {@code null} */
    JsonNode post(String path, String staff, JsonNode body, String key) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT).header("Authorization", "Bearer local:" + staff)
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return Json.parse(send(request.build()).body()).orElseGet(Json::object);
    }

    @Override
    public void close() {
        http.close();
    }
}
