package dev.leadkeeper.infra.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadkeeper.infra.local.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** @param headers name and value pairs; a name may come more than once (Set-Cookie) */
public record Response(int status, List<Map.Entry<String, String>> headers, byte[] body) {
    public static Response json(int status, JsonNode body) {
        return new Response(status, List.of(Map.entry("content-type", "application/json")), Json.bytes(body));
    }

    /** What API Gateway itself says: {@code {"message":"Not Found"}}. */
    static Response message(int status, String message) {
        return json(status, Json.object().put("message", message));
    }

    /**
     * Translates what a function returned. With a {@code statusCode} it is a response; any other JSON becomes the body
     * of a 200; what is not JSON is an internal error
     * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
     */
    static Response ofFunction(byte[] payload) {
        Optional<JsonNode> parsed = Json.parse(payload);
        if (parsed.isEmpty()) {
            return message(500, "Internal Server Error");
        }
        JsonNode node = parsed.get();
        if (!node.path("statusCode").canConvertToInt()) {
            return json(200, node);
        }
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        node.path("headers").properties().forEach(each -> headers.add(Map.entry(each.getKey().toLowerCase(), each.getValue().asText())));
        node.path("cookies").forEach(cookie -> headers.add(Map.entry("set-cookie", cookie.asText())));
        if (headers.stream().noneMatch(each -> each.getKey().equals("content-type"))) {
            headers.add(Map.entry("content-type", "text/plain;charset=UTF-8"));
        }
        String text = node.path("body").isTextual() ? node.path("body").asText() : node.path("body").isMissingNode()
                || node.path("body").isNull() ? "" : node.path("body").toString();
        int status = node.path("statusCode").asInt();
        if (!node.path("isBase64Encoded").asBoolean()) {
            return new Response(status, headers, text.getBytes(StandardCharsets.UTF_8));
        }
        try {
            return new Response(status, headers, Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return message(500, "Internal Server Error");
        }
    }
}
