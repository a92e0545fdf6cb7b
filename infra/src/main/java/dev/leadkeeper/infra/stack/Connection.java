package dev.leadkeeper.infra.stack;

import dev.leadkeeper.aws.AwsPorts;
import dev.leadkeeper.aws.SecureIds;
import dev.leadkeeper.aws.SystemClock;
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
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;

/** A way to one stack, with the credentials and the region that any AWS tool would use. */
public final class Connection {
    /** Loopback, and what containers call their host. */
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "host.docker.internal");

    private final String stack;
    private final Map<String, String> environment;
    private final Region region;
    private final AwsCredentialsProvider credentials;
    private final boolean local;

    private Connection(String stack, Map<String, String> environment, Region region, AwsCredentialsProvider credentials, boolean local) {
        this.stack = stack;
        this.environment = environment;
        this.region = region;
        this.credentials = credentials;
        this.local = local;
    }

    /**
     * @param endpoint of the services in place of AWS, or the address of the HTTP API of a local cloud, which knows them
     * @param region   in place of the one of any AWS tool
     */
    public static Connection open(String stack, Optional<URI> endpoint, Optional<String> region, Map<String, String> process) {
        var environment = new HashMap<>(process);
        endpoint.ifPresent(address -> {
            var services = LocalServices.at(address);
            environment.putAll(services.isEmpty() ? Map.of("AWS_ENDPOINT_URL", address.toString()) : services);
        });
        var dynamoDb = endpoint(environment, "DYNAMODB");
        var ssm = endpoint(environment, "SSM");
        var local = dynamoDb.isPresent() && ssm.isPresent() && isThisMachine(dynamoDb.get()) && isThisMachine(ssm.get());
        if (local) {
            environment.putIfAbsent("AWS_ACCESS_KEY_ID", "local");
            environment.putIfAbsent("AWS_SECRET_ACCESS_KEY", "local");
        }
        var chosen = region.or(() -> Optional.ofNullable(environment.get("AWS_REGION")))
                .or(() -> local ? Optional.of("us-east-1") : Optional.empty())
                .map(Region::of).orElseGet(() -> DefaultAwsRegionProviderChain.builder().build().getRegion());
        environment.put("AWS_REGION", chosen.id());
        AwsCredentialsProvider credentials = local ? StaticCredentialsProvider.create(AwsBasicCredentials.create(
                environment.get("AWS_ACCESS_KEY_ID"), environment.get("AWS_SECRET_ACCESS_KEY"))) : DefaultCredentialsProvider.builder().build();
        return new Connection(stack, environment, chosen, credentials, local);
    }

    /** Whether the stack is on this machine. */
    public boolean local() {
        return local;
    }

    /**
     * The product's own adapters on the stack's tables.
     *
     * @throws IllegalStateException if the stack has no clear set of tables
     */
    public AwsPorts tables() {
        return new AwsPorts(withTables(), new SystemClock(), new SecureIds());
    }

    /** As {@link #tables}, and on its bucket of records. */
    public AwsPorts tablesAndRecords() {
        var found = withTables();
        try (var client = client(S3Client.builder().forcePathStyle(endpoint(environment, "S3").isPresent()), "S3")) {
            found.put("RECORDS_BUCKET", Stack.bucket(client, stack, "RecordsBucket"));
        }
        return new AwsPorts(found, new SystemClock(), new SecureIds());
    }

    /** The stack's parameters; the caller closes it. */
    public SsmClient parameters() {
        return client(SsmClient.builder(), "SSM");
    }

    private Map<String, String> withTables() {
        var found = new HashMap<>(environment);
        try (var client = client(DynamoDbClient.builder(), "DYNAMODB")) {
            found.putAll(Stack.tables(client, stack));
        }
        return found;
    }

    private static boolean isThisMachine(URI endpoint) {
        return THIS_MACHINE.contains(String.valueOf(endpoint.getHost()));
    }

    private static Optional<URI> endpoint(Map<String, String> environment, String service) {
        return Optional.ofNullable(environment.get("AWS_ENDPOINT_URL_" + service))
                .or(() -> Optional.ofNullable(environment.get("AWS_ENDPOINT_URL"))).map(URI::create);
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, String service) {
        endpoint(environment, service).ifPresent(builder::endpointOverride);
        return builder.region(region).credentialsProvider(credentials).httpClientBuilder(AwsCrtHttpClient.builder()).build();
    }
}
