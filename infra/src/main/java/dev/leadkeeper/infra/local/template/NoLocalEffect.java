package dev.leadkeeper.infra.local.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The one table of what the template may say without any effect on the local cloud. It is printed at start, so that
 * nobody believes that a run here has tried it. What stands neither here nor in {@link TemplateReader} is an error.
 */
public final class NoLocalEffect {
    /** Resource types; how many there are is printed with the reason. */
    private static final Map<String, String> TYPES = table(
            "AWS::CloudWatch::Alarm", "no metrics here",
            "AWS::CloudWatch::CompositeAlarm", "no metrics here",
            "AWS::CloudWatch::Dashboard", "no metrics here",
            "AWS::SNS::Topic", "alarms go nowhere",
            "AWS::SNS::TopicPolicy", "alarms go nowhere",
            "AWS::SNS::Subscription", "alarms go nowhere",
            "AWS::Logs::LogGroup", "logs are files here",
            "AWS::IAM::Role", "everything is allowed here",
            "AWS::IAM::Policy", "everything is allowed here",
            "AWS::IAM::ManagedPolicy", "everything is allowed here",
            "AWS::Lambda::Permission", "everything is allowed here",
            "AWS::SQS::QueuePolicy", "everything is allowed here",
            "AWS::S3::BucketPolicy", "everything is allowed here",
            "AWS::Events::Rule", "nobody scans for malware here",
            "AWS::KMS::Key", "nothing is encrypted here",
            "AWS::KMS::Alias", "nothing is encrypted here",
            "AWS::Cognito::UserPool", "Bearer local:<staffId> stands for a token",
            "AWS::Cognito::UserPoolClient", "Bearer local:<staffId> stands for a token",
            "AWS::Cognito::UserPoolDomain", "Bearer local:<staffId> stands for a token",
            "AWS::Cognito::UserPoolResourceServer", "Bearer local:<staffId> stands for a token",
            "AWS::Scheduler::ScheduleGroup", "grouping only");

