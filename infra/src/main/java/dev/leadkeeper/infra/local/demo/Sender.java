package dev.leadkeeper.infra.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadkeeper.infra.local.Json;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Turns a sample into the request that its vendor would send at a given time. */
final class Sender {
    private static final String PLACE_OF_SIGNATURE = "{{sign}}";

    private Sender() {}

    static HttpRequest request(Sample sample, URI api, Instant now) {
        Sample.Post post = sample.post();
        Map<String, String> query = new LinkedHashMap<>(post.query());
        Map<String, String> headers = new LinkedHashMap<>(post.headers());
        byte[] body = post.body();
        String seconds = String.valueOf(now.getEpochSecond());
        String millis = String.valueOf(now.toEpochMilli());
        switch (sample.signing()) {
            case Signing.None _ -> { }
            case Signing.InQuery secret -> query.put(secret.name(), secret.value());
            case Signing.InHeader secret -> headers.put(secret.name(), secret.value());
            case Signing.StandardWebhooks(String secret, String id) -> {
                byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
                headers.put("webhook-id", id);
                headers.put("webhook-timestamp", seconds);
                headers.put("webhook-signature", "v1," + base64(hmac(key, Signing.utf8(id + "." + seconds + "."), body)));
            }
            case Signing.BodyHmac(String secret, String header, String prefix, boolean base64, String before) -> {
                byte[] signature = hmac(Signing.utf8(secret), Signing.utf8(before), body);
                headers.put(header, prefix + (base64 ? base64(signature) : hex(signature)));
            }
            case Signing.Webflow(String secret) -> {
                headers.put("x-webflow-timestamp", millis);
                headers.put("x-webflow-signature", hex(hmac(Signing.utf8(secret), Signing.utf8(millis + ":"), body)));
            }
            case Signing.TimedHmac(String secret, String header) ->
                headers.put(header, "t=" + seconds + ",v1=" + hex(hmac(Signing.utf8(secret), Signing.utf8(seconds + "."), body)));
            case Signing.HubSpot(String secret) -> {
                headers.put("X-HubSpot-Request-Timestamp", millis);
                headers.put("X-HubSpot-Signature-v3", base64(hmac(Signing.utf8(secret),
                        Signing.utf8(post.method() + address(sample, api, query)), body, Signing.utf8(millis))));
            }
            case Signing.Wjx(String key) -> {
                JsonNode tree = Json.parse(body).orElseThrow();
                body = signed(body, "SHA-1", tree.path("activity").asText() + tree.path("index").asText() + key);
            }
            case Signing.Youzan(String secret) -> {
                JsonNode tree = Json.parse(body).orElseThrow();
                body = signed(body, "MD5", tree.path("client_id").asText() + tree.path("msg").asText() + secret);
            }
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(sample, api, query)))
                .method(post.method(), HttpRequest.BodyPublishers.ofByteArray(body));
        if (body.length > 0) {
            request.header("Content-Type", post.contentType());
        }
        headers.forEach(request::header);
        return request.build();
    }

    private static String address(Sample sample, URI api, Map<String, String> query) {
        String parameters = query.entrySet().stream().map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return api + "/forms/" + encoded(sample.form()) + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    private static byte[] signed(byte[] body, String algorithm, String message) {
        try {
            String signature = hex(MessageDigest.getInstance(algorithm).digest(Signing.utf8(message)));
            return Signing.utf8(new String(body, StandardCharsets.UTF_8).replace(PLACE_OF_SIGNATURE, signature));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm + " is part of every JDK", e);
        }
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            for (byte[] part : parts) {
                message.writeBytes(part);
            }
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message.toByteArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
