package dev.leadkeeper.aws;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Signature version 4 of a request without a query, all headers signed.
 * docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html
 */
final class SignatureV4 {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String MAC = "HmacSHA256";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String region;
    private final String service;
    private SigningKey last;

    /** Copied for each use: asking for one goes through all providers, which costs more than a short hash. */
    private static final MessageDigest SHA256 = sha256();

    /** The HMAC by the key of one day and one secret, copied for each use; deriving the key takes four of the five HMACs of a signature. */
    private record SigningKey(String day, String secret, Mac mac) {}

    SignatureV4(String region, String service) {
        this.region = region;
        this.service = service;
    }

    /**
     * The headers to send with a POST to {@code /}.
     *
     * @param headers as in {@link #sign(String, String, Map, String, AwsCredentials, Instant)}
     */
    Map<String, String> sign(Map<String, String> headers, byte[] body, AwsCredentials credentials, Instant at) {
        return sign("POST", "/", headers, hash(body), credentials, at);
    }

    /**
     * The headers to send: those given, the time, the session's token if there is one, and the signature over them.
     *
     * @param path     encoded, as it is sent
     * @param headers  names in lower case, {@code host} among them; values without blanks at their ends
     * @param bodyHash {@link #hash} of the body
     */
    Map<String, String> sign(String method, String path, Map<String, String> headers, String bodyHash, AwsCredentials credentials, Instant at) {
        var time = TIME.format(at);
        var all = new TreeMap<>(headers);
        all.put("x-amz-date", time);
        if (credentials instanceof AwsSessionCredentials session) {
            all.put("x-amz-security-token", session.sessionToken());
        }
        var names = String.join(";", all.keySet());
        var day = time.substring(0, 8);
        var scope = day + "/" + region + "/" + service + "/aws4_request";
        var text = ALGORITHM + "\n" + time + "\n" + scope + "\n" + hash((method + "\n" + path + "\n\n" + canonical(all, names) + bodyHash).getBytes(StandardCharsets.UTF_8));
        all.put("authorization", ALGORITHM + " Credential=" + credentials.accessKeyId() + "/" + scope + ", SignedHeaders=" + names
                + ", Signature=" + HexFormat.of().formatHex(signed(day, credentials.secretAccessKey(), text)));
        return all;
    }

    private static String canonical(SortedMap<String, String> headers, String names) {
        var text = new StringBuilder();
        for (var header : headers.entrySet()) {
            text.append(header.getKey()).append(':').append(header.getValue()).append('\n');
        }
        return text.append('\n').append(names).append('\n').toString();
    }

    private byte[] signed(String day, String secret, String text) {
        try {
            return ((Mac) key(day, secret).clone()).doFinal(bytes(text));
        } catch (CloneNotSupportedException e) {
            throw new AssertionError("Java's own " + MAC + " can be copied", e);
        }
    }

    private synchronized Mac key(String day, String secret) {
        if (last == null || !last.day().equals(day) || !last.secret().equals(secret)) {
            var dated = mac(bytes("AWS4" + secret)).doFinal(bytes(day));
            var regional = mac(dated).doFinal(bytes(region));
            last = new SigningKey(day, secret, mac(mac(mac(regional).doFinal(bytes(service))).doFinal(bytes("aws4_request"))));
        }
        return last.mac();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Forgets the key that was derived from a secret. */
    synchronized void forget() {
        last = null;
    }

    /** SHA-256 in hexadecimal. */
    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(((MessageDigest) SHA256.clone()).digest(bytes));
        } catch (CloneNotSupportedException e) {
            throw new AssertionError("Java's own SHA-256 can be copied", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    private static Mac mac(byte[] key) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has " + MAC, e);
        }
    }
}
