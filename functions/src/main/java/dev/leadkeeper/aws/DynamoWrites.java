package dev.leadkeeper.aws;

import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store.Fault;
import dev.leadkeeper.port.Store.TransactResult;
import dev.leadkeeper.port.Store.Verdict;
import dev.leadkeeper.port.Store.WriteResult;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The store's writes on DynamoDB. */
final class DynamoWrites {
    private static final ReturnValuesOnConditionCheckFailure CURRENT = ReturnValuesOnConditionCheckFailure.ALL_OLD;

    private final DynamoDbClient client;
    private final Map<Table, String> tables;
    private final Attempts attempts;
    private final Ids ids;

    DynamoWrites(DynamoDbClient client, Map<Table, String> tables, Attempts attempts, Ids ids) {
        this.client = client;
        this.tables = tables;
        this.attempts = attempts;
        this.ids = ids;
    }

    WriteResult write(Write write) {
        return switch (write) {
            case Write.Put put -> put(put);
            case Write.Update update -> update(update);
            case Write.Delete delete -> delete(delete);
            case Write.Check check -> throw new IllegalArgumentException("a check writes nothing");
        };
    }

    private WriteResult put(Write.Put put) {
        var expression = new Expression(put.key().table());
        var item = Attributes.write(put.item());
        var request = PutItemRequest.builder().tableName(table(put.key())).item(item)
                .conditionExpression(expression.condition(put.condition()))
                .expressionAttributeNames(expression.names()).expressionAttributeValues(expression.values())
                .returnValuesOnConditionCheckFailure(CURRENT).build();
        return conditional("PutItem", put.key(), () -> {
            client.putItem(request);
            return Attributes.read(item);
        });
    }

    private WriteResult update(Write.Update update) {
        var expression = new Expression(update.key().table());
        var request = UpdateItemRequest.builder().tableName(table(update.key()))
                .key(Attributes.write(update.key().attributes()))
                .updateExpression(expression.update(update.changes()))
                .conditionExpression(expression.condition(update.condition()))
                .expressionAttributeNames(expression.names()).expressionAttributeValues(expression.values())
                .returnValues(ReturnValue.ALL_NEW).returnValuesOnConditionCheckFailure(CURRENT).build();
        return conditional("UpdateItem", update.key(), () -> Attributes.read(client.updateItem(request).attributes()));
    }

    private WriteResult delete(Write.Delete delete) {
        var expression = new Expression(delete.key().table());
        var request = DeleteItemRequest.builder().tableName(table(delete.key()))
                .key(Attributes.write(delete.key().attributes()))
                .conditionExpression(expression.condition(delete.condition()))
                .expressionAttributeNames(expression.names()).expressionAttributeValues(expression.values())
                .returnValuesOnConditionCheckFailure(CURRENT).build();
        return conditional("DeleteItem", delete.key(), () -> {
            client.deleteItem(request);
            return Map.of();
        });
    }

    private WriteResult conditional(String call, Key key, Supplier<Map<String, Object>> write) {
        return attempts.run(call + " " + key.table(), Attempts.Repeat.UNSAFE_WRITE, () -> {
            try {
                return new WriteResult.Written(write.get());
            } catch (ConditionalCheckFailedException refused) {
                return new WriteResult.Refused(current(refused.item()));
            }
        });
    }

    /**
     * The token makes a repeat of these attempts harmless: for 10 minutes DynamoDB answers a transaction that happened as
     * it did the first time. A message that comes again gets a new token; there only the conditions protect.
     */
    TransactResult transact(List<Write> writes) {
        Write.requireTransaction(writes);
        var request = TransactWriteItemsRequest.builder().clientRequestToken(ids.next())
                .transactItems(writes.stream().map(this::item).toList()).build();
        return attempts.run("TransactWriteItems", Attempts.Repeat.SAFE_WRITE, () -> {
            try {
                client.transactWriteItems(request);
                return new TransactResult.Committed();
            } catch (TransactionCanceledException cancelled) {
                return verdicts(cancelled).<TransactResult>map(TransactResult.Cancelled::new).orElseThrow(() -> cancelled);
            }
        });
    }

    private TransactWriteItem item(Write write) {
        var key = write.key();
        var expression = new Expression(key.table());
        return switch (write) {
            case Write.Put put -> TransactWriteItem.builder().put(to -> to.tableName(table(key))
                    .item(Attributes.write(put.item()))
                    .conditionExpression(expression.condition(put.condition()))
                    .expressionAttributeNames(expression.names()).expressionAttributeValues(expression.values())
                    .returnValuesOnConditionCheckFailure(CURRENT)).build();
            case Write.Update update -> TransactWriteItem.builder().update(to -> to.tableName(table(key))
                    .key(Attributes.write(key.attributes()))
                    .updateExpression(expression.update(update.changes()))
                    .conditionExpression(expression.condition(update.condition()))
                    .expressionAttributeNames(expression.names()).expressionAttributeValues(expression.values())
                    .returnValuesOnConditionCheckFailure(CURRENT)).build();
            case Write.Delete delete -> TransactWriteItem.builder().delete(to -> to.tableName(table(key))
                    .key(Attributes.write(key.attributes()))
                    .conditionExpression(expression.condition(delete.condition()))
                    .expressionAttributeNames(expression.names()).expressionAttributeValues(expression.values())
                    .returnValuesOnConditionCheckFailure(CURRENT)).build();
            case Write.Check check -> TransactWriteItem.builder().conditionCheck(to -> to.tableName(table(key))
                    .key(Attributes.write(key.attributes()))
                    .conditionExpression(expression.required(check.condition()))
                    .expressionAttributeNames(expression.names()).expressionAttributeValues(expression.values())
                    .returnValuesOnConditionCheckFailure(CURRENT)).build();
        };
    }

    /** One per write, in order; empty if a reason is none of the product's business, which makes it a fault. */
    private static Optional<List<Verdict>> verdicts(TransactionCanceledException cancelled) {
        var verdicts = new ArrayList<Verdict>();
        for (CancellationReason reason : cancelled.cancellationReasons()) {
            switch (reason.code()) {
                case "None" -> verdicts.add(new Verdict.Fine());
                case "ConditionalCheckFailed" -> verdicts.add(new Verdict.ConditionFailed(current(reason.item())));
                case "TransactionConflict" -> verdicts.add(new Verdict.Conflict());
                default -> {
                    return Optional.empty();
                }
            }
        }
        return verdicts.isEmpty() ? Optional.empty() : Optional.of(verdicts);
    }

    private static Optional<Map<String, Object>> current(Map<String, AttributeValue> item) {
        return item == null || item.isEmpty() ? Optional.empty() : Optional.of(Attributes.read(item));
    }

    private String table(Key key) {
        return Optional.ofNullable(tables.get(key.table())).orElseThrow(() -> new Fault("no name for " + key.table(), null));
    }
}