    /** Properties, by {@code type.path}; in a path a list's index is left out and a key chosen by the author is {@code *}. */
    private static final Map<String, String> PROPERTIES = table(
            "AWS::Serverless::Function.CodeUri", "the class path is functions/target",
            "AWS::Serverless::Function.Runtime", "the JDK of the build",
            "AWS::Serverless::Function.Architectures", "the machine's own",
            "AWS::Serverless::Function.Description", "words",
            "AWS::Serverless::Function.Policies", "everything is allowed here",
            "AWS::Serverless::Function.Role", "everything is allowed here",
            "AWS::Serverless::Function.PermissionsBoundary", "everything is allowed here",
            "AWS::Serverless::Function.Tracing", "no X-Ray",
            "AWS::Serverless::Function.SnapStart", "warm from the start",
            "AWS::Serverless::Function.AutoPublishAlias", "one version",
            "AWS::Serverless::Function.AutoPublishAliasAllProperties", "one version",
            "AWS::Serverless::Function.DeploymentPreference", "one version",
            "AWS::Serverless::Function.ProvisionedConcurrencyConfig", "warm from the start",
            "AWS::Serverless::Function.LoggingConfig", "logs are files here",
            "AWS::Serverless::Function.Tags", "words",
            "AWS::Serverless::Function.PropagateTags", "words",
            "AWS::Serverless::Function.KmsKeyArn", "nothing is encrypted here",
            "AWS::Serverless::Function.RecursiveLoop", "no loop detection",
            "AWS::Serverless::Function.EphemeralStorage", "the machine's own",
            "AWS::Serverless::Function.EventInvokeConfig", "a tick that fails is not repeated",
            "AWS::Serverless::Function.Events.*.RoleArn", "everything is allowed here",
            "AWS::Serverless::Function.Events.*.PermissionsBoundary", "everything is allowed here",
            "AWS::Serverless::Function.Events.*.FlexibleTimeWindow", "fired on time",
            "AWS::Serverless::Function.Events.*.Description", "words",
            "AWS::Serverless::Function.Events.*.KmsKeyArn", "nothing is encrypted here",
            "AWS::Serverless::Function.Events.*.GroupName", "grouping only",
            "AWS::Serverless::Function.Events.*.OmitName", "names only",
            "AWS::Serverless::Function.Events.*.MetricsConfig", "no metrics here",
            "AWS::Serverless::Function.Events.*.RouteSettings", "no throttle",
            "AWS::Serverless::Function.Events.*.TimeoutInMillis", "the function's timeout counts",
            "AWS::Serverless::HttpApi.AccessLogSettings", "logs are files here",
            "AWS::Serverless::HttpApi.DefaultRouteSettings", "no throttle",
            "AWS::Serverless::HttpApi.RouteSettings", "no throttle",
            "AWS::Serverless::HttpApi.FailOnWarnings", "deployment only",
            "AWS::Serverless::HttpApi.CorsConfiguration", "no CORS answers",
            "AWS::Serverless::HttpApi.Description", "words",
            "AWS::Serverless::HttpApi.Domain", "localhost",
            "AWS::Serverless::HttpApi.Tags", "words",
            "AWS::Serverless::HttpApi.PropagateTags", "words",
            "AWS::Serverless::HttpApi.DisableExecuteApiEndpoint", "localhost",
            "AWS::SQS::Queue.SqsManagedSseEnabled", "nothing is encrypted here",
            "AWS::SQS::Queue.KmsMasterKeyId", "nothing is encrypted here",
            "AWS::SQS::Queue.KmsDataKeyReusePeriodSeconds", "nothing is encrypted here",
            "AWS::SQS::Queue.RedriveAllowPolicy", "everything is allowed here",
            "AWS::SQS::Queue.MessageRetentionPeriod", "kept until read",
            "AWS::SQS::Queue.MaximumMessageSize", "1,048,576 bytes",
            "AWS::SQS::Queue.Tags", "words",
            "AWS::DynamoDB::Table.PointInTimeRecoverySpecification", "no backups",
            "AWS::DynamoDB::Table.SSESpecification", "nothing is encrypted here",
            "AWS::DynamoDB::Table.DeletionProtectionEnabled", "may be deleted",
            "AWS::DynamoDB::Table.OnDemandThroughput", "no throttle",
            "AWS::DynamoDB::Table.WarmThroughput", "no throttle",
            "AWS::DynamoDB::Table.TableClass", "cost only",
            "AWS::DynamoDB::Table.ContributorInsightsSpecification", "no metrics here",
            "AWS::DynamoDB::Table.ResourcePolicy", "everything is allowed here",
            "AWS::DynamoDB::Table.Tags", "words",
            "AWS::DynamoDB::Table.GlobalSecondaryIndexes.OnDemandThroughput", "no throttle",
            "AWS::DynamoDB::Table.GlobalSecondaryIndexes.ContributorInsightsSpecification", "no metrics here",
            "AWS::S3::Bucket.BucketEncryption", "nothing is encrypted here",
            "AWS::S3::Bucket.PublicAccessBlockConfiguration", "signed requests only",
            "AWS::S3::Bucket.OwnershipControls", "one owner",
            "AWS::S3::Bucket.ObjectLockEnabled", "may be deleted",
            "AWS::S3::Bucket.ObjectLockConfiguration", "may be deleted",
            "AWS::S3::Bucket.LifecycleConfiguration", "kept for ever",
            "AWS::S3::Bucket.LoggingConfiguration", "no access log",
            "AWS::S3::Bucket.CorsConfiguration", "any origin",
            "AWS::S3::Bucket.Tags", "words");

    private final Map<String, Integer> seen = new LinkedHashMap<>();

    private static Map<String, String> table(String... rows) {
        Map<String, String> table = new LinkedHashMap<>();
        for (int i = 0; i < rows.length; i += 2) {
            table.put(rows[i], rows[i + 1]);
        }
        return table;
    }

    /** All types of the table, for the reader and for the test that keeps table and reader apart. */
    static Set<String> types() {
        return TYPES.keySet();
    }

    boolean type(String type) {
        return count(TYPES, type);
    }

    boolean property(String typeAndPath) {
        return count(PROPERTIES, typeAndPath);
    }

    private boolean count(Map<String, String> table, String key) {
        if (!table.containsKey(key)) {
            return false;
        }
        seen.merge(key, 1, Integer::sum);
        return true;
    }

    /** What this template says without local effect: the entry to how often and why, in the order of the template. */
    public Map<String, String> found() {
        Map<String, String> out = new LinkedHashMap<>();
        seen.forEach((key, times) -> {
            String reason = TYPES.getOrDefault(key, PROPERTIES.get(key));
            out.put(key, times + " × " + reason);
        });
        return out;
    }

    /** The same for a terminal: one line per reason, with what falls under it. */
    public Map<String, java.util.List<String>> byReason() {
        Map<String, java.util.List<String>> out = new java.util.TreeMap<>();
        seen.forEach((key, times) -> out
                .computeIfAbsent(TYPES.getOrDefault(key, PROPERTIES.get(key)), _ -> new java.util.ArrayList<>())
                .add(key.replaceFirst("^AWS::", "")));
        return out;
    }
}
