package dev.leadkeeper.infra.template;

import static dev.leadkeeper.infra.template.SamTemplate.events;
import static dev.leadkeeper.infra.template.SamTemplate.find;
import static dev.leadkeeper.infra.template.SamTemplate.listed;
import static dev.leadkeeper.infra.template.SamTemplate.named;

import dev.leadkeeper.infra.template.SamTemplate.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Queues and what reads them. */
final class QueueRules {
    /** Factor from https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html: time for retries of throttled batches. */
    private static final int VISIBILITY_PER_TIMEOUT = 6;
    private static final int LEAST_RECEIVES = 5;
    private static final int FOURTEEN_DAYS = 14 * 24 * 60 * 60;

    private QueueRules() {}

    static List<Rule> all() {
        return List.of(
                onEvents("failures-of-a-batch-reported", "Set FunctionResponseTypes: [ReportBatchItemFailures]; without it, results of a batch are ignored",
                        event -> listed(event.get("FunctionResponseTypes")).contains("ReportBatchItemFailures")),
                onEvents("concurrency-bounded", "Set ScalingConfig.MaximumConcurrency, from 2", QueueRules::concurrencyBounded),
                onEvents("no-event-filters", "Remove FilterCriteria: messages that a filter refuses are deleted", event -> !event.containsKey("FilterCriteria")),
                new Rule("batch-size-said", "Set BatchSize", template -> template.functions().stream()
                        .flatMap(function -> events(function, "SQS").entrySet().stream()
                                .filter(event -> !(event.getValue().get("BatchSize") instanceof Integer))
                                .map(event -> function.id() + ", event " + event.getKey() + " takes batches of any size")).toList()),
                new Rule("visibility-is-six-timeouts", "Set VisibilityTimeout to at least 6 × the Timeout of the function that reads the queue",
                        QueueRules::visibilityIsSixTimeouts),
                new Rule("dead-letter-queue-for-every-queue", "Add a RedrivePolicy to a dead-letter queue with maxReceiveCount of at least " + LEAST_RECEIVES,
                        QueueRules::deadLetterQueueForEveryQueue),
                new Rule("dead-letters-kept-14-days", "Set MessageRetentionPeriod: " + FOURTEEN_DAYS, QueueRules::deadLettersKept),
                new Rule("dead-letter-queue-for-every-schedule", "Set DeadLetterConfig and RetryPolicy of the event", QueueRules::schedulesHaveDeadLetters),
                new Rule("queues-encrypted", "Set SqsManagedSseEnabled: true", template -> queues(template).stream()
                        .filter(each -> !Boolean.TRUE.equals(each.at("SqsManagedSseEnabled")))
                        .map(each -> each.id() + " is not encrypted").toList()));
    }

    private static List<Resource> queues(SamTemplate template) {
        return template.resources("AWS::SQS::Queue");
    }

    /** A rule on every SQS event of a function. */
    private static Rule onEvents(String name, String remedy, Predicate<Map<?, ?>> holds) {
        return new Rule(name, remedy, template -> template.functions().stream()
                .flatMap(function -> events(function, "SQS").entrySet().stream().filter(event -> !holds.test(event.getValue()))
                        .map(event -> function.id() + ", event " + event.getKey())).toList());
    }

    private static boolean concurrencyBounded(Map<?, ?> event) {
        return switch (find(event, "ScalingConfig", "MaximumConcurrency")) {
            case Integer number -> number >= 2;
            case Map<?, ?> parameter -> parameter.containsKey("Ref");
            case null, default -> false;
        };
    }

    private static List<String> visibilityIsSixTimeouts(SamTemplate template) {
        return template.functions().stream().flatMap(function -> events(function, "SQS").values().stream().map(event -> {
            Object queue = template.section("Resources").get(named(event.get("Queue")));
            return find(queue, "Properties", "VisibilityTimeout") instanceof Integer visible && function.at("Timeout") instanceof Integer timeout
                    && visible >= VISIBILITY_PER_TIMEOUT * timeout ? "" : named(event.get("Queue")) + " is read by " + function.id();
        }).filter(breach -> !breach.isEmpty())).toList();
    }

    /** Queues that other queues, schedules or failed invocations point to. */
    private static Set<String> deadLetterQueues(SamTemplate template) {
        return queues(template).stream().map(each -> named(each.at("RedrivePolicy", "deadLetterTargetArn")))
                .collect(Collectors.collectingAndThen(Collectors.toSet(), found -> {
                    template.functions().forEach(function -> {
                        events(function, "Schedule").values().forEach(event -> found.add(named(find(event, "DeadLetterConfig", "Arn"))));
                        found.add(named(function.at("EventInvokeConfig", "DestinationConfig", "OnFailure", "Destination")));
                    });
                    return found;
                }));
    }

    private static List<String> deadLetterQueueForEveryQueue(SamTemplate template) {
        Set<String> deadLetterQueues = deadLetterQueues(template);
        return queues(template).stream().filter(each -> !deadLetterQueues.contains(each.id()))
                .filter(each -> named(each.at("RedrivePolicy", "deadLetterTargetArn")).isEmpty()
                        || !(each.at("RedrivePolicy", "maxReceiveCount") instanceof Integer count) || count < LEAST_RECEIVES)
                .map(each -> each.id() + " loses or repeats for ever what cannot be handled").toList();
    }

    private static List<String> deadLettersKept(SamTemplate template) {
        Set<String> deadLetterQueues = deadLetterQueues(template);
        return queues(template).stream().filter(each -> deadLetterQueues.contains(each.id()))
                .filter(each -> !Integer.valueOf(FOURTEEN_DAYS).equals(each.at("MessageRetentionPeriod")))
                .map(each -> each.id() + " keeps dead letters for " + each.at("MessageRetentionPeriod")).toList();
    }

    private static List<String> schedulesHaveDeadLetters(SamTemplate template) {
        return template.functions().stream().flatMap(function -> events(function, "Schedule").entrySet().stream()
                .filter(event -> named(find(event.getValue(), "DeadLetterConfig", "Arn")).isEmpty() || event.getValue().get("RetryPolicy") == null)
                .map(event -> function.id() + ", event " + event.getKey() + " may be lost unseen")).toList();
    }
}
