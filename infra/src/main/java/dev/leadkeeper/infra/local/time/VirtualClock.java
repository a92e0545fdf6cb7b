package dev.leadkeeper.infra.local.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The time of everything on the local cloud. It runs as the machine's does, or so many times as fast, and can be put forward; never back.
 *
 * <p>Time waits for work: while somebody {@linkplain #hold() holds} it, and shortly after, it runs no faster than the machine's. A
 * machine that takes seconds over a lead would otherwise let hours go by at high speed, and every deadline would be missed for that.
 */
public final class VirtualClock implements InstantSource {
    /** A day a second; beyond, schedules of a minute could not even be counted. */
    public static final int HIGHEST_SPEED = 86_400;
    /** A message needs about this long from one function through a queue to the next. */
    static final Duration LINGER = Duration.ofMillis(40);

    /** Time does not leap until it is closed, and runs no faster than the machine's. */
    public interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    private final InstantSource machine;
    private final List<Runnable> listeners = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** At this instant of the machine it was {@link #shown} here. */
    private Instant since;
    private Instant shown;
    /** From this instant of the machine on, time runs at its speed. */
    private Instant fastFrom;
    private int speed = 1;
    private int holds;
    private boolean leaping;

    /**
     * @param machine the machine's time
     * @param ahead   how far this clock begins ahead of it; may be negative
     */
    public VirtualClock(InstantSource machine, Duration ahead) {
        this.machine = machine;
        this.since = machine.instant();
        this.shown = since.plus(ahead);
        this.fastFrom = since;
    }

    @Override
    public Instant instant() {
        return locked(() -> at(machine.instant()));
    }

    /** How far this clock is ahead of the machine's now. It stays so while somebody holds the time. */
    public Duration ahead() {
        return locked(() -> {
            Instant now = machine.instant();
            return Duration.between(now, at(now));
        });
    }

    public int speed() {
        return locked(() -> speed);
    }

    /**
     * @param times how many times as fast as the machine's, 1 to {@value #HIGHEST_SPEED}
     * @throws IllegalArgumentException for any other number
     */
    public void speed(int times) {
        if (times < 1 || times > HIGHEST_SPEED) {
            throw new IllegalArgumentException("a speed is a whole number from 1 to " + HIGHEST_SPEED + ", not " + times);
        }
        locked(() -> {
            settle();
            speed = times;
            return null;
        });
        tell();
    }

    /** Waits while time leaps. */
    public Hold hold() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (leaping) {
                changed.await();
            }
            settle();
            holds++;
        } finally {
            lock.unlock();
        }
        return this::release;
    }

    private void release() {
        locked(() -> {
            settle();
            if (--holds == 0) {
                fastFrom = since.plus(LINGER);
                changed.signalAll();
            }
            return null;
        });
    }

    /**
     * Puts the clock forward as soon as nobody holds it; who wants to hold it meanwhile, waits.
     *
     * @return false if it was that late already
     */
    public boolean leap(Instant to) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (leaping) {
                changed.await();
            }
            leaping = true;
            while (holds > 0) {
                changed.await();
            }
            settle();
            if (to.isAfter(shown)) {
                shown = to;
            }
            return shown.equals(to);
        } finally {
            leaping = false;
            changed.signalAll();
            lock.unlock();
            tell();
        }
    }

    /** @param listener told whenever the clock was put forward or runs at another speed */
    public void onChange(Runnable listener) {
        locked(() -> listeners.add(listener));
    }

    private void tell() {
        locked(() -> List.copyOf(listeners)).forEach(Runnable::run);
    }

    /** What this clock shows at an instant of the machine not before {@link #since}. */
    private Instant at(Instant now) {
        if (speed == 1 || holds > 0 || !now.isAfter(fastFrom)) {
            return shown.plus(Duration.between(since, now));
        }
        Instant fast = fastFrom.isAfter(since) ? fastFrom : since;
        return shown.plus(Duration.between(since, fast)).plus(Duration.between(fast, now).multipliedBy(speed));
    }

    /** Begins to count anew from here, before something changes. */
    private void settle() {
        Instant now = machine.instant();
        shown = at(now);
        since = now;
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
