package dev.leadkeeper.aws;

import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Files;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Store;
import java.util.Arrays;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Files in a bucket. Never overwrites (If-None-Match), so that a name means one content for ever. A missing file is only
 * told from a forbidden one if the role may list the bucket.
 */
final class S3Files implements Files {
    private static final int PRECONDITION_FAILED = 412;

    private final S3Client client;
    private final String bucket;
    private final Attempts attempts;

    S3Files(S3Client client, String bucket, Clock clock, Ids ids) {
        this.client = client;
        this.bucket = bucket;
        this.attempts = new Attempts(clock, ids);
    }

    @Override
    public void put(String name, byte[] content, String contentType) {
        var request = PutObjectRequest.builder().bucket(bucket).key(name).contentType(contentType).ifNoneMatch("*").build();
        var isNew = attempts.run("PutObject", Attempts.Repeat.SAFE_WRITE, () -> {
            try {
                client.putObject(request, RequestBody.fromBytes(content));
                return true;
            } catch (S3Exception e) {
                if (e.statusCode() == PRECONDITION_FAILED) {
                    return false;
                }
                throw e;
            }
        });
        if (!isNew && !get(name).filter(there -> Arrays.equals(there, content)).isPresent()) {
            throw new Store.Fault("another content under the name " + name, null);
        }
    }

    @Override
    public Optional<byte[]> get(String name) {
        var request = GetObjectRequest.builder().bucket(bucket).key(name).build();
        return attempts.run("GetObject", Attempts.Repeat.READ, () -> {
            try {
                return Optional.of(client.getObjectAsBytes(request).asByteArray());
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }
}
