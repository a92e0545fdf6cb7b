package dev.leadkeeper.infra.stack;

import dev.leadkeeper.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Asks the HTTP API of a local cloud where its services are, so that people need to know one address only. */
final class LocalServices {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private LocalServices() {}

    /** The environment in which the SDK finds the services; empty if this address is not the API of a local cloud. */
    static Map<String, String> at(URI address) {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer = client.send(HttpRequest.newBuilder(address.resolve("/local/status")).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofString());
            var services = new HashMap<String, String>();
            if (Json.readOwn(answer.body()).get("services") instanceof Map<?, ?> known) {
                known.forEach((name, value) -> services.put((String) name, (String) value));
            }
            return services;
        } catch (IOException | IllegalArgumentException notTheLocalCloud) {
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }
}
