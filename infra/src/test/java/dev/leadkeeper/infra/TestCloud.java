package dev.leadkeeper.infra;

import dev.leadkeeper.infra.local.Endpoints;
import dev.leadkeeper.infra.local.emulators.Emulators;
import dev.leadkeeper.infra.local.emulators.Provisioning;
import dev.leadkeeper.infra.local.template.Place;
import dev.leadkeeper.infra.local.template.TemplateReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The template's tables, queues and bucket for tests that need no functions: on the embedded emulators, started once and
 * shared by all tests; where {@code AWS_ENDPOINT_URL} says; or on LocalStack with {@code -Plocalstack}.
 */
public final class TestCloud {
    private static TestCloud shared;

    private final Endpoints endpoints;
    private final Map<String, String> environment;

    private TestCloud(Endpoints endpoints, Map<String, String> environment) {
        this.endpoints = endpoints;
        this.environment = environment;
    }

    /** The one of this process. */
    public static synchronized TestCloud shared() throws Exception {
        if (shared == null) {
            var endpoints = elsewhere().orElse(null);
            if (endpoints == null) {
                endpoints = Emulators.start(Optional.empty(), change -> { }).endpoints();
            }
            var root = Path.of("").toAbsolutePath().getParent();
            var template = new TemplateReader(Place.local(endpoints.sqs().toString(), "http://localhost"), Map.of())
                    .read(root.resolve("template.yaml"));
            Provisioning.create(template, endpoints, false);
            var environment = new LinkedHashMap<>(template.environment());
            environment.putAll(endpoints.environment());
            shared = new TestCloud(endpoints, environment);
        }
        return shared;
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    /** What a function of the template finds in its environment. */
    public Map<String, String> environment() {
        return environment;
    }

    private static Optional<Endpoints> elsewhere() throws InterruptedException {
        if (System.getProperty("cloud", "").equals("localstack")) {
            return Optional.of(LocalStackContainer.endpoints());
        }
        return Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL")).map(URI::create).map(url -> new Endpoints(url, url, url, url,
                System.getenv().getOrDefault("AWS_REGION", "us-east-1"), System.getenv().getOrDefault("AWS_ACCESS_KEY_ID", "test"),
                System.getenv().getOrDefault("AWS_SECRET_ACCESS_KEY", "test")));
    }
}
