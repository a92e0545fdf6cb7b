package dev.leadkeeper.wiring;

import dev.leadkeeper.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer, as text in UTF-8.
 *
 * @param headers by lower-case name
 */
public record HttpResponse(int status, Map<String, String> headers, String body) {
    /** JSON, never to be kept by a browser or a proxy. */
    public static HttpResponse json(int status, Object value) {
        return of(status, "application/json", Json.write(value));
    }

    /** Text as it is, such as the answer to a handshake. */
    public static HttpResponse text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text);
    }

    /** As {@link #problem(int, String, String, Map)} without further members. */
    public static HttpResponse problem(int status, String code, String title) {
        return problem(status, code, title, Map.of());
    }

    /**
     * An error by RFC 9457.
     *
     * @param code  what kind of problem, in the words of {@code openapi.yaml}, such as {@code unknown-form}
     * @param title one sentence for people, the same for every occurrence
     * @param more  further members, such as {@code detail} or {@code errors}
     */
    public static HttpResponse problem(int status, String code, String title, Map<String, Object> more) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "urn:leadkeeper:problem:" + code);
        problem.put("title", title);
        problem.put("status", status);
        problem.putAll(more);
        return of(status, "application/problem+json", Json.write(problem));
    }

    /** The same answer with one more header. */
    public HttpResponse with(String header, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new HttpResponse(status, all, body);
    }

    Map<String, Object> event() {
        return Map.of("statusCode", status, "headers", headers, "body", body, "isBase64Encoded", false);
    }

    private static HttpResponse of(int status, String type, String body) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("content-type", type);
        headers.put("cache-control", "no-store");
        headers.put("x-content-type-options", "nosniff");
        return new HttpResponse(status, headers, body);
    }
}
