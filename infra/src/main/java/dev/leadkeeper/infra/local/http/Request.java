package dev.leadkeeper.infra.local.http;

import java.util.List;
import java.util.Map;

/**
 * A request as it came over the wire.
 *
 * @param path    raw, undecoded
 * @param query   raw, undecoded; empty when there is none
 * @param headers names in lower case, values in the order they came
 */
public record Request(String method, String path, String query, Map<String, List<String>> headers, byte[] body, String sourceIp,
        String protocol) {
    /** All values of a header joined by commas, as API Gateway passes them on; empty when there is none. */
    public String header(String name) {
        return String.join(",", headers.getOrDefault(name, List.of()));
    }
}
