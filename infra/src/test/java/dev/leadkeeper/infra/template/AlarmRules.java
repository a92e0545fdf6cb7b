package dev.leadkeeper.infra.template;

import static dev.leadkeeper.infra.template.SamTemplate.events;
import static dev.leadkeeper.infra.template.SamTemplate.find;
import static dev.leadkeeper.infra.template.SamTemplate.listed;
import static dev.leadkeeper.infra.template.SamTemplate.named;

import dev.leadkeeper.infra.template.SamTemplate.Resource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who learns that something is wrong, and what they should do. */
final class AlarmRules {
    private static final Pattern SECTION = Pattern.compile("\\$\\{RunbookUrl}#([a-z0-9-]+)$");

    private AlarmRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule("alarms-say-what-to-do", "End AlarmDescription with ${RunbookUrl}# and a section of infra/ops/runbook.md",
                        AlarmRules::alarmsSayWhatToDo),
                new Rule("alarms-reach-somebody", "Set AlarmActions to the topic", template -> alarms(template).stream()
                        .filter(each -> listed(each.at("AlarmActions")).isEmpty()).map(each -> each.id() + " tells nobody").toList()),
                new Rule("alarms-judge-silence", "Set TreatMissingData", template -> alarms(template).stream()
                        .filter(each -> each.at("TreatMissingData") == null).map(Resource::id).toList()),
                new Rule("dead-letters-raise-an-alarm", "Add an alarm on ApproximateNumberOfMessagesVisible of the dead-letter queue",
                        template -> unwatched(template, "AWS::SQS::Queue", "ApproximateNumberOfMessagesVisible", true)),
                new Rule("old-messages-raise-an-alarm", "Add an alarm on ApproximateAgeOfOldestMessage of the queue",
                        template -> unwatched(template, "AWS::SQS::Queue", "ApproximateAgeOfOldestMessage", false)),
                new Rule("errors-raise-an-alarm", "Add an alarm on Errors of the function",
                        template -> unwatched(template, "AWS::Serverless::Function", "Errors", false)),
                new Rule("throttles-raise-an-alarm", "Add the function to the alarm on Throttles",
                        template -> unwatched(template, "AWS::Serverless::Function", "Throttles", false)),
                new Rule("missing-ticks-raise-an-alarm", "Add an alarm with Metadata: {HeartbeatOf: the function} that counts what the function reports when it is through, "
                        + "with ComparisonOperator: LessThanThreshold and TreatMissingData: breaching", AlarmRules::withoutHeartbeat),
                new Rule("failures-of-the-api-raise-an-alarm", "Add an alarm on 5xx of the API",
                        template -> unwatched(template, "AWS::Serverless::HttpApi", "5xx", false)));
    }

    private static List<Resource> alarms(SamTemplate template) {
        return template.resources("AWS::CloudWatch::Alarm");
    }

    private static List<String> alarmsSayWhatToDo(SamTemplate template) {
        return alarms(template).stream().filter(each -> section(each).isEmpty()).map(each -> each.id() + " has no link").toList();
    }

    /** The section of the runbook that an alarm links to, {@code ""} if none. */
    static String section(Resource alarm) {
        Matcher matcher = SECTION.matcher(String.valueOf(find(alarm.at("AlarmDescription"), "Sub")));
        return matcher.find() ? matcher.group(1) : "";
    }

    private static List<String> unwatched(SamTemplate template, String type, String metric, boolean deadLetters) {
        Set<String> watched = alarms(template).stream().flatMap(AlarmRules::metrics)
                .filter(each -> metric.equals(find(each, "MetricName")))
                .flatMap(each -> listed(find(each, "Dimensions")).stream())
                .map(each -> named(find(each, "Value"))).collect(Collectors.toSet());
        return template.resources(type).stream()
                .filter(each -> !type.equals("AWS::SQS::Queue") || deadLetters == (each.at("RedrivePolicy") == null))
                .filter(each -> !watched.contains(each.id())).map(each -> each.id() + " has no alarm on " + metric).toList();
    }

    /** A schedule that is switched off raises no error. */
    private static List<String> withoutHeartbeat(SamTemplate template) {
        Set<Object> heard = alarms(template).stream()
                .filter(each -> "LessThanThreshold".equals(each.at("ComparisonOperator")) && "breaching".equals(each.at("TreatMissingData")))
                .map(each -> find(template.section("Resources").get(each.id()), "Metadata", "HeartbeatOf")).filter(Objects::nonNull).collect(Collectors.toSet());
        return template.functions().stream().filter(each -> !events(each, "Schedule").isEmpty()).map(Resource::id)
                .filter(each -> !heard.contains(each)).map(each -> "nobody learns that " + each + " no longer runs").toList();
    }

    /** The metric of a plain alarm, or those of an alarm on an expression. */
    private static Stream<Object> metrics(Resource alarm) {
        return alarm.at("MetricName") != null ? Stream.of(alarm.properties())
                : listed(alarm.at("Metrics")).stream().map(each -> find(each, "MetricStat", "Metric"));
    }
}
