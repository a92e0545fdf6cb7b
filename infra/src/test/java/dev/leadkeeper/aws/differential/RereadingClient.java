package dev.leadkeeper.aws.differential;

import dev.leadkeeper.port.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
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
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * The embedded client without its one flaw: items in its exceptions have lost the kind of empty lists and maps (over HTTP
 * they have not), so they are read again. Nobody else writes in between.
 */
final class RereadingClient implements DynamoDbClient {
    private final DynamoDbClient real;

    RereadingClient(DynamoDbClient real) {
        this.real = real;
    }

    private interface Write<T> {
        T run();
    }

    private <T> T rereading(String table, Map<String, AttributeValue> itemOrKey, Write<T> write) {
        try {
            return write.run();
        } catch (ConditionalCheckFailedException refused) {
            throw refused.hasItem()
                    ? refused.toBuilder().item(current(table, itemOrKey)).build() : refused;
        }
    }

    private Map<String, AttributeValue> current(String table, Map<String, AttributeValue> itemOrKey) {
        var schema = Table.valueOf(table);
        var key = new HashMap<>(Map.of(schema.hash(), itemOrKey.get(schema.hash())));
        schema.sort().ifPresent(sort -> key.put(sort, itemOrKey.get(sort)));
        return real.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return rereading(request.tableName(), request.item(), () -> real.putItem(request));
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        return rereading(request.tableName(), request.key(), () -> real.updateItem(request));
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        return rereading(request.tableName(), request.key(), () -> real.deleteItem(request));
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        try {
            return real.transactWriteItems(request);
        } catch (TransactionCanceledException cancelled) {
            var reasons = new ArrayList<CancellationReason>();
            for (int i = 0; i < cancelled.cancellationReasons().size(); i++) {
                var reason = cancelled.cancellationReasons().get(i);
                reasons.add(reason.hasItem() ? reason.toBuilder().item(current(request.transactItems().get(i))).build() : reason);
            }
            throw cancelled.toBuilder().cancellationReasons(reasons).build();
        }
    }

    private Map<String, AttributeValue> current(TransactWriteItem item) {
        return item.put() != null ? current(item.put().tableName(), item.put().item())
                : item.update() != null ? current(item.update().tableName(), item.update().key())
                : item.delete() != null ? current(item.delete().tableName(), item.delete().key())
                : current(item.conditionCheck().tableName(), item.conditionCheck().key());
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
    public ScanResponse scan(ScanRequest request) {
        return real.scan(request);
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
