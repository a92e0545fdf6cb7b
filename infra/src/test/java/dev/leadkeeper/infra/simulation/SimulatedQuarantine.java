package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.fake.InMemoryQuarantine;
import dev.leadkeeper.port.Quarantine;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The quarantine within the cosmos: whatever is looked at may be replaced before the next call. */
final class SimulatedQuarantine implements Quarantine {
    private static final List<FaultKind> READ = List.of(FaultKind.CRASH_BEFORE, FaultKind.ERROR, FaultKind.THROTTLE);
    private static final List<FaultKind> DELETE = List.of(FaultKind.CRASH_BEFORE, FaultKind.CRASH_AFTER, FaultKind.ERROR,
            FaultKind.ERROR_AFTER_EFFECT, FaultKind.THROTTLE);

    private final Cosmos cosmos;
    private final InMemoryQuarantine truth;

    SimulatedQuarantine(Cosmos cosmos, InMemoryQuarantine truth) {
        this.cosmos = cosmos;
        this.truth = truth;
    }

    /** Signing a form is arithmetic: it takes no call. */
    @Override
    public Form allow(String key, String contentType, long bytes, Duration validFor) {
        return truth.allow(key, contentType, bytes, validFor);
    }

    @Override
    public Optional<Seen> look(String key, String version) {
        return cosmos.read("look at " + key, READ, () -> truth.look(key, version));
    }

    @Override
    public Optional<InputStream> open(Seen seen) {
        return cosmos.read("open " + seen.key() + " " + seen.etag(), READ, () -> truth.open(seen));
    }

    @Override
    public void delete(Seen seen) {
        cosmos.change("delete " + seen.key() + " " + seen.etag(), DELETE, () -> {
            truth.delete(seen);
            return null;
        }, null);
    }
}
