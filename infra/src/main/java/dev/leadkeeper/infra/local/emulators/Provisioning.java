package dev.leadkeeper.infra.local.emulators;

import dev.leadkeeper.infra.local.Endpoints;
import dev.leadkeeper.infra.local.Json;
import dev.leadkeeper.infra.local.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Creates a template's tables, queues and buckets where they do not exist yet. */
public final class Provisioning {
    private Provisioning() {}

    /** @param versioning false where the bucket emulator cannot keep versions */
    public static void create(Template template, Endpoints endpoints, boolean versioning) throws InterruptedException {
        List<Callable<Void>> services = List.of(
                () -> {
                    try (DynamoDbClient client = endpoints.dynamoDbClient()) {
                        template.tables().forEach(table -> table(client, table));
                    }
                    return null;
                },
                () -> {
                    try (SqsClient client = endpoints.sqsClient()) {
                        queuesWithTargetsFirst(template).forEach(queue -> queue(client, queue));
                    }
                    return null;
                },
                () -> {
                    try (S3Client client = endpoints.s3Client()) {
                        template.buckets().forEach(bucket -> bucket(client, bucket, versioning));
                    }
                    return null;
                });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> service : threads.invokeAll(services)) {
                service.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the template's resources could not be created: " + e.getCause().getMessage(), e.getCause());
        }
    }

    private static void table(DynamoDbClient client, Template.Table table) {
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(table.name())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(table.attributes().entrySet().stream().map(each -> AttributeDefinition.builder()
                        .attributeName(each.getKey()).attributeType(each.getValue()).build()).toList())
                .keySchema(keys(table.keys()));
        if (!table.globalIndexes().isEmpty()) {
            request.globalSecondaryIndexes(table.globalIndexes().stream().map(index -> GlobalSecondaryIndex.builder()
                    .indexName(index.name()).keySchema(keys(index.keys())).projection(projection(index)).build()).toList());
        }
        if (!table.localIndexes().isEmpty()) {
            request.localSecondaryIndexes(table.localIndexes().stream().map(index -> LocalSecondaryIndex.builder()
                    .indexName(index.name()).keySchema(keys(index.keys())).projection(projection(index)).build()).toList());
        }
        try {
            client.createTable(request.build());
        } catch (ResourceInUseException alreadyThere) {
            return;
        }
        table.expiryAttribute().ifPresent(attribute -> client.updateTimeToLive(update -> update.tableName(table.name())
                .timeToLiveSpecification(ttl -> ttl.attributeName(attribute).enabled(true))));
    }

    private static List<KeySchemaElement> keys(List<String> names) {
        List<KeySchemaElement> keys = new ArrayList<>();
        for (String name : names) {
            keys.add(KeySchemaElement.builder().attributeName(name).keyType(keys.isEmpty() ? KeyType.HASH : KeyType.RANGE).build());
        }
        return keys;
    }

    private static Projection projection(Template.Index index) {
        Projection.Builder projection = Projection.builder().projectionType(index.projection());
        return index.nonKeyAttributes().isEmpty() ? projection.build() : projection.nonKeyAttributes(index.nonKeyAttributes()).build();
    }

    /** SQS refuses a redrive policy whose dead-letter queue does not exist. */
    private static List<Template.Queue> queuesWithTargetsFirst(Template template) {
        List<Template.Queue> ordered = new ArrayList<>(template.queues());
        ordered.sort((left, right) -> Boolean.compare(left.redrive().isPresent(), right.redrive().isPresent()));
        return ordered;
    }

    private static void queue(SqsClient client, Template.Queue queue) {
        Map<QueueAttributeName, String> attributes = new HashMap<>();
        attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, String.valueOf(queue.visibility().toSeconds()));
        attributes.put(QueueAttributeName.DELAY_SECONDS, String.valueOf(queue.delay().toSeconds()));
        attributes.put(QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS, String.valueOf(queue.receiveWait().toSeconds()));
        queue.redrive().ifPresent(redrive -> attributes.put(QueueAttributeName.REDRIVE_POLICY, Json.object()
                .put("deadLetterTargetArn", redrive.deadLetterArn()).put("maxReceiveCount", redrive.maxReceiveCount()).toString()));
        client.createQueue(create -> create.queueName(queue.name()).attributes(attributes));
    }

    private static void bucket(S3Client client, Template.Bucket bucket, boolean versioning) {
        try {
            client.createBucket(create -> create.bucket(bucket.name()));
        } catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException alreadyThere) {
            return;
        }
        if (bucket.versioned() && versioning) {
            client.putBucketVersioning(put -> put.bucket(bucket.name())
                    .versioningConfiguration(configuration -> configuration.status(BucketVersioningStatus.ENABLED)));
        }
    }
}
