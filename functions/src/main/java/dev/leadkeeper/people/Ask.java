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
 * @param body  as it came, empty if there is none
 */
public record Ask(Map<String, String> path, Map<String, String> query, byte[] body) {
    /** The longest body, in bytes. */
    public static final int MOST_BYTES = 64 * 1024;

    public Ask {
        path = Map.copyOf(path);
        query = Map.copyOf(query);
    }

    /** A variable of the route. */
    public String variable(String name) {
        return path.getOrDefault(name, "");
    }

    /** A parameter of the query that says something. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
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
