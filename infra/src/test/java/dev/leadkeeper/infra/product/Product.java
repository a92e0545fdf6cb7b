package dev.leadkeeper.infra.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadkeeper.infra.local.LocalCloud;
import dev.leadkeeper.infra.local.Options;
import dev.leadkeeper.infra.seed.LocalOrganisation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The whole product on the local cloud, with the sample organisation, as somebody outside sees it. */
final class Product implements AutoCloseable {
    private static final byte[] SECRET = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    /** Long, for machines that do much else beside. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final LocalCloud cloud;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    Product() throws Exception {
        var root = Path.of("").toAbsolutePath().getParent();
        cloud = LocalCloud.start(Options.forTests(root), (endpoints, environment, api, folder) -> {
            try (var parameters = endpoints.ssmClient()) {
                LocalOrganisation.load(environment, parameters, api, folder);
            }
        }, notice -> { });
    }

    /** Posts to the form {@code demo}, signed; the answer must be 200. */
    JsonNode post(String delivery, Map<String, Object> body) throws Exception {
        var raw = json.writeValueAsString(body);
        var at = Long.toString(Instant.now().getEpochSecond());
        var request = HttpRequest.newBuilder(URI.create(cloud.api() + "/forms/demo"))
                .header("content-type", "application/json").header("webhook-id", delivery).header("webhook-timestamp", at)
                .header("webhook-signature", "v1," + signature(delivery + "." + at + "." + raw))
                .POST(HttpRequest.BodyPublishers.ofString(raw)).build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return json.readTree(response.body());
    }

    private static String signature(String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    JsonNode get(String path, String who) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(cloud.api() + path)).header("authorization", "Bearer local:" + who).build();
        return json.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    JsonNode put(String path, String who, Map<String, Object> body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(cloud.api() + path)).header("authorization", "Bearer local:" + who)
                .header("content-type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))).build();
        return json.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    /** A request of somebody's; the answer must be 200. */
    JsonNode post(String path, String who, Map<String, Object> body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(cloud.api() + path)).header("authorization", "Bearer local:" + who)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))).build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return json.readTree(response.body());
    }

    /** What lies behind a route that leads elsewhere. */
    byte[] followed(String path, String who) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(cloud.api() + path)).header("authorization", "Bearer local:" + who).build();
        var location = http.send(request, HttpResponse.BodyHandlers.discarding()).headers().firstValue("location").orElseThrow();
        return http.send(HttpRequest.newBuilder(URI.create(location)).build(), HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    JsonNode lead(String id) throws Exception {
        return get("/leads/" + id, "manager");
    }

    /** All items of a list, page by page. */
    List<JsonNode> all(String path) throws Exception {
        var items = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = get(path + next, "manager");
            page.path("items").forEach(items::add);
            next = page.path("next").isTextual() ? (path.contains("?") ? "&" : "?") + "cursor=" + page.path("next").asText() : null;
        } while (next != null);
        return items;
    }

    /** Waits until no message is under way: real processes have no virtual time. */
    void settle() throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!get("/local/status", "manager").path("settled").asBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not settled within " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Override
    public void close() {
        cloud.close();
    }
}
