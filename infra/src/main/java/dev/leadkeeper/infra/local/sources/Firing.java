package dev.leadkeeper.infra.local.sources;

import dev.leadkeeper.infra.local.functions.Invoker;
import dev.leadkeeper.infra.local.template.Template;
import dev.leadkeeper.infra.local.template.Template.Schedule;
import dev.leadkeeper.infra.local.time.VirtualClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.services.sqs.SqsClient;

/** One firing of a schedule, with its repeats; what stays failed goes to the schedule's dead-letter queue. */
final class Firing {
    /** Of the local cloud's time. Real services back off over hours; here a repeat after a second shows the same thing. */
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    /** Of the up to 185 attempts that a template may ask for, so many are made here. */
    private static final int MOST_ATTEMPTS = 3;

    private final VirtualClock clock;
    private final Invoker functions;
    private final SqsClient sqs;
    private final String region;

    Firing(VirtualClock clock, Invoker functions, SqsClient sqs, String region) {
        this.clock = clock;
        this.functions = functions;
        this.sqs = sqs;
        this.region = region;
    }

    void fire(Template.Function function, Schedule schedule, Instant scheduled) throws InterruptedException {
        Instant giveUp = clock.instant().plus(schedule.maximumAge());
        int attempts = Math.min(MOST_ATTEMPTS, schedule.retries() + 1);
        byte[] event = new byte[0];
        for (int attempt = 1; attempt <= attempts && clock.instant().isBefore(giveUp); attempt++) {
            event = ScheduleEvent.of(schedule, region, scheduled, attempt);
            if (functions.invoke(function.name(), event) instanceof Invoker.Outcome.Returned) {
                return;
            }
            if (attempt < attempts) {
                Thread.sleep(BETWEEN_ATTEMPTS.dividedBy(clock.speed()));
            }
        }
        if (schedule.deadLetterArn().isPresent()) {
            String queue = schedule.deadLetterArn().get();
            String body = new String(event, StandardCharsets.UTF_8);
            String url = sqs.getQueueUrl(request -> request.queueName(queue.substring(queue.lastIndexOf(':') + 1))).queueUrl();
            sqs.sendMessage(request -> request.queueUrl(url).messageBody(body));
        }
    }

    /** Without repeats, whatever the time. */
    Invoker.Outcome once(Template.Function function, Schedule schedule) throws InterruptedException {
        return functions.invoke(function.name(), ScheduleEvent.of(schedule, region, clock.instant(), 1));
    }
}
