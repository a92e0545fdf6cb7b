package dev.leadkeeper.people;

import dev.leadkeeper.json.Json;
import dev.leadkeeper.json.JsonRefused;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody asks.
 *
 * @param path  the variables of the route, such as {@code id}
 * @param query the query's parameters; of a repeated one all values, joined by commas
 * @param headers by lower-case name
 * @param body  as it came, empty if there is none
 */
public record Ask(Map<String, String> path, Map<String, String> query, Map<String, String> headers, byte[] body) {
    /** The longest body, in bytes. */
    public static final int MOST_BYTES = 64 * 1024;

    public Ask {
        path = Map.copyOf(path);
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /** An ask without headers. */
    public Ask(Map<String, String> path, Map<String, String> query, byte[] body) {
        this(path, query, Map.of(), body);
    }

    /** A variable of the route. */
    public String variable(String name) {
        return path.getOrDefault(name, "");
    }

    /** A parameter of the query that says something. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }

    /** A header that says something; the name in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The body of a request that may come without one: then an empty object. */
    public Map<String, Object> objectIfAny() throws JsonRefused {
        return body.length == 0 ? Map.of() : object();
    }

    /**
     * The body, which must be a JSON object.
     *
     * @throws JsonRefused if it is anything else
     */
    public Map<String, Object> object() throws JsonRefused {
        return Json.readObject(body, MOST_BYTES);
    }
}
