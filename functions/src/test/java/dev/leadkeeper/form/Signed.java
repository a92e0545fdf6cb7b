package dev.leadkeeper.form;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Requests as senders make them. */
public final class Signed {
    private Signed() {}

    /** A post with these headers, given as name and value in turn. */
    public static FormRequest post(String body, String... headers) {
        return post(body.getBytes(StandardCharsets.UTF_8), Map.of(), headers);
    }

    public static FormRequest post(byte[] body, Map<String, String> query, String... headers) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < headers.length; i += 2) {
            map.put(headers[i], headers[i + 1]);
        }
        return new FormRequest("POST", "https://leads.example.org/forms/any", query, map, body);
    }

    /** A post under Standard Webhooks. */
    public static FormRequest standard(String secret, String id, Instant at, String body) {
        return post(body, "content-type", "application/json", "webhook-id", id, "webhook-timestamp", Long.toString(at.getEpochSecond()),
                "webhook-signature", "v1," + standardSignature(secret, id, at, body));
    }

    static String standardSignature(String secret, String id, Instant at, String body) {
        var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        return base64(key, id + "." + at.getEpochSecond() + "." + body);
    }

    static String base64(byte[] key, String message) {
        return Base64.getEncoder().encodeToString(Keys.hmac("HmacSHA256", key, message.getBytes(StandardCharsets.UTF_8)));
    }
}
