package dev.leadkeeper.infra.template;

import static dev.leadkeeper.infra.template.SamTemplate.find;
import static dev.leadkeeper.infra.template.SamTemplate.listed;

import dev.leadkeeper.infra.template.SamTemplate.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What keeps data, and how it travels. */
final class StorageRules {
    private static final String TABLE = "AWS::DynamoDB::Table";
    private static final String BUCKET = "AWS::S3::Bucket";

    private StorageRules() {}

    static List<Rule> all() {
        return List.of(
                each(TABLE, "tables-on-demand", "Set BillingMode: PAY_PER_REQUEST", table -> "PAY_PER_REQUEST".equals(table.at("BillingMode"))),
                each(TABLE, "tables-can-be-restored", "Set PointInTimeRecoveryEnabled: true",
                        table -> isTrue(table, "PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled")),
                each(TABLE, "tables-protected", "Set DeletionProtectionEnabled: true", table -> isTrue(table, "DeletionProtectionEnabled")),
                each(TABLE, "tables-encrypted", "Set SSESpecification.SSEEnabled: true", table -> isTrue(table, "SSESpecification", "SSEEnabled")),
                new Rule("data-outlives-the-stack", "Set DeletionPolicy and UpdateReplacePolicy to Retain", StorageRules::dataOutlivesTheStack),
                each(BUCKET, "buckets-versioned", "Set VersioningConfiguration.Status: Enabled",
                        bucket -> "Enabled".equals(bucket.at("VersioningConfiguration", "Status"))),
                each(BUCKET, "buckets-encrypted", "Set BucketEncryption", bucket -> bucket.at("BucketEncryption") != null),
                each(BUCKET, "buckets-private", "Set all four of PublicAccessBlockConfiguration to true", StorageRules::isPrivate),
                each(BUCKET, "buckets-tidy", "Add a LifecycleConfiguration that ends old versions and broken uploads",
                        bucket -> !listed(bucket.at("LifecycleConfiguration", "Rules")).isEmpty()),
                new Rule("only-over-tls", "Add a policy that denies everything when aws:SecureTransport is false", StorageRules::onlyOverTls));
    }

    private static Rule each(String type, String name, String remedy, Predicate<Resource> holds) {
        return new Rule(name, remedy, template -> template.resources(type).stream().filter(holds.negate())
                .map(Resource::id).toList());
    }

    private static boolean isTrue(Resource resource, String... path) {
        return Boolean.TRUE.equals(resource.at(path));
    }

    private static boolean isPrivate(Resource bucket) {
        return Stream.of("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")
                .allMatch(each -> isTrue(bucket, "PublicAccessBlockConfiguration", each));
    }

    private static List<String> dataOutlivesTheStack(SamTemplate template) {
        return template.resources().stream().filter(each -> Set.of(TABLE, BUCKET, "AWS::Cognito::UserPool").contains(each.type()))
                .filter(each -> !"Retain".equals(each.body().get("DeletionPolicy")) || !"Retain".equals(each.body().get("UpdateReplacePolicy")))
                .map(each -> each.id() + " goes with the stack").toList();
    }

    private static List<String> onlyOverTls(SamTemplate template) {
        Map<String, String> policies = Map.of("AWS::SQS::QueuePolicy", "Queues", "AWS::S3::BucketPolicy", "Bucket", "AWS::SNS::TopicPolicy", "Topics");
        Set<String> guarded = template.statements().stream()
                .filter(each -> policies.containsKey(each.holder().type()) && "Deny".equals(each.body().get("Effect"))
                        && "false".equals(find(each.body(), "Condition", "Bool", "aws:SecureTransport")))
                .flatMap(each -> listed(each.holder().at(policies.get(each.holder().type()))).stream())
                .map(SamTemplate::named).collect(Collectors.toSet());
        return template.resources().stream().filter(each -> Set.of("AWS::SQS::Queue", BUCKET, "AWS::SNS::Topic").contains(each.type()))
                .filter(each -> !guarded.contains(each.id())).map(each -> each.id() + " may be used without TLS").toList();
    }
}
