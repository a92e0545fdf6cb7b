package dev.leadkeeper.aws;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.crt.http.HttpClientConnectionManager;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Objects of a bucket that fit into memory: what {@link JsonService} is for services that speak JSON, and for the same reason. Each call
 * is one signed request, and what is sent and what comes is compared with its SHA-256.
 * docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html and …/API_GetObject.html
 */
final class BucketService {
    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;
    private static final String SHA256 = "x-amz-checksum-sha256";
    private static final String PUT = "PUT";
    private static final byte[] NOTHING = new byte[0];
    /** S3 says in XML why it refuses: <Error><Code>NoSuchKey</Code>… */
    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z0-9.]+)</Code>");

    private final HttpClientConnectionManager connections;
    private final AwsCredentialsProvider credentials;
    private final String host;
    private final String folder;
    private final SignatureV4 signature;

    /** @param address of the bucket, whether its name stands in the host or in the path */
    BucketService(Connections connections, AwsCredentialsProvider credentials, URI address, String region) {
        this.connections = connections.to(address);
        this.credentials = credentials;
        this.host = address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
        this.folder = address.getPath().replaceFirst("/+$", "") + "/";
        this.signature = new SignatureV4(region, "s3");
    }

    /**
     * One attempt to store what is not there yet.
     *
     * @return false if something lies there already
     * @throws AwsServiceException if it is refused for another reason
     * @throws SdkClientException  if there was no answer
     */
    boolean putNew(String key, byte[] content, String contentType) {
        // A bucket with object lock takes nothing without a checksum.
        var sum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(SignatureV4.hash(content)));
        var reply = call(PUT, key, Map.of("content-type", contentType, "if-none-match", "*", SHA256, sum), content);
        if (reply.status() == PRECONDITION_FAILED) {
            return false;
        }
        require(reply);
        return true;
    }

    /**
     * One attempt to read.
     *
     * @return empty if there is no such object
     * @throws AwsServiceException if it is refused
     * @throws SdkClientException  if there was no answer, or a damaged one
     */
    Optional<byte[]> get(String key) {
        var reply = call("GET", key, Map.of("x-amz-checksum-mode", "ENABLED"), NOTHING);
        if (reply.status() == NOT_FOUND && code(reply).equals("NoSuchKey")) {
            return Optional.empty();
        }
        require(reply);
        reply.header(SHA256).ifPresent(sum -> check(reply.body(), sum));
        return Optional.of(reply.body());
    }

    private Exchange.Reply call(String method, String key, Map<String, String> more, byte[] body) {
        var path = folder + SdkHttpUtils.urlEncodeIgnoreSlashes(key);
        var hash = SignatureV4.hash(body);
        var headers = new TreeMap<>(more);
        headers.put("host", host);
        headers.put("user-agent", "leadkeeper");
        headers.put("x-amz-content-sha256", hash);
        var signed = signature.sign(method, path, headers, hash, credentials.resolveCredentials(), Instant.now());
        if (method.equals(PUT)) {
            signed.put("content-length", Integer.toString(body.length));
        }
        try {
            return Exchange.run(connections, method, path, signed, body, AwsClients.ATTEMPT);
        } catch (IOException e) {
            throw SdkClientException.create("no answer to " + method + " of an object", e);
        }
    }

    private static void require(Exchange.Reply reply) {
        if (!reply.isSuccessful()) {
            var code = code(reply);
            throw AwsServiceException.builder().statusCode(reply.status()).message(code)
                    .requestId(reply.header("x-amz-request-id").orElse(null))
                    .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(code).build()).build();
        }
    }

    private static String code(Exchange.Reply reply) {
        var code = CODE.matcher(new String(reply.body(), StandardCharsets.UTF_8));
        return code.find() ? code.group(1) : "Http" + reply.status();
    }

    /** S3 sends what the writer sent; of an object in parts it is a sum of sums, with their number behind it. */
    private static void check(byte[] body, String sum) {
        if (!sum.contains("-") && !SignatureV4.hash(body).equals(HexFormat.of().formatHex(Base64.getDecoder().decode(sum)))) {
            throw SdkClientException.create("an answer that was damaged on its way");
        }
    }

    /** Forgets what was derived from credentials: a snapshot must not carry it into restores. */
    void forget() {
        signature.forget();
    }
}
