package dev.leadkeeper.infra.local.sources;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The time of schedules and of expiry: it runs as the machine's does, and can be put forward. */
public final class SwitchableClock implements InstantSource {
    private final InstantSource real;
    private final List<Runnable> listeners = new ArrayList<>();
    private Duration ahead;

    /** @param ahead how far this clock begins ahead of the real one; may be negative */
    public SwitchableClock(InstantSource real, Duration ahead) {
        this.real = real;
        this.ahead = ahead;
    }

    @Override
    public synchronized Instant instant() {
        return real.instant().plus(ahead);
    }

    /** Puts the clock forward (or back) and tells everybody who waits for a time. */
    public void advance(Duration by) {
        List<Runnable> told;
        synchronized (this) {
            ahead = ahead.plus(by);
            told = List.copyOf(listeners);
        }
        told.forEach(Runnable::run);
    }

    public synchronized void onChange(Runnable listener) {
        listeners.add(listener);
    }
}
