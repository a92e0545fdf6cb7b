package dev.leadkeeper.wiring;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A request as an HTTP API hands it over (payload format 2.0).
 *
 * @param method         such as {@code POST}
 * @param routeKey       the template's route, such as {@code POST /forms/{form}}
 * @param path           as asked, without the stage
 * @param rawQuery       the query as asked, empty if there was none: some signatures are made over it
 * @param pathParameters by name, decoded
 * @param query          by name, decoded; values of a repeated name are joined by commas
 * @param headers        by lower-case name; repeated ones are joined by commas
 * @param body           the bytes as they were sent, empty if there were none
 * @param claims         of the verified token; empty on a route without authorizer
 * @param requestId      the gateway's id of the request
 * @param sourceIp       who asked, by address: personal data
 */
public record HttpRequest(String method, String routeKey, String path, String rawQuery,
                          Map<String, String> pathParameters, Map<String, String> query, Map<String, String> headers, byte[] body, Map<String, String> claims,
                          String requestId, String sourceIp) {

    /** @throws IllegalArgumentException if it is no such event */
    static HttpRequest of(Map<String, Object> event) {
        if (!(event.get("requestContext") instanceof Map<?, ?> context && context.get("http") instanceof Map<?, ?> http)) {
            throw new IllegalArgumentException("no request of an HTTP API, payload format 2.0");
        }
        return new HttpRequest((String) http.get("method"), (String) event.get("routeKey"), (String) event.get("rawPath"),
                event.get("rawQueryString") instanceof String query ? query : "",
                texts(event.get("pathParameters")), texts(event.get("queryStringParameters")),
                lowerCased(texts(event.get("headers"))), body(event), claims(context),
                (String) context.get("requestId"), (String) http.get("sourceIp"));
    }

    /** A path parameter that the route has. */
    public String pathParameter(String name) {
        var value = pathParameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no " + name);
        }
        return value;
    }

    /** A claim of the token, empty if it is not there. */
    public String claim(String name) {
        return claims.getOrDefault(name, "");
    }

    /** Never the content: it ends up in messages and logs. */
    @Override
    public String toString() {
        return routeKey;
    }

    private static byte[] body(Map<String, Object> event) {
        var body = (String) event.get("body");
        if (body == null) {
            return new byte[0];
        }
        return Boolean.TRUE.equals(event.get("isBase64Encoded"))
                ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> claims(Map<?, ?> context) {
        return context.get("authorizer") instanceof Map<?, ?> authorizer && authorizer.get("jwt") instanceof Map<?, ?> jwt
                ? texts(jwt.get("claims")) : Map.of();
    }

    /** The gateway gives all values as text; what is not text is not meant for us. */
    private static Map<String, String> texts(Object map) {
        var texts = new LinkedHashMap<String, String>();
        if (map instanceof Map<?, ?> present) {
            present.forEach((name, value) -> {
                if (value instanceof String text) {
                    texts.put((String) name, text);
                }
            });
        }
        return texts;
    }

    private static Map<String, String> lowerCased(Map<String, String> headers) {
        var lowerCased = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> lowerCased.put(name.toLowerCase(Locale.ROOT), value));
        return lowerCased;
    }
}
