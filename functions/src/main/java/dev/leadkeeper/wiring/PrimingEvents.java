package dev.leadkeeper.wiring;

import dev.leadkeeper.json.Json;
import java.util.List;
import java.util.Map;

/** Events as Lambda would hand them over, for priming. */
public final class PrimingEvents {
    private PrimingEvents() {}

    /**
     * A request of nobody.
     *
     * @param routeKey   such as {@code GET /leads/{id}}
     * @param parameters of the path
     * @param body       JSON
     */
    public static String request(String routeKey, Map<String, String> parameters, String body) {
        var method = routeKey.substring(0, routeKey.indexOf(' '));
        return Json.write(Map.of("version", "2.0", "routeKey", routeKey, "rawPath", "/", "rawQueryString", "",
                "headers", Map.of("content-type", "application/json"), "pathParameters", parameters,
                "requestContext", Map.of("requestId", "priming", "http", Map.of("method", method, "path", "/", "sourceIp", "127.0.0.1")),
                "body", body, "isBase64Encoded", false));
    }

    /** A batch of one message. */
    public static String message(Map<String, Object> body) {
        return Json.write(Map.of("Records", List.of(Map.of("messageId", "priming", "body", Json.write(body),
                "attributes", Map.of("ApproximateReceiveCount", "1", "SentTimestamp", "0"),
                "eventSourceARN", "arn:aws:sqs:::priming"))));
    }

    /** A batch of the one message that takes a function all its way over what is canned. @param function such as {@code scoring} */
    public static String canned(String function) {
        return message(Canned.read().message(function));
    }

    /** A tick of a schedule. */
    public static String tick() {
        return "{}";
    }
}
