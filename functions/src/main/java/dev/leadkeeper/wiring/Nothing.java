package dev.leadkeeper.wiring;

import dev.leadkeeper.port.Files;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Quarantine;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Secrets;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Vault;
import dev.leadkeeper.port.Write;
import dev.leadkeeper.telemetry.Field;
import dev.leadkeeper.telemetry.Metric;
import dev.leadkeeper.telemetry.Telemetry;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ports that find what is canned, keep nothing and tell nobody. Priming runs on them, so that a snapshot holds no live data. */
final class Nothing implements Store, Queue, Files, Secrets, Quarantine, Vault, Telemetry {
    private final Canned canned;

    Nothing(Canned canned) {
        this.canned = canned;
    }

    private static final URI NOWHERE = URI.create("https://nowhere.invalid/");

    @Override
    public Optional<Map<String, Object>> get(Key key) {
        return Optional.ofNullable(canned.item(key));
    }

    @Override
    public List<Optional<Map<String, Object>>> getAll(List<Key> keys) {
        return keys.stream().map(this::get).toList();
    }

    @Override
    public Page query(Query query) {
        return new Page(List.of(), null);
    }

    @Override
    public Page query(IndexQuery query) {
        return new Page(List.of(), null);
    }

    @Override
    public Page scan(Table table, int limit, String after) {
        return new Page(canned.all(table), null);
    }

    @Override
    public WriteResult write(Write write) {
        return new WriteResult.Written(write instanceof Write.Put put ? put.item() : write.key().attributes());
    }

    @Override
    public TransactResult transact(List<Write> writes) {
        return new TransactResult.Committed();
    }

    @Override
    public void send(Channel channel, Map<String, Object> body, Duration delay) {}

    @Override
    public void put(String name, byte[] content, String contentType) {}

    @Override
    public Optional<byte[]> get(String name) {
        return Optional.empty();
    }

    @Override
    public List<String> live(String name) {
        return canned.secret(name);
    }

    @Override
    public Form allow(String key, String contentType, long bytes, Duration validFor) {
        return new Form(NOWHERE, Map.of());
    }

    @Override
    public Optional<Seen> look(String key, String version) {
        return Optional.empty();
    }

    @Override
    public Optional<InputStream> open(Seen seen) {
        return Optional.empty();
    }

    @Override
    public void delete(Seen seen) {}

    @Override
    public void keep(String sha256, Content content, String contentType) {}

    @Override
    public boolean has(String sha256) {
        return false;
    }

    @Override
    public URI link(String sha256, String downloadName, String contentType, Duration validFor) {
        return NOWHERE;
    }

    @Override
    public void log(Level level, String event, Field.Value... fields) {}

    @Override
    public void fault(String event, Throwable fault, Field.Value... fields) {}

    @Override
    public void count(Metric metric, String value) {}

    @Override
    public void measure(Metric metric, String value, Duration length) {}

    @Override
    public <T> T during(Invocation invocation, Work<T> work) {
        return work.run();
    }
}
