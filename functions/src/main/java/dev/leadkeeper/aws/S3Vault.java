package dev.leadkeeper.aws;

import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * The vault in a bucket whose default retention locks every object. S3 itself compares the content with the hash that it is
 * named by, so nothing else can come to lie under a name.
 */
final class S3Vault implements Vault {
    private static final String FOLDER = "sha256/";
    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;
    /** 50 MB at 3 MB/s, which is a tenth of what a function of 1 GB reaches. */
    private static final Duration UPLOAD = Duration.ofSeconds(17);
    private static final Duration RENEWED_AFTER = Duration.ofDays(1);

    private final S3Client client;
    private final Supplier<S3Presigner> presigner;
    private final String bucket;
    private final Clock clock;
    private final Attempts attempts;

    S3Vault(S3Client client, Supplier<S3Presigner> presigner, String bucket, Clock clock, Ids ids) {
        this.client = client;
        this.presigner = presigner;
        this.bucket = bucket;
        this.clock = clock;
        this.attempts = new Attempts(clock, ids);
    }

    @Override
    public void keep(String sha256, Content content, String contentType) {
        if (put(sha256, content, contentType, "*")) {
            return;
        }
        // A version more, with a retention of its own: the bucket's rule counts from when a version was made.
        var isDue = storedAt(sha256).filter(stored -> stored.plus(RENEWED_AFTER).isBefore(clock.now())).isPresent();
        if (isDue && !put(sha256, content, contentType, null)) {
            throw new Store.Fault("PutObject was refused without a condition", null);
        }
    }

    @Override
    public boolean has(String sha256) {
        return storedAt(sha256).isPresent();
    }

    @Override
    public URI link(String sha256, String downloadName, String contentType, Duration validFor) {
        var get = GetObjectRequest.builder().bucket(bucket).key(FOLDER + sha256).responseContentType(contentType)
                .responseContentDisposition(attachment(downloadName)).build();
        try {
            return presigner.get().presignGetObject(ask -> ask.signatureDuration(validFor).getObjectRequest(get)).url().toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a presigned address is one", e);
        }
    }

    /** Never shown inside a page of ours: RFC 6266 with the UTF-8 name of RFC 5987. */
    static String attachment(String name) {
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
        return "attachment; filename*=UTF-8''" + encoded;
    }

    /** @return false if something lies there already */
    private boolean put(String sha256, Content content, String contentType, String ifNoneMatch) {
        var request = PutObjectRequest.builder().bucket(bucket).key(FOLDER + sha256).contentType(contentType).ifNoneMatch(ifNoneMatch)
                .checksumSHA256(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)))
                .overrideConfiguration(own -> own.apiCallAttemptTimeout(UPLOAD)).build();
        var body = RequestBody.fromContentProvider(() -> opened(content), content.bytes(), contentType);
        return attempts.run("PutObject", Attempts.Repeat.SAFE_WRITE, () -> {
            try {
                client.putObject(request, body);
                return true;
            } catch (S3Exception e) {
                if (e.statusCode() == PRECONDITION_FAILED) {
                    return false;
                }
                throw e;
            }
        });
    }

    private Optional<Instant> storedAt(String sha256) {
        var request = HeadObjectRequest.builder().bucket(bucket).key(FOLDER + sha256).build();
        return attempts.run("HeadObject", Attempts.Repeat.READ, () -> {
            try {
                return Optional.of(client.headObject(request).lastModified());
            } catch (S3Exception e) {
                if (e.statusCode() == NOT_FOUND) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    private static InputStream opened(Content content) {
        try {
            return content.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
