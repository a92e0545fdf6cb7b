package dev.leadkeeper.infra.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The fixture stack running, and what tests ask of it. */
final class FixtureCloud implements AutoCloseable {
    /** Long, for machines that do much else beside. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** A quarter of travelling takes some seconds. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    final LocalCloud cloud;
    private final HttpClient http = HttpClient.newHttpClient();
    private final DynamoDbClient dynamoDb;

    private FixtureCloud(LocalCloud cloud) {
        this.cloud = cloud;
        this.dynamoDb = cloud.endpoints().dynamoDbClient();
    }

    static Options options() throws IOException {
        Path root = Path.of("").toAbsolutePath().getParent();
        List<Path> classPath = new ArrayList<>();
        classPath.add(Path.of("target/test-classes").toAbsolutePath());
        classPath.add(root.resolve("functions/target/classes"));
        Arrays.stream(Files.readString(root.resolve("functions/target/runtime.classpath")).strip().split(File.pathSeparator))
                .map(Path::of).forEach(classPath::add);
        return Options.forTests(root).withTemplate(Path.of("src/test/resources/local-cloud/template.yaml"), classPath);
    }

    static FixtureCloud start(Options options) throws Exception {
        return new FixtureCloud(LocalCloud.start(options, OrganisationLoader.NONE, notice -> { }));
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(cloud.api() + path)).timeout(LONGEST)
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode json(HttpResponse<String> response) {
        return Json.parse(response.body().getBytes()).orElseThrow();
    }

    /** How often the work function saw a message with this id. */
    int seen(String id) {
        return Integer.parseInt(item(id).getOrDefault("times", AttributeValue.fromN("0")).n());
    }

    Map<String, AttributeValue> item(String id) {
        return dynamoDb.getItem(get -> get.tableName("leadkeeper-SeenTable").key(Map.of("id", AttributeValue.fromS(id))).consistentRead(true)).item();
    }

    JsonNode status() throws Exception {
        return json(send("GET", "/local/status", null));
    }

    boolean settled() {
        try {
            return status().path("settled").asBoolean();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for real processes, which have no virtual time. */
    static void eventually(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @Override
    public void close() {
        dynamoDb.close();
        http.close();
        cloud.close();
    }
}
