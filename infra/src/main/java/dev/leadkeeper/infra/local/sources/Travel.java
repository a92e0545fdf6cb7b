package dev.leadkeeper.infra.local.sources;

import dev.leadkeeper.infra.local.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/**
 * Puts the clock forward so that what would have happened meanwhile happens: it stops at the times of the schedules, fires them in order and
 * lets their consequences come to rest before it goes on. Schedules that fire too often for that fire once at every stop.
 */
public final class Travel {
    /** A schedule with more times than this on the way does not make the clock stop: in a day the hourly ones do, in a quarter the daily ones. */
    private static final int MOST_STOPS = 100;
    /** Cron expressions end in 2199, and nobody waits so long. */
    private static final Duration FURTHEST = Duration.ofDays(3660);
    /** What has not come to rest by then, such as a message that always fails, does not keep time from passing. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final VirtualClock clock;
    private final Scheduler scheduler;
    private final boolean schedules;
    private final BooleanSupplier calm;
    private final Runnable onArrival;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /**
     * Where the clock has got to.
     *
     * @param fired  how often each schedule fired on the way
     * @param merged how many of its times each schedule spared by firing once for several; none where it spared none
     */
    public record Trip(Instant from, Instant to, Map<String, Long> fired, Map<String, Long> merged) {}

    /** Who hears of journeys. */
    public interface Listener {
        void departs(Instant from, Instant to);

        void arrives(Trip trip);
    }

    /**
     * @param schedules whether schedules fire by themselves; otherwise the clock goes straight on
     * @param calm      whether nothing is left to do but to wait for a time
     * @param onArrival what else follows the time
     */
    public Travel(VirtualClock clock, Scheduler scheduler, boolean schedules, BooleanSupplier calm, Runnable onArrival) {
        this.clock = clock;
        this.scheduler = scheduler;
        this.schedules = schedules;
        this.calm = calm;
        this.onArrival = onArrival;
    }

    public void listener(Listener listener) {
        listeners.add(listener);
    }

    /**
     * Goes there and returns when what follows from it is done.
     *
     * @throws IllegalArgumentException for a time that is past, or further away than ten years
     */
    public Trip to(Instant target) throws InterruptedException {
        return to(target, MOST_STOPS);
    }

    /** @param mostStops schedules with more times than this on the way do not make the clock stop */
    public synchronized Trip to(Instant target, int mostStops) throws InterruptedException {
        Instant from = clock.instant();
        if (target.isBefore(from)) {
            throw new IllegalArgumentException("time only goes forward: it is " + from + " already, and " + target + " is past");
        }
        if (Duration.between(from, target).compareTo(FURTHEST) > 0) {
            throw new IllegalArgumentException(target + " is more than ten years away");
        }
        listeners.forEach(each -> each.departs(from, target));
        Map<String, Scheduler.Tally> before = scheduler.tallies();
        scheduler.during(() -> {
            if (schedules) {
                for (Instant stop : scheduler.times(from, target, mostStops)) {
                    go(stop);
                }
            }
            go(target);
        });
        onArrival.run();
        rest();
        Map<String, Long> fired = new TreeMap<>();
        Map<String, Long> merged = new TreeMap<>();
        scheduler.tallies().forEach((name, tally) -> {
            fired.put(name, tally.fired() - before.get(name).fired());
            merged.put(name, tally.merged() - before.get(name).merged());
        });
        fired.values().removeIf(times -> times == 0);
        merged.values().removeIf(times -> times == 0);
        Trip trip = new Trip(from, clock.instant(), fired, merged);
        listeners.forEach(each -> each.arrives(trip));
        return trip;
    }

    private void go(Instant stop) throws InterruptedException {
        rest();
        clock.leap(stop);
        if (schedules) {
            scheduler.fireInOrder();
        }
    }

    private void rest() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!calm.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(BETWEEN_LOOKS);
        }
    }
}
