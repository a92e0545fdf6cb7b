package dev.leadkeeper.aws;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Builds clients that start quickly and give up early: the CRT's HTTP client, a region that is told and not
 * searched, no profile files, no repeats of the SDK's own ({@link Attempts}), 2.5 s for an attempt.
 */
final class AwsClients {
    /** How long an attempt may take: {@link Attempts} makes several within a function's 6 s. */
    static final Duration ATTEMPT = Duration.ofMillis(2_500);
    /** How long connecting may take. */
    static final Duration CONNECT = Duration.ofSeconds(1);

    private final Map<String, String> environment;
    private final Supplier<String> trace;
    private final Connections connections = new Connections(CONNECT);
    private final AwsCredentialsProvider credentials;
    private SdkHttpClient http;
    private final List<Runnable> forgetting = new CopyOnWriteArrayList<>();

    AwsClients(Map<String, String> environment, Supplier<String> trace) {
        this.environment = environment;
        this.trace = trace;
        this.credentials = credentials(environment);
    }

    /** Sets what all clients share. @param service as in {@code AWS_ENDPOINT_URL_<service>} */
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(B builder, String service) {
        return build(builder, service, shared -> { });
    }

    /** As {@link #build(AwsClientBuilder, String)}; {@code own} has the last word on what one client has of its own. */
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(B builder, String service, Consumer<B> own) {
        endpoint(service).ifPresent(builder::endpointOverride);
        builder.httpClient(http())
                .region(Region.of(required("AWS_REGION")))
                .credentialsProvider(credentials)
                .overrideConfiguration(all -> all.apiCallAttemptTimeout(ATTEMPT)
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .defaultProfileFile(ProfileFile.aggregator().build()));
        own.accept(builder);
        return builder.build();
    }

    /** Of the SDK's generated clients, which few functions have. */
    private synchronized SdkHttpClient http() {
        if (http == null) {
            http = AwsCrtHttpClient.builder().connectionTimeout(CONNECT).build();
        }
        return http;
    }

    /**
     * A service that speaks JSON, without the SDK's generated client.
     *
     * @param service as in {@code AWS_ENDPOINT_URL_<service>}; in lower case it is the service's name in host names and signatures
     */
    JsonService json(String service, JsonService.Protocol protocol) {
        var region = required("AWS_REGION");
        var name = service.toLowerCase(Locale.ROOT);
        var endpoint = endpoint(service).orElseGet(() -> URI.create("https://" + name + "." + region + "." + suffix(region)));
        var made = new JsonService(connections, credentials, endpoint, region, name, protocol, trace);
        forgetting.add(made::forget);
        return made;
    }

    /** Objects of a bucket, without the SDK's generated client. */
    BucketService bucket(String bucket) {
        var made = new BucketService(connections, credentials, bucketAddress(bucket), required("AWS_REGION"));
        forgetting.add(made::forget);
        return made;
    }

    /** Forgets what was derived from credentials. */
    void forget() {
        forgetting.forEach(Runnable::run);
    }

    /**
     * What host names of a region end in. The SDK knows it as well, but loads a class for each of its 400 services to say it.
     * github.com/boto/botocore/blob/develop/botocore/data/partitions.json
     */
    static String suffix(String region) {
        return region.startsWith("cn-") ? "amazonaws.com.cn"
                : region.startsWith("eusc-") ? "amazonaws.eu"
                : region.startsWith("us-iso-") ? "c2s.ic.gov"
                : region.startsWith("us-isob-") ? "sc2s.sgov.gov"
                : region.startsWith("us-isof-") ? "csp.hci.ic.gov"
                : region.startsWith("eu-isoe-") ? "cloud.adc-e.uk"
                : "amazonaws.com";
    }

    /** Where a service is, if not at AWS. Names and order: docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html */
    Optional<URI> endpoint(String service) {
        return Optional.ofNullable(environment.get("AWS_ENDPOINT_URL_" + service))
                .or(() -> Optional.ofNullable(environment.get("AWS_ENDPOINT_URL"))).map(URI::create);
    }

    /** Whether a bucket's name stands in the path: only AWS itself has a host name for every bucket. */
    boolean pathStyle() {
        return endpoint("S3").isPresent();
    }

    /** Where a bucket is, and takes forms. */
    URI bucketAddress(String bucket) {
        var region = required("AWS_REGION");
        return endpoint("S3").map(elsewhere -> URI.create(elsewhere.toString().replaceFirst("/+$", "") + "/" + bucket))
                .orElseGet(() -> URI.create("https://" + bucket + ".s3." + region + "." + suffix(region) + "/"));
    }

    /** The keys to sign with just now. */
    AwsCredentials signer() {
        return credentials.resolveCredentials();
    }

    /** Signs addresses; asks nobody for anything. */
    S3Presigner presigner() {
        var builder = S3Presigner.builder().region(Region.of(required("AWS_REGION"))).credentialsProvider(credentials)
                .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(pathStyle()).build());
        endpoint("S3").ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /** @throws IllegalStateException if the environment does not say it */
    String required(String name) {
        var value = environment.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalStateException("the environment has no " + name);
        }
        return value;
    }

    /** Lambda gives keys for the life of the process, with SnapStart an address where to fetch them after a restore. */
    private static AwsCredentialsProvider credentials(Map<String, String> environment) {
        if (environment.containsKey("AWS_CONTAINER_CREDENTIALS_FULL_URI")) {
            return ContainerCredentialsProvider.builder().build();
        }
        var id = environment.get("AWS_ACCESS_KEY_ID");
        var secret = environment.get("AWS_SECRET_ACCESS_KEY");
        var session = environment.get("AWS_SESSION_TOKEN");
        if (id == null || secret == null) {
            return DefaultCredentialsProvider.builder().build();
        }
        return StaticCredentialsProvider.create(session == null
                ? AwsBasicCredentials.create(id, secret) : AwsSessionCredentials.create(id, secret, session));
    }
}
