package dev.leadkeeper.infra.local.template;

import dev.leadkeeper.infra.local.template.Template.Function;
import dev.leadkeeper.infra.local.template.Template.QueueSource;
import dev.leadkeeper.infra.local.template.Template.Route;
import dev.leadkeeper.infra.local.template.Template.Schedule;
import dev.leadkeeper.infra.local.template.Template.Source;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads an {@code AWS::Serverless::Function} with its events. */
final class FunctionReader {
    private final ResourceNames names;
    private final Map<String, HttpApiReader.Api> apis;
    private final BucketReader buckets;

    FunctionReader(ResourceNames names, Map<String, HttpApiReader.Api> apis, BucketReader buckets) {
        this.names = names;
        this.apis = apis;
        this.buckets = buckets;
    }

    Function read(String id, Properties properties) {
        properties.text("FunctionName");
        if (!properties.text("PackageType").orElse("Zip").equals("Zip")) {
            throw properties.refused("PackageType", "must be Zip");
        }
        List<Source> sources = new ArrayList<>();
        properties.child("Events").ifPresent(events -> events.keys().forEach(name ->
                source(id, name, events.childOfAnyName(name).orElseThrow()).ifPresent(sources::add)));
        Function function = new Function(id, names.name(id), names.arn(id), properties.required("Handler"),
                Duration.ofSeconds(properties.number("Timeout", 3)), properties.number("MemorySize", 128),
                properties.number("ReservedConcurrentExecutions", 0), sources);
        properties.done();
        return function;
    }

    private Optional<Source> source(String function, String name, Properties event) {
        String type = event.required("Type");
        Properties about = event.inner("Properties");
        return switch (type) {
            case "HttpApi" -> Optional.of(route(about));
            case "SQS" -> about.flag("Enabled", true) ? Optional.of(queue(about)) : Optional.empty();
            case "Schedule", "ScheduleV2" -> Optional.of(schedule(function + name, type, about));
            case "S3" -> {
                buckets.samEvent(about, names.arn(function));
                yield Optional.empty();
            }
            default -> throw new TemplateError(function + ": event " + name + " of type " + type
                    + " is not understood by the local cloud");
        };
    }

    private Route route(Properties event) {
        String api = event.text("ApiId").orElse(HttpApiReader.IMPLICIT);
        HttpApiReader.Api found = apis.entrySet().stream()
                .filter(each -> each.getKey().equals(api) || names.name(each.getKey()).equals(api))
                .findFirst().orElseThrow(() -> event.refused("ApiId", "names no HTTP API of this template")).getValue();
        String version = event.text("PayloadFormatVersion").orElse("2.0");
        if (!version.equals("2.0")) {
            throw event.refused("PayloadFormatVersion", "must be 2.0");
        }
        Optional<Properties> auth = event.child("Auth");
        auth.ifPresent(each -> each.texts("AuthorizationScopes"));
        return new Route(event.text("Method").orElse("ANY").toUpperCase(Locale.ROOT), event.text("Path").orElse("$default"),
                found.authorized(auth.flatMap(each -> each.text("Authorizer"))));
    }

    private static QueueSource queue(Properties event) {
        return new QueueSource(event.required("Queue"), event.number("BatchSize", 10),
                Duration.ofSeconds(event.number("MaximumBatchingWindowInSeconds", 0)),
                event.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"),
                event.child("ScalingConfig").map(each -> each.number("MaximumConcurrency", 0)).orElse(0));
    }

    /** Defaults of both services: 185 retries within 24 hours. */
    private static Schedule schedule(String generated, String type, Properties event) {
        boolean rule = type.equals("Schedule");
        Optional<Properties> retry = event.child("RetryPolicy");
        boolean enabled = rule ? event.flag("Enabled", true) && !event.text("State").orElse("ENABLED").equals("DISABLED")
                : event.text("State").orElse("ENABLED").equals("ENABLED");
        return new Schedule(event.text("Name").orElse(generated), rule ? Schedule.Kind.RULE : Schedule.Kind.SCHEDULER,
                event.required(rule ? "Schedule" : "ScheduleExpression"),
                rule ? ZoneId.of("UTC") : ZoneId.of(event.text("ScheduleExpressionTimezone").orElse("UTC")),
                event.text("Input"), enabled,
                event.child("DeadLetterConfig").map(each -> each.required("Arn")),
                retry.map(each -> each.number("MaximumRetryAttempts", 185)).orElse(185),
                Duration.ofSeconds(retry.map(each -> each.number("MaximumEventAgeInSeconds", 86_400)).orElse(86_400)));
    }
}
