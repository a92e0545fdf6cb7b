package dev.leadkeeper.infra.simulation;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/** Runs schedules until one breaks a promise. Speaks in the JDK's words, since it is called across class loaders. */
public final class Hunt {
    private static final int LEADS = 20;
    private static final double FAULTS = 0.08;

    private Hunt() {}

    /**
     * @param seed of the first schedule
     * @param most schedules
     * @return {@code schedule}, from 1, and the {@code violation}; empty if no promise was broken
     */
    public static Map<String, Object> firstBroken(long seed, int most) {
        var result = new CompletableFuture<Map<String, Object>>();
        Thread.ofVirtual().start(() -> result.completeAsync(() -> search(seed, most), Runnable::run));
        return result.join();
    }

    private static Map<String, Object> search(long seed, int most) {
        var seeds = new SplittableRandom(seed);
        for (int i = 1; i <= most; i++) {
            var violation = new Schedule(Plan.random(seeds.nextLong(), LEADS, FAULTS)).run().violation();
            if (violation != null) {
                return Map.of("schedule", i, "violation", violation);
            }
        }
        return Map.of();
    }
}
