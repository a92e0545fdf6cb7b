package dev.leadkeeper.infra.seed;

import dev.leadkeeper.aws.AwsPorts;
import dev.leadkeeper.aws.SecureIds;
import dev.leadkeeper.aws.SystemClock;
import dev.leadkeeper.port.Store;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * Where an organisation is loaded to.
 *
 * @param local whether it is on this machine, where the sample may be loaded
 */
record Target(Store store, Vault vault, boolean local) {
    /** Loopback, and what containers call their host. */
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "host.docker.internal");

    /** Connects to the stack, with the credentials and the region that any AWS tool would use. */
    static Target open(SeedOptions options, Map<String, String> processEnvironment) {
        var environment = new HashMap<>(processEnvironment);
        options.endpoint().ifPresent(endpoint -> environment.put("AWS_ENDPOINT_URL", endpoint.toString()));
        var dynamoDb = endpoint(environment, "DYNAMODB");
        var ssm = endpoint(environment, "SSM");
        var local = dynamoDb.isPresent() && ssm.isPresent() && isThisMachine(dynamoDb.get()) && isThisMachine(ssm.get());
        if (local) {
            environment.putIfAbsent("AWS_ACCESS_KEY_ID", "local");
            environment.putIfAbsent("AWS_SECRET_ACCESS_KEY", "local");
        }
        var region = options.region().or(() -> Optional.ofNullable(environment.get("AWS_REGION")))
                .or(() -> local ? Optional.of("us-east-1") : Optional.empty())
                .map(Region::of).orElseGet(() -> DefaultAwsRegionProviderChain.builder().build().getRegion());
        environment.put("AWS_REGION", region.id());
        AwsCredentialsProvider credentials = local ? StaticCredentialsProvider.create(AwsBasicCredentials.create(
                environment.get("AWS_ACCESS_KEY_ID"), environment.get("AWS_SECRET_ACCESS_KEY"))) : DefaultCredentialsProvider.builder().build();
        try (var client = client(DynamoDbClient.builder(), dynamoDb, region, credentials)) {
            environment.putAll(Stack.tables(client, options.stack()));
        }
        return new Target(new AwsPorts(environment, new SystemClock(), new SecureIds()).store(),
                new ParameterVault(client(SsmClient.builder(), ssm, region, credentials), "/leadkeeper/" + options.stack()), local);
    }

    private static Optional<URI> endpoint(Map<String, String> environment, String service) {
        return Optional.ofNullable(environment.get("AWS_ENDPOINT_URL_" + service))
                .or(() -> Optional.ofNullable(environment.get("AWS_ENDPOINT_URL"))).map(URI::create);
    }

    private static boolean isThisMachine(URI endpoint) {
        return THIS_MACHINE.contains(String.valueOf(endpoint.getHost()));
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, Optional<URI> endpoint,
            Region region, AwsCredentialsProvider credentials) {
        endpoint.ifPresent(builder::endpointOverride);
        return builder.region(region).credentialsProvider(credentials).httpClientBuilder(AwsCrtHttpClient.builder()).build();
    }
}
