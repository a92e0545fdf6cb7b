package dev.leadkeeper.aws;

import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Table;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * A client that answers as DynamoDB does while another transaction holds an item, which DynamoDB Local never does. All
 * other items are judged by the real one: in a transaction the held item is replaced by a check that cannot hold.
 */
final class ConflictingClient implements DynamoDbClient {
    private final DynamoDbClient real;
    private final Map<Table, String> tables;
    private final Set<Map<String, AttributeValue>> held = ConcurrentHashMap.newKeySet();

    ConflictingClient(DynamoDbClient real, Map<Table, String> tables) {
        this.real = real;
        this.tables = tables;
    }

    void hold(Key key) {
        held.add(Attributes.write(key.attributes()));
    }

    void release(Key key) {
        held.remove(Attributes.write(key.attributes()));
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return real.getItem(request);
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return real.putItem(request);
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        if (held.contains(request.key())) {
            throw TransactionConflictException.builder().message("held").build();
        }
        return real.updateItem(request);
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        var isHeld = request.transactItems().stream().map(item -> key(item).filter(held::contains).isPresent()).toList();
        if (!isHeld.contains(true)) {
            return real.transactWriteItems(request);
        }
        var items = new ArrayList<TransactWriteItem>();
        for (int i = 0; i < isHeld.size(); i++) {
            items.add(isHeld.get(i) ? impossible("impossible" + i) : request.transactItems().get(i));
        }
        try {
            return real.transactWriteItems(request.toBuilder().transactItems(items).build());
        } catch (TransactionCanceledException cancelled) {
            var reasons = new ArrayList<CancellationReason>();
            for (int i = 0; i < isHeld.size(); i++) {
                reasons.add(isHeld.get(i) ? CancellationReason.builder().code("TransactionConflict").build()
                        : cancelled.cancellationReasons().get(i));
            }
            throw (TransactionCanceledException) cancelled.toBuilder().cancellationReasons(reasons).build();
        }
    }

    private TransactWriteItem impossible(String id) {
        return TransactWriteItem.builder().conditionCheck(check -> check.tableName(tables.get(Table.LEADS))
                .key(Attributes.write(Map.of("id", id))).conditionExpression("attribute_exists(id)")).build();
    }

    private static Optional<Map<String, AttributeValue>> key(TransactWriteItem item) {
        return item.update() != null ? Optional.of(item.update().key())
                : item.delete() != null ? Optional.of(item.delete().key())
                : item.conditionCheck() != null ? Optional.of(item.conditionCheck().key()) : Optional.empty();
    }

    @Override
    public String serviceName() {
        return real.serviceName();
    }

    @Override
    public void close() {
        real.close();
    }
}
