package dev.leadkeeper.infra.local.sources;

import dev.leadkeeper.infra.local.functions.Invoker;
import dev.leadkeeper.infra.local.template.Template;
import dev.leadkeeper.infra.local.template.Template.Schedule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Fires the schedules by a clock that can be put forward; what stays failed goes to the schedule's dead-letter queue. */
public final class Scheduler implements AutoCloseable {
    /** Real services back off over hours; here a repeat after a second shows the same thing. */
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    /** Of the up to 185 attempts that a template may ask for, so many are made here. */
    private static final int MOST_ATTEMPTS = 3;

    /** One schedule of one function, and when it fires next. */
    private static final class Entry {
        private final Template.Function function;
        private final Schedule schedule;
        private final ScheduleExpression expression;
        private Optional<Instant> next;

        Entry(Template.Function function, Schedule schedule, Instant now) {
            this.function = function;
            this.schedule = schedule;
            this.expression = ScheduleExpression.parse(schedule.expression(), schedule.zone(), now);
            this.next = expression.after(now);
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final SwitchableClock clock;
    private final Invoker functions;
    private final SqsClient sqs;
    private final String region;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public Scheduler(List<Template.Function> functions, SwitchableClock clock, Invoker invoker, SqsClient sqs, String region) {
        this.clock = clock;
        this.functions = invoker;
        this.sqs = sqs;
        this.region = region;
        Instant now = clock.instant();
        functions.forEach(function -> function.sources().forEach(source -> {
            if (source instanceof Schedule schedule && schedule.enabled()) {
                entries.add(new Entry(function, schedule, now));
            }
        }));
    }

    /** Begins to fire by itself. */
    public void start() {
        clock.onChange(() -> {
            lock.lock();
            try {
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        });
        threads.submit(() -> {
            lock.lock();
            try {
                while (true) {
                    Duration wait = fireWhatIsDue();
                    changed.awaitNanos(Math.max(1, wait.toNanos()));
                }
            } finally {
                lock.unlock();
            }
        });
    }

    /** Fires each due schedule once, however many of its times have passed; gives the time to the next one. */
    private Duration fireWhatIsDue() {
        Instant now = clock.instant();
        Duration wait = Duration.ofMinutes(1);
        for (Entry entry : entries) {
            if (entry.next.isPresent() && !entry.next.get().isAfter(now)) {
                Instant scheduled = entry.next.get();
                entry.next = entry.expression.after(now);
                threads.submit(() -> fire(entry, scheduled));
            }
            if (entry.next.isPresent()) {
                Duration until = Duration.between(now, entry.next.get());
                wait = until.compareTo(wait) < 0 ? until : wait;
            }
        }
        return wait;
    }

    private Void fire(Entry entry, Instant scheduled) throws InterruptedException {
        Instant giveUp = clock.instant().plus(entry.schedule.maximumAge());
        int attempts = Math.min(MOST_ATTEMPTS, entry.schedule.retries() + 1);
        byte[] event = new byte[0];
        for (int attempt = 1; attempt <= attempts && clock.instant().isBefore(giveUp); attempt++) {
            event = ScheduleEvent.of(entry.schedule, region, scheduled, attempt);
            if (functions.invoke(entry.function.name(), event) instanceof Invoker.Outcome.Returned) {
                return null;
            }
            if (attempt < attempts) {
                Thread.sleep(BETWEEN_ATTEMPTS);
            }
        }
        if (entry.schedule.deadLetterArn().isPresent()) {
            String queue = entry.schedule.deadLetterArn().get();
            String body = new String(event, StandardCharsets.UTF_8);
            String url = sqs.getQueueUrl(request -> request.queueName(queue.substring(queue.lastIndexOf(':') + 1))).queueUrl();
            sqs.sendMessage(request -> request.queueUrl(url).messageBody(body));
        }
        return null;
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
                outcomes.add(functions.invoke(entry.function.name(), ScheduleEvent.of(entry.schedule, region, clock.instant(), 1)));
            }
        }
        return outcomes;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
