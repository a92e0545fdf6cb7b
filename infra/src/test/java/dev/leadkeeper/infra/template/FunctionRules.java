package dev.leadkeeper.infra.template;

import static dev.leadkeeper.infra.template.SamTemplate.events;
import static dev.leadkeeper.infra.template.SamTemplate.find;
import static dev.leadkeeper.infra.template.SamTemplate.named;

import dev.leadkeeper.infra.template.SamTemplate.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How functions run. */
final class FunctionRules {
    /** Seconds; a message that failed comes back after six times this, and a rep must know within 90 s with one crash on the way. */
    private static final int PIPELINE_TIMEOUT = 6;
    /** Reads a queue, but is on no lead's way: a large file takes its time. */
    private static final Set<String> BESIDE_THE_PIPELINE = Set.of("EvidenceFunction");

    private FunctionRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule("java25-on-arm64", "Set Runtime: java25 and Architectures: [arm64] in Globals", FunctionRules::java25OnArm64),
                new Rule("memory-and-timeout-said", "Give the function its own MemorySize and Timeout", FunctionRules::memoryAndTimeout),
                new Rule("pipeline-times-out-early", "Set Timeout to at most " + PIPELINE_TIMEOUT
                        + " s for functions that take form posts or queues", FunctionRules::pipelineTimesOutEarly),
                new Rule("environment-in-globals", "Move the variable to Globals; on the local cloud all functions share one process",
                        FunctionRules::environmentInGlobals),
                new Rule("few-lines-of-the-platform", "Set LoggingConfig: {LogFormat: JSON, SystemLogLevel: WARN, ApplicationLogLevel: INFO} in Globals "
                        + "alone; the platform's lines of an invocation cost as much as the product's own", FunctionRules::fewLinesOfThePlatform),
                new Rule("traced", "Set Tracing: Active in Globals", FunctionRules::traced),
                new Rule("snapstart-switchable", "Set SnapStart.ApplyOn by !If, with AutoPublishAlias, in Globals", FunctionRules::snapStartSwitchable),
                new Rule("log-group-with-retention", "Give the function a log group with RetentionInDays from a parameter",
                        FunctionRules::logGroupWithRetention));
    }

    private static Object global(SamTemplate template, String... path) {
        return find(find(template.tree(), "Globals", "Function"), path);
    }

    private static List<String> java25OnArm64(SamTemplate template) {
        boolean global = "java25".equals(global(template, "Runtime")) && List.of("arm64").equals(global(template, "Architectures"));
        return template.functions().stream()
                .filter(each -> !global || each.at("Runtime") != null || each.at("Architectures") != null)
                .map(each -> each.id() + " may run on something else").toList();
    }

    private static List<String> memoryAndTimeout(SamTemplate template) {
        return template.functions().stream().flatMap(each -> Stream.of("MemorySize", "Timeout")
                .filter(property -> !(each.at(property) instanceof Integer))
                .map(property -> each.id() + " has no " + property)).toList();
    }

    private static List<String> pipelineTimesOutEarly(SamTemplate template) {
        return template.functions().stream()
                .filter(each -> !BESIDE_THE_PIPELINE.contains(each.id()))
                .filter(each -> !events(each, "SQS").isEmpty() || events(each, "HttpApi").values().stream().anyMatch(ApiRules::isOpen))
                .filter(each -> !(each.at("Timeout") instanceof Integer seconds) || seconds > PIPELINE_TIMEOUT)
                .map(each -> each.id() + " may run for " + each.at("Timeout") + " s").toList();
    }

    private static List<String> environmentInGlobals(SamTemplate template) {
        return template.functions().stream().filter(each -> each.at("Environment") != null)
                .map(each -> each.id() + " has variables of its own").toList();
    }

    private static List<String> traced(SamTemplate template) {
        return template.functions().stream()
                .filter(each -> each.at("Tracing") != null || !"Active".equals(global(template, "Tracing")))
                .map(each -> each.id() + " is not traced").toList();
    }

    private static List<String> fewLinesOfThePlatform(SamTemplate template) {
        boolean few = "JSON".equals(global(template, "LoggingConfig", "LogFormat"))
                && "WARN".equals(global(template, "LoggingConfig", "SystemLogLevel"))
                && "INFO".equals(global(template, "LoggingConfig", "ApplicationLogLevel"));
        return template.functions().stream()
                .filter(each -> !few || each.at("LoggingConfig", "LogFormat") != null || each.at("LoggingConfig", "SystemLogLevel") != null
                        || each.at("LoggingConfig", "ApplicationLogLevel") != null)
                .map(each -> each.id() + " does not log as the others do").toList();
    }

    private static List<String> snapStartSwitchable(SamTemplate template) {
        boolean switchable = global(template, "SnapStart", "ApplyOn", "If") instanceof List<?>
                && global(template, "AutoPublishAlias") instanceof String
                && Boolean.TRUE.equals(global(template, "AutoPublishAliasAllProperties"));
        return template.functions().stream().filter(each -> !switchable || each.at("SnapStart") != null)
                .map(each -> each.id() + " cannot be switched between SnapStart and none").toList();
    }

    private static List<String> logGroupWithRetention(SamTemplate template) {
        Map<String, Object> resources = template.section("Resources");
        Stream<String> functions = template.functions().stream().filter(each ->
                !"AWS::Logs::LogGroup".equals(find(resources.get(named(each.at("LoggingConfig", "LogGroup"))), "Type")))
                .map(each -> each.id() + " writes to a log group that is kept for ever");
        Stream<String> groups = template.resources("AWS::Logs::LogGroup").stream()
                .filter((Resource each) -> find(each.at("RetentionInDays"), "Ref") == null)
                .map(each -> each.id() + " has no retention by parameter");
        return Stream.concat(functions, groups).toList();
    }
}
