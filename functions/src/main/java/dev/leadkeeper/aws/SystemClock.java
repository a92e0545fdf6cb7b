package dev.leadkeeper.aws;

import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The machine's time. */
public final class SystemClock implements Clock {
    @Override
    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** @throws Store.Fault if the thread is interrupted; it stays so */
    @Override
    public void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Store.Fault("interrupted in a pause", e);
        }
    }
}
