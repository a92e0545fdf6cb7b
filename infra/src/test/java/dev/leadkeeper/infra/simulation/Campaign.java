package dev.leadkeeper.infra.simulation;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Many schedules on all cores; the sum of their traces does not depend on which core ran which. */
final class Campaign {
    private static final int MOST_STORIES = 3;
    /** Longer than any schedule takes on a machine with too much to do: what ends none for so long hangs, and would hang for ever. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Campaign() {}

    /** Told after each schedule. */
    interface Progress {
        void done(int schedules, long leads, int violations, Duration elapsed);
    }

    /**
     * @param calls   port calls made while they could go wrong
     * @param kinds   how often which promise was broken
     * @param trace   all traces, in the order of the schedules
     * @param failures of each broken promise the first schedule that broke it, as small as possible
     */
    record Report(int schedules, long leads, long calls, Map<FaultKind, Long> faults, int violations, Map<String, Long> kinds,
                  long trace, Duration time,
                  List<Failure> failures) {
        Map<String, Object> toDoc() {
            var kinds = new LinkedHashMap<String, Object>();
            faults.forEach((kind, count) -> kinds.put(kind.name().toLowerCase(Locale.ROOT), count));
            var doc = new LinkedHashMap<String, Object>();
            doc.put("schedules", (long) schedules);
            doc.put("leads", leads);
            doc.put("calls", calls);
            doc.put("faults", kinds);
            doc.put("violations", (long) violations);
            doc.put("trace", "%016x".formatted(trace));
            doc.put("seconds", time.toSeconds());
            return doc;
        }
    }

    /**
     * Runs schedules, each from a seed derived from {@code seed}.
     *
     * @param leads deliveries in each
     * @param rate  probability of a fault at each port call
     */
    static Report run(int schedules, long seed, int leads, double rate, Progress progress) throws InterruptedException {
        var seeds = new SplittableRandom(seed).longs(schedules).toArray();
        return run(Arrays.stream(seeds).mapToObj(each -> Plan.random(each, leads, rate)).toList(), progress);
    }

    /** Runs these. */
    static Report run(List<Plan> plans, Progress progress) throws InterruptedException {
        var started = System.nanoTime();
        var results = new long[plans.size()];
        var broken = new ConcurrentSkipListMap<Integer, String>();
        var next = new AtomicInteger();
        int cores = Runtime.getRuntime().availableProcessors();
        var ended = new CountDownLatch(cores);
        var sum = new Sum();
        var running = new ConcurrentSkipListMap<Integer, Plan>();
        for (int core = 0; core < cores; core++) {
            // A virtual thread, because switching between a platform thread and the fibers would cost ten times as much.
            Thread.ofVirtual().start(() -> {
                try {
                    for (int i = next.getAndIncrement(); i < plans.size(); i = next.getAndIncrement()) {
                        running.put(i, plans.get(i));
                        var result = new Schedule(plans.get(i)).run();
                        running.remove(i);
                        results[i] = result.trace();
                        if (result.violation() != null) {
                            broken.put(i, result.violation());
                        }
                        sum.add(result, progress, Duration.ofNanos(System.nanoTime() - started));
                    }
                } finally {
                    ended.countDown();
                }
            });
        }
        for (int before = -1; !ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS); before = next.get()) {
            if (before == next.get()) {
                throw new IllegalStateException("no schedule ended for " + PATIENCE.toMinutes() + " minutes: code that waits for another thread, or a loop "
                        + "without end? Running: " + running.values());
            }
        }
        long trace = 0;
        for (var each : results) {
            trace = trace * 31 + each;
        }
        if (sum.schedules < plans.size()) {
            throw new IllegalStateException("a schedule ended by an error of the simulator's own; see above");
        }
        var firsts = new TreeMap<String, Integer>();
        broken.forEach((i, violation) -> firsts.putIfAbsent(kind(violation), i));
        var failures = firsts.values().stream().sorted().limit(MOST_STORIES).map(i -> Shrink.smallest(plans.get(i))).toList();
        var kinds = new TreeMap<String, Long>();
        broken.values().forEach(violation -> kinds.merge(kind(violation), 1L, Long::sum));
        return new Report(plans.size(), sum.leads, sum.calls, sum.faults, sum.violations, kinds, trace, Duration.ofNanos(System.nanoTime() - started), failures);
    }

    /** A violation without what differs from case to case. */
    private static String kind(String violation) {
        var plain = violation.replaceAll("changed the world.*", "changed the world").replaceAll("[a-z2-7]{26}", "…").replaceAll("\\b(even|weighted|merit)-\\d", "somebody").replaceAll("\\d+", "n");
        return plain.substring(0, Math.min(110, plain.length()));
    }

    private static final class Sum {
        private int schedules;
        private long leads;
        private long calls;
        private int violations;
        private final EnumMap<FaultKind, Long> faults = new EnumMap<>(FaultKind.class);

        synchronized void add(Schedule.Result result, Progress progress, Duration elapsed) {
            schedules++;
            leads += result.leads();
            calls += result.exposed();
            violations += result.violation() == null ? 0 : 1;
            result.faults().forEach((kind, count) -> faults.merge(kind, count, Long::sum));
            progress.done(schedules, leads, violations, elapsed);
        }
    }
}
