package dev.leadkeeper.aws;

import dev.leadkeeper.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Signs the form of an upload by POST, which the SDK cannot (github.com/aws/aws-sdk-java-v2/issues/6577) and which alone can
 * bound the length: docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html.
 */
final class PostPolicy {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String HMAC = "HmacSHA256";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private PostPolicy() {}

    /** The fields of a form for one object of exactly this name, type and length. */
    static Map<String, String> fields(AwsCredentials signer, String region, Instant now, String bucket, String key,
                                      String contentType, long bytes, Instant until) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("key", key);
        fields.put("Content-Type", contentType);
        fields.put("x-amz-algorithm", ALGORITHM);
        fields.put("x-amz-credential", String.join("/", signer.accessKeyId(), DAY.format(now), region, "s3", "aws4_request"));
        fields.put("x-amz-date", MOMENT.format(now));
        if (signer instanceof AwsSessionCredentials session) {
            fields.put("x-amz-security-token", session.sessionToken());
        }
        var conditions = new ArrayList<Object>();
        conditions.add(Map.of("bucket", bucket));
        conditions.add(List.of("content-length-range", bytes, bytes));
        fields.forEach((name, value) -> conditions.add(List.of("eq", "$" + name, value)));
        var policy = Base64.getEncoder().encodeToString(
                Json.writeBytes(Map.of("expiration", DateTimeFormatter.ISO_INSTANT.format(until), "conditions", conditions)));
        fields.put("policy", policy);
        fields.put("x-amz-signature", signature(policy, signer.secretAccessKey(), DAY.format(now), region));
        return fields;
    }

    /** @param day of the signing key, as {@code 20151229} */
    static String signature(String policy, String secretKey, String day, String region) {
        var key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (var part : List.of(day, region, "s3", "aws4_request")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, policy));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
