package dev.leadkeeper.infra.local.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leadkeeper.infra.local.Json;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The event of payload format 2.0
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
 */
final class HttpEvent {
    /**
     * Content types whose body is passed as text, beside {@code text/*}; every other body comes in base64, also
     * urlencoded forms and bodies without a type. The documentation only speaks of "binary"; this list was measured
     * against the service (https://github.com/ministackorg/ministack/pull/766).
     */
    private static final Set<String> TEXT = Set.of("application/json", "application/xml", "application/javascript");
    private static final DateTimeFormatter CLF = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);

    private HttpEvent() {}

    static ObjectNode of(Request request, Routes.Match match, Optional<Map<String, String>> claims, String requestId, Instant now) {
        ObjectNode event = Json.object();
        event.put("version", "2.0");
        event.put("routeKey", match.target().key());
        event.put("rawPath", request.path());
        event.put("rawQueryString", request.query());
        ArrayNode cookies = Json.array();
        ObjectNode headers = Json.object();
        request.headers().forEach((name, values) -> {
            if (name.equals("cookie")) {
                values.forEach(value -> java.util.Arrays.stream(value.split(";\\s*")).forEach(cookies::add));
            } else {
                headers.put(name, String.join(",", values));
            }
        });
        if (!cookies.isEmpty()) {
            event.set("cookies", cookies);
        }
        String host = request.header("host");
        headers.put("content-length", String.valueOf(request.body().length));
        headers.put("x-forwarded-for", request.sourceIp());
        headers.put("x-forwarded-port", host.contains(":") ? host.substring(host.lastIndexOf(':') + 1) : "80");
        headers.put("x-forwarded-proto", "http");
        event.set("headers", headers);
        Map<String, String> query = query(request.query());
        if (!query.isEmpty()) {
            event.set("queryStringParameters", Json.of(query));
        }
        event.set("requestContext", context(request, match, claims, requestId, now));
        if (!match.parameters().isEmpty()) {
            event.set("pathParameters", Json.of(match.parameters()));
        }
        body(event, request);
        return event;
    }

    private static ObjectNode context(Request request, Routes.Match match, Optional<Map<String, String>> claims, String requestId, Instant now) {
        ObjectNode context = Json.object();
        context.put("accountId", "000000000000");
        context.put("apiId", "local");
        claims.ifPresent(each -> {
            ObjectNode jwt = context.putObject("authorizer").putObject("jwt");
            jwt.set("claims", Json.of(each));
            jwt.putNull("scopes");
        });
        context.put("domainName", request.header("host"));
        context.put("domainPrefix", "local");
        context.putObject("http")
                .put("method", request.method())
                .put("path", request.path())
                .put("protocol", request.protocol())
                .put("sourceIp", request.sourceIp())
                .put("userAgent", request.header("user-agent"));
        context.put("requestId", requestId);
        context.put("routeKey", match.target().key());
        context.put("stage", "$default");
        context.put("time", CLF.format(now.atOffset(ZoneOffset.UTC)));
        context.put("timeEpoch", now.toEpochMilli());
        return context;
    }

    private static void body(ObjectNode event, Request request) {
        if (request.body().length == 0) {
            event.put("isBase64Encoded", false);
            return;
        }
        String type = request.header("content-type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        Optional<String> text = type.startsWith("text/") || TEXT.contains(type) ? utf8(request.body()) : Optional.empty();
        event.put("body", text.orElseGet(() -> Base64.getEncoder().encodeToString(request.body())));
        event.put("isBase64Encoded", text.isEmpty());
    }

    /** Bytes that are no UTF-8 would not survive as text, whatever their content type claims. */
    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Decoded; repeated names are joined by commas. */
    private static Map<String, String> query(String raw) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : raw.split("&")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                parameters.merge(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "", (first, next) -> first + "," + next);
            }
        }
        return parameters;
    }

    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return raw;
        }
    }
}
