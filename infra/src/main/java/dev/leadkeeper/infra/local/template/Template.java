package dev.leadkeeper.infra.local.template;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a template asks for, evaluated: nothing in here is an intrinsic any more.
 *
 * @param environment the variables of {@code Globals.Function.Environment}, which all functions share
 */
public record Template(List<Function> functions, List<Queue> queues, List<Table> tables, List<Bucket> buckets,
        Map<String, String> environment, NoLocalEffect noLocalEffect) {

    /**
     * @param handler     class, or {@code class::method}
     * @param memoryMb    for the Context only
     * @param concurrency reserved concurrent executions; 0 when none are reserved
     */
    public record Function(String logicalId, String name, String arn, String handler, Duration timeout, int memoryMb,
            int concurrency, List<Source> sources) {}

    /** What starts a function. */
    public sealed interface Source {}

    /**
     * @param method     upper case, or {@code ANY}
     * @param path       as in the template: {@code /leads/{id}}, {@code /{proxy+}}; {@code $default} takes the rest
     * @param authorized false when everybody may call it
     */
    public record Route(String method, String path, boolean authorized) implements Source {}

    /**
     * @param window         how long to gather a batch; zero for at once
     * @param maxConcurrency batches at the same time; 0 for no limit of its own
     */
    public record QueueSource(String queueArn, int batchSize, Duration window, boolean reportsItemFailures,
            int maxConcurrency) implements Source {}

    /** @param kind which service fires it: the default events of the two differ */
    public record Schedule(String name, Kind kind, String expression, ZoneId zone, Optional<String> input, boolean enabled,
            Optional<String> deadLetterArn, int retries, Duration maximumAge) implements Source {
        public enum Kind { RULE, SCHEDULER }
    }

    /** @param targetArn a queue's or a function's */
    public record Notification(String bucket, List<String> events, String prefix, String suffix, String targetArn) {}

    public record Queue(String logicalId, String name, String arn, Duration visibility, Duration delay,
            Duration receiveWait, Optional<Redrive> redrive) {}

    public record Redrive(String deadLetterArn, int maxReceiveCount) {}

    /** @param keys attribute names, partition key first */
    public record Index(String name, List<String> keys, String projection, List<String> nonKeyAttributes) {}

    /** @param attributes name to type ({@code S}, {@code N}, {@code B}) of every key attribute */
    public record Table(String logicalId, String name, String arn, Map<String, String> attributes, List<String> keys,
            List<Index> globalIndexes, List<Index> localIndexes, Optional<String> expiryAttribute) {}

    public record Bucket(String logicalId, String name, boolean versioned, List<Notification> notifications) {}
}
