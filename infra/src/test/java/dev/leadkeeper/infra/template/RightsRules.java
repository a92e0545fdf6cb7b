package dev.leadkeeper.infra.template;

import static dev.leadkeeper.infra.template.SamTemplate.find;
import static dev.leadkeeper.infra.template.SamTemplate.listed;
import static dev.leadkeeper.infra.template.SamTemplate.named;

import dev.leadkeeper.infra.template.SamTemplate.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may do what. */
final class RightsRules {
    /** What appending needs: a transaction is authorized as the writes in it. */
    private static final Set<String> APPENDING = Set.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query",
            "dynamodb:Scan", "dynamodb:PutItem", "dynamodb:ConditionCheckItem");
    /** Objects have no ARN before they exist, so a grant names a bucket and a folder in it. */
    private static final Pattern OBJECTS = Pattern.compile("\\$\\{\\w+\\.Arn}/[\\w-]+/\\*");
    /** Grants the X-Ray actions only; they know no resources, so that a statement of our own would need a star. */
    private static final String TRACING = "arn:${AWS::Partition}:iam::aws:policy/AWSXRayDaemonWriteAccess";

    private RightsRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule("a-role-per-function", "Write an AWS::IAM::Role for this function alone; Policies of SAM bring rights on every queue and log group",
                        RightsRules::aRolePerFunction),
                new Rule("tracing-is-the-only-managed-policy", "Write the statements out with exact ARNs", RightsRules::onlyTracingIsManaged),
                new Rule("no-star-in-grants", "Name the actions and the ARNs; only objects below a folder of a bucket may end in /*",
                        RightsRules::noStarInGrants),
                new Rule("statements-have-names", "Give the statement a Sid that says what it is for", RightsRules::statementsHaveNames),
                new Rule("timeline-is-append-only", "Grant at most " + APPENDING + " on TimelineTable: nobody updates or deletes history",
                        RightsRules::timelineIsAppendOnly),
                new Rule("mail-switchable", "Put the statement on ses:SendEmail into !If", RightsRules::mailSwitchable));
    }

    private static List<String> aRolePerFunction(SamTemplate template) {
        var users = template.functions().stream().collect(Collectors.groupingBy(each -> named(each.at("Role")), Collectors.counting()));
        return template.functions().stream()
                .filter(each -> users.get(named(each.at("Role"))) != 1 || each.at("Policies") != null
                        || !"AWS::IAM::Role".equals(find(template.section("Resources").get(named(each.at("Role"))), "Type")))
                .map(each -> each.id() + " has no role of its own").toList();
    }

    private static List<String> onlyTracingIsManaged(SamTemplate template) {
        return template.resources("AWS::IAM::Role").stream().flatMap(role -> listed(role.at("ManagedPolicyArns")).stream()
                .filter(policy -> !TRACING.equals(find(policy, "Sub")))
                .map(policy -> role.id() + " has the managed policy " + policy)).toList();
    }

    private static List<String> noStarInGrants(SamTemplate template) {
        return template.statements().stream().filter(Statement::allows)
                // In the policy of a key, `*` means this key.
                .filter(each -> !each.holder().type().equals("AWS::KMS::Key"))
                .flatMap(each -> Stream.concat(each.actions().stream(), each.resources().stream())
                        .map(value -> find(value, "Sub") instanceof String text ? text : String.valueOf(value))
                        .filter(text -> text.contains("*") && !OBJECTS.matcher(text).matches())
                        .map(text -> each + " says " + text)).toList();
    }

    private static List<String> statementsHaveNames(SamTemplate template) {
        return template.statements().stream().filter(each -> !(each.body().get("Sid") instanceof String))
                .map(each -> each + " has no name").toList();
    }

    private static List<String> timelineIsAppendOnly(SamTemplate template) {
        return template.grants().stream().filter(each -> each.resources().toString().contains("TimelineTable"))
                .flatMap(each -> each.actions().stream().map(String::valueOf).filter(action -> !APPENDING.contains(action))
                        .map(action -> each + " grants " + action)).toList();
    }

    private static List<String> mailSwitchable(SamTemplate template) {
        return template.resources("AWS::IAM::Role").stream()
                .filter(role -> listed(role.at("Policies")).stream()
                        .flatMap(policy -> listed(find(policy, "PolicyDocument", "Statement")).stream())
                        .anyMatch(statement -> listed(find(statement, "Action")).contains("ses:SendEmail")))
                .map(role -> role.id() + " may always send mail").toList();
    }
}
