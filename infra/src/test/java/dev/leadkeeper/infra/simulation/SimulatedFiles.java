package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.port.Files;
import java.util.List;
import java.util.Optional;

/** Files within the cosmos. */
final class SimulatedFiles implements Files {
    private static final List<FaultKind> READ = List.of(FaultKind.CRASH_BEFORE, FaultKind.ERROR, FaultKind.THROTTLE);
    private static final List<FaultKind> PUT = List.of(FaultKind.CRASH_BEFORE, FaultKind.CRASH_AFTER, FaultKind.ERROR,
            FaultKind.ERROR_AFTER_EFFECT, FaultKind.THROTTLE);

    private final Cosmos cosmos;
    private final Files truth;

    SimulatedFiles(Cosmos cosmos, Files truth) {
        this.cosmos = cosmos;
        this.truth = truth;
    }

    @Override
    public void put(String name, byte[] content, String contentType) {
        cosmos.change("put " + name, PUT, () -> {
            truth.put(name, content, contentType);
            return null;
        }, null);
    }

    @Override
    public Optional<byte[]> get(String name) {
        return cosmos.read("get " + name, READ, () -> truth.get(name));
    }
}
