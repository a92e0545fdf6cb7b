package dev.leadkeeper.infra.local.sources;

import dev.leadkeeper.infra.local.template.Template;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Deletes items whose time to live is over; DynamoDB Local does it when it likes, and not by our clock. */
public final class ExpirySweep implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final List<Template.Table> tables;
    private final DynamoDbClient client;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public ExpirySweep(List<Template.Table> tables, DynamoDbClient client, InstantSource clock) {
        this.tables = tables.stream().filter(table -> table.expiryAttribute().isPresent()).toList();
        this.client = client;
        this.clock = clock;
    }

    public void start() {
        threads.submit(() -> {
            while (true) {
                Thread.sleep(EVERY);
                try {
                    sweep();
                } catch (SdkException e) {
                    System.getLogger("leadkeeper.local").log(System.Logger.Level.WARNING, "the expiry sweep failed: " + e.getMessage());
                }
            }
        });
    }

    /** Deletes what is expired now. */
    public void sweep() {
        for (Template.Table table : tables) {
            Map<String, String> names = Map.of("#expires", table.expiryAttribute().orElseThrow());
            Map<String, AttributeValue> values = Map.of(":now", AttributeValue.fromN(String.valueOf(clock.instant().getEpochSecond())));
            client.scanPaginator(scan -> scan.tableName(table.name()).filterExpression("#expires < :now")
                    .expressionAttributeNames(names).expressionAttributeValues(values)).items().forEach(item -> {
                        Map<String, AttributeValue> key = new HashMap<>(item);
                        key.keySet().retainAll(table.keys());
                        try {
                            client.deleteItem(delete -> delete.tableName(table.name()).key(key).conditionExpression("#expires < :now")
                                    .expressionAttributeNames(names).expressionAttributeValues(values));
                        } catch (ConditionalCheckFailedException livesOn) {
                            // Somebody gave it more time between the scan and here.
                        }
                    });
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
