package dev.leadkeeper.fake;

import dev.leadkeeper.port.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Time that passes when it is told to, or when somebody pauses. Thread-safe. */
public class VirtualClock implements Clock {
    private final AtomicReference<Instant> now;

    public VirtualClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    /** @param start an ISO instant */
    public VirtualClock(String start) {
        this(Instant.parse(start));
    }

    @Override
    public Instant now() {
        return now.get();
    }

    @Override
    public void pause(Duration length) {
        advance(length);
    }

    /** Lets time pass. */
    public void advance(Duration length) {
        now.updateAndGet(before -> before.plus(length));
    }

    /** Makes it this time. */
    public void set(Instant time) {
        now.set(time);
    }
}
