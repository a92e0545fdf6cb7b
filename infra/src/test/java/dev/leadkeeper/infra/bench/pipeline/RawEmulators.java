package dev.leadkeeper.infra.bench.pipeline;

import dev.leadkeeper.infra.local.Endpoints;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What the emulators allow: for each lead the writes and messages that the product makes (units part: a transaction of two and
 * one of three, five single writes; three messages sent, received and deleted), with no logic and no reads.
 */
final class RawEmulators {
    private static final int WORKERS = 8;
    /** Writes of each transaction: scoring's and assignment's. */
    private static final List<Integer> TRANSACTIONS = List.of(2, 3);
    private static final int SINGLE_WRITES = 5;
    private static final int MESSAGES = 3;
    private static final String TABLE = "raw";
    /** About as long as the product's items and messages. */
    private static final String PAYLOAD = "x".repeat(450);

    private final DynamoDbClient tables;
    private final SqsClient queues;
    private final String queue;
    private final AtomicInteger number = new AtomicInteger();

    RawEmulators(Endpoints endpoints) {
        tables = endpoints.dynamoDbClient();
        queues = endpoints.sqsClient();
        tables.createTable(table -> table.tableName(TABLE).billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build())
                .attributeDefinitions(AttributeDefinition.builder().attributeName("id").attributeType(ScalarAttributeType.S).build()));
        queue = queues.createQueue(name -> name.queueName(TABLE)).queueUrl();
    }

    /** Leads a second. */
    double run(int leads) throws InterruptedException, ExecutionException {
        var start = System.nanoTime();
        try (var workers = Executors.newFixedThreadPool(WORKERS)) {
            var work = IntStream.range(0, leads).mapToObj(i -> (Callable<Void>) this::lead).toList();
            for (var each : workers.invokeAll(work)) {
                each.get();
            }
        }
        return leads / ((System.nanoTime() - start) / 1e9);
    }

    private Void lead() {
        int lead = number.getAndIncrement();
        for (int transaction : TRANSACTIONS) {
            var writes = IntStream.range(0, transaction).mapToObj(write -> TransactWriteItem.builder().put(Put.builder()
                    .tableName(TABLE).item(item(lead + "-" + transaction + "-" + write)).conditionExpression("attribute_not_exists(id)")
                    .build()).build()).toList();
            tables.transactWriteItems(request -> request.transactItems(writes));
        }
        for (int i = 0; i < SINGLE_WRITES; i++) {
            var item = item(lead + "-single-" + i);
            tables.putItem(request -> request.tableName(TABLE).item(item).conditionExpression("attribute_not_exists(id)"));
        }
        for (int i = 0; i < MESSAGES; i++) {
            queues.sendMessage(request -> request.queueUrl(queue).messageBody(PAYLOAD));
            var messages = queues.receiveMessage(request -> request.queueUrl(queue).maxNumberOfMessages(1)).messages();
            messages.forEach(each -> queues.deleteMessage(request -> request.queueUrl(queue).receiptHandle(each.receiptHandle())));
        }
        return null;
    }

    private static Map<String, AttributeValue> item(String id) {
        return Map.of("id", AttributeValue.fromS(id), "payload", AttributeValue.fromS(PAYLOAD));
    }
}
