package dev.leadkeeper.fake;

import dev.leadkeeper.port.Secrets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The secrets that a test says. Thread-safe. */
public class FixedSecrets implements Secrets {
    private final Map<String, List<String>> secrets = new ConcurrentHashMap<>();

    /** Makes these the live values of a name, newest first. */
    public FixedSecrets put(String name, String... values) {
        secrets.put(name, List.of(values));
        return this;
    }

    @Override
    public List<String> live(String name) {
        return secrets.getOrDefault(name, List.of());
    }
}
