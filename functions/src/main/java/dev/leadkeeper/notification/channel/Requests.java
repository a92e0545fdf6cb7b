package dev.leadkeeper.notification.channel;

import dev.leadkeeper.json.Json;
import java.util.HashMap;
import java.util.Map;

/** The requests of one attempt: however many there are, they share one deadline. */
final class Requests {
    private static final String JSON = "application/json; charset=utf-8";

    private final Http http;
    private final Http.Deadline deadline = Http.Deadline.in(Http.TIMEOUT);

    Requests(Http http) {
        this.http = http;
    }

    /** Posts a document. */
    Http.Reply post(String url, Map<String, Object> document) {
        return post(url, Map.of(), Json.writeBytes(document));
    }

    /** Posts JSON with further headers. */
    Http.Reply post(String url, Map<String, String> headers, byte[] json) {
        var all = new HashMap<>(headers);
        all.put("content-type", JSON);
        return http.post(url, all, json, deadline);
    }

    /** Posts an empty body with these headers. */
    Http.Reply postEmpty(String url, Map<String, String> headers) {
        return http.post(url, headers, new byte[0], deadline);
    }

    Http.Reply get(String url) {
        return http.get(url, deadline);
    }

    /** Whether somebody else may ask this address on the channel's behalf. */
    boolean mayAsk(String url) {
        return http.mayAsk(url);
    }
}
