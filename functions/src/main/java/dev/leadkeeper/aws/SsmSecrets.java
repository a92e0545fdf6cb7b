package dev.leadkeeper.aws;

import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Secrets in the parameter store, one SecureString per name, one value per line, newest first. A folder of them, such as
 * {@code forms}, is read at once and remembered for a minute: reading by path is authorized against the path, so that a role
 * can name its folder exactly (https://docs.aws.amazon.com/systems-manager/latest/userguide/ps-retrieval-authorization.html).
 */
final class SsmSecrets implements Secrets {
    private static final Duration REMEMBERED = Duration.ofSeconds(60);
    // A secret that is not there yet is about to be set by somebody who is waiting for it.
    private static final Duration ABSENCE_REMEMBERED = Duration.ofSeconds(5);

    private record Memory(Map<String, List<String>> values, Instant readAt) {}

    private final Parameters parameters;
    private final String path;
    private final Clock clock;
    private final Attempts attempts;
    private final Map<String, Memory> memories = new ConcurrentHashMap<>();

    /** @param path what stands before the names, such as {@code /leadkeeper/stack} */
    SsmSecrets(Parameters parameters, String path, Clock clock, Ids ids) {
        this.parameters = parameters;
        this.path = path;
        this.clock = clock;
        this.attempts = new Attempts(clock, ids);
    }

    @Override
    public List<String> live(String name) {
        var folder = name.substring(0, Math.max(0, name.lastIndexOf('/')));
        var memory = memories.get(folder);
        var remembered = memory == null ? null : memory.values().get(name);
        if (memory == null || !clock.now().isBefore(memory.readAt().plus(remembered == null ? ABSENCE_REMEMBERED : REMEMBERED))) {
            memory = new Memory(read(folder), clock.now());
            memories.put(folder, memory);
        }
        return memory.values().getOrDefault(name, List.of());
    }

    /** Forgets everything: a snapshot must not carry secrets into restores. */
    void forget() {
        memories.clear();
    }

    private Map<String, List<String>> read(String folder) {
        var values = new HashMap<String, List<String>>();
        String next = null;
        do {
            var from = next;
            var page = attempts.run("GetParametersByPath", Attempts.Repeat.READ, () -> parameters.under(path + "/" + folder, from));
            page.values().forEach((name, value) -> values.put(name.substring(path.length() + 1),
                    value.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()));
            next = page.next();
        } while (next != null);
        return values;
    }
}
