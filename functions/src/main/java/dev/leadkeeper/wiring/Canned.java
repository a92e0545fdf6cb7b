package dev.leadkeeper.wiring;

import dev.leadkeeper.json.Json;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The world that priming sees: an organisation of one rep and one rulebook, with one lead, made up and never anybody's. Enough for a
 * message to go all its way, from being read to the message that follows. Read from {@code priming.json} when priming begins, and by
 * no cold start that is not primed.
 */
final class Canned {
    private static final String FILE = "priming.json";

    private final Map<Table, Map<Key, Map<String, Object>>> items = new HashMap<>();
    private final Map<String, Object> secrets;
    private final Map<String, Object> messages;

    private Canned(Map<String, Object> file) {
        secrets = object(file.get("secrets"));
        messages = object(file.get("messages"));
        object(file.get("items")).forEach((name, list) -> {
            var table = Table.valueOf(name);
            var stored = new LinkedHashMap<Key, Map<String, Object>>();
            for (var each : (List<?>) list) {
                var item = stored(object(each));
                stored.put(Key.of(table, item), item);
            }
            items.put(table, stored);
        });
    }

    static Canned read() {
        try (var in = Canned.class.getResourceAsStream(FILE)) {
            return new Canned(Json.readOwn(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("the jar lacks " + FILE, e);
        }
    }

    /** An item as it is stored: documents are text, posts bytes. */
    private static Map<String, Object> stored(Map<String, Object> written) {
        var item = new LinkedHashMap<>(written);
        item.computeIfPresent("doc", (name, doc) -> Json.write(doc));
        item.computeIfPresent("raw", (name, raw) -> Base64.getDecoder().decode((String) raw));
        return item;
    }

    /** {@code null} if there is none. */
    Map<String, Object> item(Key key) {
        return items.getOrDefault(key.table(), Map.of()).get(key);
    }

    List<Map<String, Object>> all(Table table) {
        return List.copyOf(items.getOrDefault(table, Map.of()).values());
    }

    List<String> secret(String name) {
        return secrets.get(name) instanceof String value ? List.of(value) : List.of();
    }

    /** The message that primes a function. */
    Map<String, Object> message(String function) {
        return object(messages.get(function));
    }

    @SuppressWarnings("unchecked") // JSON has no other names than text
    private static Map<String, Object> object(Object json) {
        return (Map<String, Object>) json;
    }
}
