package dev.leadkeeper.infra.local.host;

import dev.leadkeeper.aws.SystemClock;
import dev.leadkeeper.port.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The local cloud's time as the functions see it: the machine's, and so much ahead of it as the latest call said. It is handed to the wiring
 * here, in the process that only the local cloud starts, so that what is deployed has no way to travel in time.
 */
final class HostClock implements Clock {
    private final SystemClock machine = new SystemClock();
    private final AtomicLong aheadMillis;

    HostClock(long aheadMillis) {
        this.aheadMillis = new AtomicLong(aheadMillis);
    }

    /** Calls may overtake each other; time goes forward only. */
    void ahead(long millis) {
        aheadMillis.accumulateAndGet(millis, Math::max);
    }

    @Override
    public Instant now() {
        return machine.now().plusMillis(aheadMillis.get());
    }

    /** Of the machine's time: what is paused for, such as a conflict in the store, is real. */
    @Override
    public void pause(Duration length) {
        machine.pause(length);
    }
}
