package dev.leadkeeper.infra.local.template;

import java.util.Locale;
import java.util.Map;

/** Physical names, ARNs and addresses: what {@code Ref} and {@code Fn::GetAtt} give for each resource. */
final class ResourceNames implements Intrinsics.Attributes {
    /** The property in which a type takes its physical name. */
    private static final Map<String, String> NAME_PROPERTY = Map.of(
            "AWS::Serverless::Function", "FunctionName", "AWS::SQS::Queue", "QueueName",
            "AWS::DynamoDB::Table", "TableName", "AWS::S3::Bucket", "BucketName");

    private final Place place;
    private final Map<String, Object> resources;
    private Intrinsics intrinsics;

    ResourceNames(Place place, Map<String, Object> resources) {
        this.place = place;
        this.resources = resources;
    }

    /** Names may be made of parameters, which are known only after this object is. */
    void use(Intrinsics evaluated) {
        this.intrinsics = evaluated;
    }

    /** The resource's own name property, or {@code stack-LogicalId} as CloudFormation would make it (without its random tail). */
    String name(String logicalId) {
        Map<?, ?> body = body(logicalId);
        String property = body == null ? null : NAME_PROPERTY.get(String.valueOf(body.get("Type")));
        if (property != null && body.get("Properties") instanceof Map<?, ?> properties && properties.get(property) != null) {
            Object name = intrinsics.shallow(properties.get(property));
            if (name != Intrinsics.NO_VALUE) {
                return String.valueOf(name);
            }
        }
        String generated = place.stack() + "-" + logicalId;
        return body != null && "AWS::S3::Bucket".equals(body.get("Type")) ? generated.toLowerCase(Locale.ROOT) : generated;
    }

    String arn(String logicalId) {
        Map<?, ?> body = body(logicalId);
        String name = name(logicalId);
        return switch (body == null ? "" : String.valueOf(body.get("Type"))) {
            case "AWS::Serverless::Function" -> place.arn("lambda", "function:" + name);
            case "AWS::SQS::Queue" -> place.arn("sqs", name);
            case "AWS::DynamoDB::Table" -> place.arn("dynamodb", "table/" + name);
            case "AWS::S3::Bucket" -> "arn:" + place.partition() + ":s3:::" + name;
            case String _ -> place.arn("local", name);
        };
    }

    @Override
    public Object ref(String logicalId) {
        Map<?, ?> body = body(logicalId);
        if (body == null) {
            return null;
        }
        return "AWS::SQS::Queue".equals(body.get("Type"))
                ? place.queueBase() + "/" + place.account() + "/" + name(logicalId) : name(logicalId);
    }

    @Override
    public Object attribute(String logicalId, String attribute) {
        if (body(logicalId) == null) {
            return null;
        }
        return switch (attribute) {
            case "Arn" -> arn(logicalId);
            case "QueueName" -> name(logicalId);
            case "QueueUrl" -> ref(logicalId);
            case "ApiEndpoint" -> place.apiBase();
            case "DomainName", "RegionalDomainName" -> name(logicalId) + ".s3.localhost";
            case String other -> "local-" + logicalId + "-" + other;
        };
    }

    private Map<?, ?> body(String logicalId) {
        if (resources.get(logicalId) instanceof Map<?, ?> body) {
            return body;
        }
        return logicalId.equals(HttpApiReader.IMPLICIT) ? Map.of("Type", "AWS::Serverless::HttpApi") : null;
    }
}
