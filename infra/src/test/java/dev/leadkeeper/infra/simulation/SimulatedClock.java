package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.port.Clock;
import java.time.Duration;
import java.time.Instant;

/** Virtual time, as far off as the running invocation's clock is. */
final class SimulatedClock implements Clock {
    private final Cosmos cosmos;

    SimulatedClock(Cosmos cosmos) {
        this.cosmos = cosmos;
    }

    @Override
    public Instant now() {
        return Instant.ofEpochMilli(cosmos.clock());
    }

    @Override
    public void pause(Duration length) {
        cosmos.sleep(length.toMillis());
    }
}
