package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.fake.InMemoryVault;
import dev.leadkeeper.port.Vault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The vault within the cosmos. */
final class SimulatedVault implements Vault {
    private static final List<FaultKind> READ = List.of(FaultKind.CRASH_BEFORE, FaultKind.ERROR, FaultKind.THROTTLE);
    private static final List<FaultKind> KEEP = List.of(FaultKind.CRASH_BEFORE, FaultKind.CRASH_AFTER, FaultKind.ERROR,
            FaultKind.ERROR_AFTER_EFFECT, FaultKind.THROTTLE);

    private final Cosmos cosmos;
    private final InMemoryVault truth;
    private final Consumer<String> kept;

    /** @param kept told the hash of everything that was kept, right after it was */
    SimulatedVault(Cosmos cosmos, InMemoryVault truth, Consumer<String> kept) {
        this.cosmos = cosmos;
        this.truth = truth;
        this.kept = kept;
    }

    @Override
    public void keep(String sha256, Content content, String contentType) {
        cosmos.change("keep " + sha256.substring(0, 8), KEEP, () -> {
            truth.keep(sha256, content, contentType);
            kept.accept(sha256);
            return null;
        }, null);
    }

    @Override
    public boolean has(String sha256) {
        return cosmos.read("is " + sha256.substring(0, 8) + " kept", READ, () -> truth.has(sha256));
    }

    @Override
    public URI link(String sha256, String downloadName, String contentType, Duration validFor) {
        return truth.link(sha256, downloadName, contentType, validFor);
    }
}
