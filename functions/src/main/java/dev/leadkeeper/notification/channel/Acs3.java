package dev.leadkeeper.notification.channel;

import dev.leadkeeper.lead.LeadId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Alibaba Cloud's request signature, version 3 (ACS3-HMAC-SHA256), for POST requests with all parameters in the query.
 * See https://help.aliyun.com/document_detail/2593177.html.
 */
final class Acs3 {
    private static final String EMPTY_BODY = hex(LeadId.sha256(""));

    private Acs3() {}

    /** The key pair. */
    record Key(String id, String secret) {
        @Override
        public String toString() {
            return "a key pair";
        }
    }

    /** The canonical query, which is also the one to send. */
    static String query(Map<String, String> parameters) {
        return new TreeMap<>(parameters).entrySet().stream()
                .map(each -> Urls.encode(each.getKey()) + "=" + Urls.encode(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    /**
     * The headers to send with an empty body, except {@code host}, which the HTTP client sends.
     *
     * @param host  as in the URL, with the port if there is one
     * @param nonce never used before
     */
    static Map<String, String> headers(Key key, String host, String query, String action, String version, Instant now, String nonce) {
        var headers = new TreeMap<String, String>();
        headers.put("x-acs-action", action);
        headers.put("x-acs-content-sha256", EMPTY_BODY);
        headers.put("x-acs-date", now.truncatedTo(ChronoUnit.SECONDS).toString());
        headers.put("x-acs-signature-nonce", nonce);
        headers.put("x-acs-version", version);
        var signed = new TreeMap<>(headers);
        signed.put("host", host);
        var names = String.join(";", signed.keySet());
        var lines = signed.entrySet().stream().map(each -> each.getKey() + ":" + each.getValue() + "\n").collect(Collectors.joining());
        var canonical = String.join("\n", "POST", "/", query, lines, names, EMPTY_BODY);
        var toSign = "ACS3-HMAC-SHA256\n" + hex(LeadId.sha256(canonical.getBytes(StandardCharsets.UTF_8)));
        headers.put("authorization", "ACS3-HMAC-SHA256 Credential=" + key.id() + ",SignedHeaders=" + names
                + ",Signature=" + hex(Hmac.sha256(key.secret(), toSign)));
        return headers;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
