package dev.leadkeeper.infra.local.sources;

import dev.leadkeeper.infra.local.functions.Invoker;
import dev.leadkeeper.infra.local.template.Template;
import dev.leadkeeper.infra.local.template.Template.Schedule;
import dev.leadkeeper.infra.local.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Fires the schedules by the local cloud's time. A schedule whose last run is not over yet, or whose time was leapt over, fires once for all the
 * times that it missed, as EventBridge does after an outage; how many those were is counted.
 */
public final class Scheduler implements AutoCloseable {
    /** The longest that nobody looks at the clock. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** One schedule of one function. */
    private static final class Entry {
        private final Template.Function function;
        private final Schedule schedule;
        private final ScheduleExpression expression;
        private Optional<Instant> next;
        private boolean running;
        private long fired;
        private long merged;

        Entry(Template.Function function, Schedule schedule, Instant now) {
            this.function = function;
            this.schedule = schedule;
            this.expression = ScheduleExpression.parse(schedule.expression(), schedule.zone(), now);
            this.next = expression.after(now);
        }

        boolean isDue(Instant now) {
            return next.isPresent() && !next.get().isAfter(now);
        }

        /** The time to fire for: the first of those that have come, which are all done with then. */
        Instant take(Instant now) {
            Instant scheduled = next.orElseThrow();
            for (next = expression.after(scheduled); isDue(now); next = expression.after(next.orElseThrow())) {
                merged++;
            }
            fired++;
            return scheduled;
        }
    }

    /**
     * What a schedule has done.
     *
     * @param merged its times that came while it was running, or that were leapt over, for which one run had to do
     */
    public record Tally(String function, Optional<Instant> next, long fired, long merged) {}

    private final List<Entry> entries = new ArrayList<>();
    private final VirtualClock clock;
    private final Firing firing;
    /** Held by whoever fires: the clock's own thread, or somebody who travels. */
    private final ReentrantLock lock = new ReentrantLock();
    private final Semaphore wake = new Semaphore(0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public Scheduler(List<Template.Function> functions, VirtualClock clock, Invoker invoker, SqsClient sqs, String region) {
        this.clock = clock;
        this.firing = new Firing(clock, invoker, sqs, region);
        Instant now = clock.instant();
        functions.forEach(function -> function.sources().forEach(source -> {
            if (source instanceof Schedule schedule && schedule.enabled()) {
                entries.add(new Entry(function, schedule, now));
            }
        }));
    }

    /** Begins to fire by itself. */
    public void start() {
        clock.onChange(wake::release);
        threads.submit(() -> {
            while (true) {
                Duration wait = fireBeside().dividedBy(clock.speed());
                wake.tryAcquire(Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS);
                wake.drainPermits();
            }
        });
    }

    /** Fires each due schedule on a thread of its own; gives the time to the next one. */
    private Duration fireBeside() {
        lock.lock();
        try {
            Instant now = clock.instant();
            Duration wait = LONGEST_WAIT;
            for (Entry entry : entries) {
                if (entry.isDue(now) && !entry.running) {
                    Instant scheduled = entry.take(now);
                    entry.running = true;
                    threads.submit(() -> beside(entry, scheduled));
                }
                if (entry.next.isPresent() && !entry.running) {
                    Duration until = Duration.between(now, entry.next.get());
                    wait = until.compareTo(wait) < 0 ? until : wait;
                }
            }
            return wait;
        } finally {
            lock.unlock();
        }
    }

    private Void beside(Entry entry, Instant scheduled) throws InterruptedException {
        try {
            firing.fire(entry.function, entry.schedule, scheduled);
        } finally {
            lock.lock();
            entry.running = false;
            lock.unlock();
            wake.release();
        }
        return null;
    }

    /** What somebody does who puts the clock forward, while nothing fires by itself. */
    @FunctionalInterface
    public interface Passage {
        void pass() throws InterruptedException;
    }

    /** Keeps the schedules from firing by themselves meanwhile. */
    public void during(Passage passage) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            passage.pass();
        } finally {
            lock.unlock();
            wake.release();
        }
    }

    /** Fires what is due now, in the order of the times, and waits for each. Within {@link #during} only. */
    public void fireInOrder() throws InterruptedException {
        Instant now = clock.instant();
        for (Entry entry : entries.stream().filter(each -> each.isDue(now)).sorted(Comparator.comparing(each -> each.next.orElseThrow())).toList()) {
            firing.fire(entry.function, entry.schedule, entry.take(now));
        }
    }

    /**
     * The times between two instants at which schedules fire, the last of the two included.
     *
     * @param most schedules with more times than that between them have none here
     */
    public List<Instant> times(Instant after, Instant to, int most) {
        TreeSet<Instant> all = new TreeSet<>();
        for (Entry entry : entries) {
            List<Instant> own = Stream.iterate(entry.expression.after(after), each -> each.isPresent() && !each.get().isAfter(to),
                    each -> entry.expression.after(each.orElseThrow())).map(Optional::orElseThrow).limit(most + 1L).toList();
            if (own.size() <= most) {
                all.addAll(own);
            }
        }
        return List.copyOf(all);
    }

    /** By the name of the schedule. */
    public Map<String, Tally> tallies() {
        lock.lock();
        try {
            Map<String, Tally> tallies = new TreeMap<>();
            entries.forEach(each -> tallies.put(each.schedule.name(), new Tally(each.function.logicalId(), each.next, each.fired, each.merged)));
            return tallies;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Fires the schedules of a function now, whatever the time.
     *
     * @param function logical id or physical name
     * @return what each invocation ended with; empty when the function has no schedule
     */
    public List<Invoker.Outcome> tick(String function) throws InterruptedException {
        List<Invoker.Outcome> outcomes = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.function.logicalId().equals(function) || entry.function.name().equals(function)) {
                outcomes.add(firing.once(entry.function, entry.schedule));
            }
        }
        return outcomes;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
