package dev.leadkeeper.aws;

import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * A client that answers as DynamoDB does while another transaction holds an item, which DynamoDB Local never does. What is
 * wrong with a request and all other items are judged by the real one: a held item gets a condition that cannot hold.
 */
public final class ConflictingClient implements DynamoDbClient {
    private static final String CANNOT_HOLD = "attribute_exists(heldByAnotherTransaction)";

    private static final String INVALID = "ValidationError";

    private final DynamoDbClient real;
    private final Map<String, Table> tables;
    private final Set<Item> held = ConcurrentHashMap.newKeySet();

    /** @param tables their names */
    public ConflictingClient(DynamoDbClient real, Map<Table, String> tables) {
        this.real = real;
        this.tables = tables.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    private record Item(Table table, Map<String, AttributeValue> key) {}

    public void hold(Key key) {
        held.add(new Item(key.table(), Attributes.write(key.attributes())));
    }

    public void release(Key key) {
        held.remove(new Item(key.table(), Attributes.write(key.attributes())));
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return isHeld(request.tableName(), request.item())
                ? conflicting(() -> real.putItem(request.toBuilder().conditionExpression(never(request.conditionExpression())).build()))
                : real.putItem(request);
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        return isHeld(request.tableName(), request.key())
                ? conflicting(() -> real.updateItem(request.toBuilder().conditionExpression(never(request.conditionExpression())).build()))
                : real.updateItem(request);
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        return isHeld(request.tableName(), request.key())
                ? conflicting(() -> real.deleteItem(request.toBuilder().conditionExpression(never(request.conditionExpression())).build()))
                : real.deleteItem(request);
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        var isHeld = request.transactItems().stream().map(this::isHeld).toList();
        if (!isHeld.contains(true)) {
            return real.transactWriteItems(request);
        }
        var items = new ArrayList<TransactWriteItem>();
        for (int i = 0; i < isHeld.size(); i++) {
            items.add(isHeld.get(i) ? impossible(request.transactItems().get(i)) : request.transactItems().get(i));
        }
        try {
            return real.transactWriteItems(request.toBuilder().transactItems(items).build());
        } catch (TransactionCanceledException cancelled) {
            var reasons = new ArrayList<CancellationReason>();
            for (int i = 0; i < isHeld.size(); i++) {
                var reason = cancelled.cancellationReasons().get(i);
                // What could never be written is refused as that, whoever else is at work on it.
                reasons.add(isHeld.get(i) && !INVALID.equals(reason.code()) ? CancellationReason.builder().code("TransactionConflict").build() : reason);
            }
            throw cancelled.toBuilder().cancellationReasons(reasons).build();
        }
    }

    private static <T> T conflicting(Supplier<T> refused) {
        try {
            return refused.get();
        } catch (ConditionalCheckFailedException asWished) {
            throw TransactionConflictException.builder().message("held").build();
        }
    }

    /** The adapter puts every group into parentheses, and DynamoDB refuses two pairs around the same. */
    private static String never(String condition) {
        return condition == null ? CANNOT_HOLD : condition + " AND " + CANNOT_HOLD;
    }

    private static TransactWriteItem impossible(TransactWriteItem item) {
        if (item.put() != null) {
            return item.toBuilder().put(item.put().toBuilder().conditionExpression(never(item.put().conditionExpression())).build()).build();
        }
        if (item.update() != null) {
            return item.toBuilder().update(item.update().toBuilder().conditionExpression(never(item.update().conditionExpression())).build()).build();
        }
        if (item.delete() != null) {
            return item.toBuilder().delete(item.delete().toBuilder().conditionExpression(never(item.delete().conditionExpression())).build()).build();
        }
        var check = item.conditionCheck();
        return item.toBuilder().conditionCheck(check.toBuilder().conditionExpression(never(check.conditionExpression())).build()).build();
    }

    private boolean isHeld(TransactWriteItem item) {
        return item.put() != null ? isHeld(item.put().tableName(), item.put().item())
                : item.update() != null ? isHeld(item.update().tableName(), item.update().key())
                : item.delete() != null ? isHeld(item.delete().tableName(), item.delete().key())
                : isHeld(item.conditionCheck().tableName(), item.conditionCheck().key());
    }

    private boolean isHeld(String name, Map<String, AttributeValue> itemOrKey) {
        if (held.isEmpty()) {
            return false;
        }
        var table = tables.get(name);
        var key = new HashMap<String, AttributeValue>();
        key.put(table.hash(), itemOrKey.get(table.hash()));
        table.sort().ifPresent(sort -> key.put(sort, itemOrKey.get(sort)));
        return held.contains(new Item(table, key));
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return real.getItem(request);
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return real.batchGetItem(request);
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return real.query(request);
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
