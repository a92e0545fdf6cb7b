package dev.leadkeeper.aws;

import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetParameterRequest;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/** Secrets in the parameter store, one SecureString per name, one value per line, newest first. Remembered for a minute. */
final class SsmSecrets implements Secrets {
    private static final Duration REMEMBERED = Duration.ofSeconds(60);
    // A secret that is not there yet is about to be set by somebody who is waiting for it.
    private static final Duration ABSENCE_REMEMBERED = Duration.ofSeconds(5);

    private record Memory(List<String> values, Instant until) {}

    private final SsmClient client;
    private final String path;
    private final Clock clock;
    private final Attempts attempts;
    private final Map<String, Memory> memories = new ConcurrentHashMap<>();

    /** @param path what stands before the names, such as {@code /leadkeeper/stack} */
    SsmSecrets(SsmClient client, String path, Clock clock, Ids ids) {
        this.client = client;
        this.path = path;
        this.clock = clock;
        this.attempts = new Attempts(clock, ids);
    }

    @Override
    public List<String> live(String name) {
        var memory = memories.get(name);
        if (memory == null || !clock.now().isBefore(memory.until())) {
            var values = read(name);
            memory = new Memory(values, clock.now().plus(values.isEmpty() ? ABSENCE_REMEMBERED : REMEMBERED));
            memories.put(name, memory);
        }
        return memory.values();
    }

    /** Forgets everything: a snapshot must not carry secrets into restores. */
    void forget() {
        memories.clear();
    }

    private List<String> read(String name) {
        var request = GetParameterRequest.builder().name(path + "/" + name).withDecryption(true).build();
        return attempts.run("GetParameter", Attempts.Repeat.READ, () -> {
            try {
                return client.getParameter(request).parameter().value().lines()
                        .map(String::strip).filter(line -> !line.isEmpty()).toList();
            } catch (ParameterNotFoundException e) {
                return List.of();
            }
        });
    }
}
