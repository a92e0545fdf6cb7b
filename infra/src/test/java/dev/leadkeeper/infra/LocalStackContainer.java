package dev.leadkeeper.infra;

import cloud.localstack.Localstack;
import cloud.localstack.docker.annotation.LocalstackDockerConfiguration;
import dev.leadkeeper.infra.local.Endpoints;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** LocalStack in Docker, for {@code ./mvnw verify -Plocalstack}; the only class that knows localstack-utils. */
final class LocalStackContainer {
    /** The last image that asks for no token. */
    private static final String TAG = "4.14.0";

    private LocalStackContainer() {}

    /** Starts the container; without Docker the test that asks is shown as skipped. */
    static Endpoints endpoints() throws InterruptedException {
        Assumptions.assumeTrue(dockerAnswers(), "no Docker here");
        Localstack.INSTANCE.startup(LocalstackDockerConfiguration.builder()
                .imageTag(TAG)
                .pullNewImage(false)
                .randomizePorts(false)
                .environmentVariables(Map.of("SERVICES", "dynamodb,sqs,s3,ssm"))
                .build());
        Runtime.getRuntime().addShutdownHook(new Thread(Localstack.INSTANCE::stop, "localstack-stop"));
        // An address rather than a name: the SDK then puts a bucket's name into the path.
        URI edge = URI.create("http://127.0.0.1:" + Localstack.INSTANCE.getEdgePort());
        return new Endpoints(edge, edge, edge, edge, "us-east-1", "test", "test");
    }

    private static boolean dockerAnswers() throws InterruptedException {
        try {
            return new ProcessBuilder("docker", "version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
