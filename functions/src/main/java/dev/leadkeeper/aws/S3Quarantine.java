package dev.leadkeeper.aws;

import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Quarantine;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The quarantine in a bucket of its own. What is gone is only told from what is forbidden if the role may list the bucket. */
final class S3Quarantine implements Quarantine {
    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;
    /** What S3 calls a version that is none, in a bucket without versions: docs.aws.amazon.com/AmazonS3/latest/userguide/versioning-workflows.html */
    private static final String NO_VERSION = "null";

    private final S3Client client;
    private final String bucket;
    private final URI address;
    private final String region;
    private final Supplier<AwsCredentials> signer;
    private final Clock clock;
    private final Attempts attempts;

    /**
     * @param address where forms are posted
     * @param signer  asked for each form, since a role's keys change
     */
    S3Quarantine(S3Client client, String bucket, URI address, String region, Supplier<AwsCredentials> signer, Clock clock, Ids ids) {
        this.client = client;
        this.bucket = bucket;
        this.address = address;
        this.region = region;
        this.signer = signer;
        this.clock = clock;
        this.attempts = new Attempts(clock, ids);
    }

    @Override
    public Form allow(String key, String contentType, long bytes, Duration validFor) {
        var now = clock.now();
        return new Form(address, PostPolicy.fields(signer.get(), region, now, bucket, key, contentType, bytes, now.plus(validFor)));
    }

    @Override
    public Optional<Seen> look(String key, String version) {
        var request = HeadObjectRequest.builder().bucket(bucket).key(key).versionId(version).build();
        return attempts.run("HeadObject", Attempts.Repeat.READ, () -> found(() -> {
            var head = client.headObject(request);
            var stored = NO_VERSION.equals(head.versionId()) ? null : head.versionId();
            return new Seen(key, stored, head.eTag(), head.contentLength(), head.lastModified());
        }));
    }

    @Override
    public Optional<InputStream> open(Seen seen) {
        var request = GetObjectRequest.builder().bucket(bucket).key(seen.key()).versionId(seen.version()).ifMatch(seen.etag()).build();
        return attempts.run("GetObject", Attempts.Repeat.READ, () -> found(() -> client.getObject(request)));
    }

    @Override
    public void delete(Seen seen) {
        var request = DeleteObjectRequest.builder().bucket(bucket).key(seen.key()).versionId(seen.version()).build();
        attempts.run("DeleteObject", Attempts.Repeat.SAFE_WRITE, () -> found(() -> client.deleteObject(request)));
    }

    private static <T> Optional<T> found(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (S3Exception e) {
            // A version that never was is a bad request rather than a missing object.
            if (e.statusCode() == NOT_FOUND || e.statusCode() == PRECONDITION_FAILED || Failure.name(e).equals("NoSuchVersion")) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
