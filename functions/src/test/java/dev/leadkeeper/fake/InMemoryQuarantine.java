package dev.leadkeeper.fake;

import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Quarantine;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A quarantine in a map, with versions or without. Thread-safe. */
public class InMemoryQuarantine implements Quarantine {
    /** Who hears of every upload that was taken. */
    public interface Listener {
        void stored(Seen seen);
    }

    private record Permission(String key, String type, long bytes, Instant until) {}

    private record Stored(Seen seen, byte[] content) {}

    private final Clock clock;
    private final boolean versioned;
    private final Map<String, Permission> permissions = new HashMap<>();
    private final Map<String, List<Stored>> objects = new HashMap<>();
    private Listener listener = seen -> { };
    private long serial;

    public InMemoryQuarantine(Clock clock, boolean versioned) {
        this.clock = clock;
        this.versioned = versioned;
    }

    public synchronized void listener(Listener listener) {
        this.listener = listener;
    }

    @Override
    public synchronized Form allow(String key, String contentType, long bytes, Duration validFor) {
        var policy = "policy-" + ++serial;
        permissions.put(policy, new Permission(key, contentType, bytes, clock.now().plus(validFor)));
        return new Form(URI.create("https://quarantine.invalid/"),
                Map.of("key", key, "Content-Type", contentType, "policy", policy, "x-amz-signature", "of-" + policy));
    }

    /** Uploads as a browser does; whether it was taken. */
    public boolean post(Form form, byte[] content) {
        var fields = form.fields();
        Seen seen;
        synchronized (this) {
            var permission = permissions.get(fields.get("policy"));
            var taken = permission != null && fields.get("x-amz-signature").equals("of-" + fields.get("policy"))
                    && permission.key().equals(fields.get("key")) && permission.type().equals(fields.get("Content-Type"))
                    && permission.bytes() == content.length && clock.now().isBefore(permission.until());
            if (!taken) {
                return false;
            }
            seen = put(permission.key(), content);
        }
        listener.stored(seen);
        return true;
    }

    /** Stores without any permission, and tells no listener. */
    public synchronized Seen put(String key, byte[] content) {
        return put(key, versioned ? "v" + ++serial : null, content);
    }

    /** The same, as this version. */
    public synchronized Seen put(String key, String version, byte[] content) {
        var seen = new Seen(key, version, "\"" + Integer.toHexString(Arrays.hashCode(content)) + "\"", content.length,
                clock.now().truncatedTo(ChronoUnit.SECONDS));
        var versions = objects.computeIfAbsent(key, fresh -> new ArrayList<>());
        if (!versioned) {
            versions.clear();
        }
        versions.add(new Stored(seen, content.clone()));
        return seen;
    }

    @Override
    public synchronized Optional<Seen> look(String key, String version) {
        var versions = objects.getOrDefault(key, List.of());
        return version == null ? versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast().seen())
                : versions.stream().map(Stored::seen).filter(each -> version.equals(each.version())).findFirst();
    }

    @Override
    public synchronized Optional<InputStream> open(Seen seen) {
        return objects.getOrDefault(seen.key(), List.of()).stream().filter(each -> each.seen().equals(seen))
                .map(each -> (InputStream) new ByteArrayInputStream(each.content())).findFirst();
    }

    @Override
    public synchronized void delete(Seen seen) {
        var versions = objects.getOrDefault(seen.key(), new ArrayList<>());
        versions.removeIf(each -> !versioned || each.seen().equals(seen));
        if (versions.isEmpty()) {
            objects.remove(seen.key());
        }
    }

    /** The names of everything that lies here. */
    public synchronized List<String> keys() {
        return objects.keySet().stream().sorted().toList();
    }
}
