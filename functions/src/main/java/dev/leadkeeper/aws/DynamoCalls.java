package dev.leadkeeper.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * The SDK's DynamoDB client as far as {@link DynamoStore} needs it, on a {@link JsonService}. It writes the fields that the store
 * sets and no others: whoever sets a further field there adds it here (the contract tests of the store run on this client).
 */
final class DynamoCalls implements DynamoDbClient {
    static final JsonService.Protocol PROTOCOL = new JsonService.Protocol("DynamoDB_20120810", "1.0");

    private final JsonService service;

    DynamoCalls(JsonService service) {
        this.service = service;
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        var answer = call("GetItem", new DynamoJson().put("TableName", request.tableName())
                .attributes("Key", true, request.key()).put("ConsistentRead", request.consistentRead()));
        return GetItemResponse.builder().item(DynamoJson.read(answer.get("Item"))).build();
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        var items = new LinkedHashMap<String, Object>();
        request.requestItems().forEach((table, keys) -> items.put(table, new DynamoJson()
                .put("Keys", keys.keys().stream().map(DynamoJson::write).toList()).put("ConsistentRead", keys.consistentRead()).done()));
        var answer = call("BatchGetItem", new DynamoJson().put("RequestItems", items));
        var found = new LinkedHashMap<String, List<Map<String, AttributeValue>>>();
        object(answer.get("Responses")).forEach((table, list) -> found.put((String) table, DynamoJson.readAll(list)));
        var left = new LinkedHashMap<String, KeysAndAttributes>();
        object(answer.get("UnprocessedKeys")).forEach((table, rest) -> left.put((String) table, KeysAndAttributes.builder()
                .keys(DynamoJson.readAll(object(rest).get("Keys"))).consistentRead((Boolean) object(rest).get("ConsistentRead")).build()));
        return BatchGetItemResponse.builder().responses(found).unprocessedKeys(left).build();
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        var answer = call("Query", new DynamoJson().put("TableName", request.tableName()).put("IndexName", request.indexName())
                .put("KeyConditionExpression", request.keyConditionExpression())
                .placeholders(request.hasExpressionAttributeNames(), request.expressionAttributeNames(),
                        request.hasExpressionAttributeValues(), request.expressionAttributeValues())
                .put("ScanIndexForward", request.scanIndexForward()).put("Limit", request.limit())
                .put("ConsistentRead", request.consistentRead())
                .attributes("ExclusiveStartKey", request.hasExclusiveStartKey(), request.exclusiveStartKey()));
        return QueryResponse.builder().items(DynamoJson.readAll(answer.get("Items")))
                .lastEvaluatedKey(DynamoJson.read(answer.get("LastEvaluatedKey"))).build();
    }

    @Override
    public ScanResponse scan(ScanRequest request) {
        var answer = call("Scan", new DynamoJson().put("TableName", request.tableName()).put("Limit", request.limit())
                .put("ConsistentRead", request.consistentRead()).put("ProjectionExpression", request.projectionExpression())
                .placeholders(request.hasExpressionAttributeNames(), request.expressionAttributeNames(), false, Map.of())
                .attributes("ExclusiveStartKey", request.hasExclusiveStartKey(), request.exclusiveStartKey()));
        return ScanResponse.builder().items(DynamoJson.readAll(answer.get("Items")))
                .lastEvaluatedKey(DynamoJson.read(answer.get("LastEvaluatedKey"))).build();
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        call("PutItem", new DynamoJson().put("TableName", request.tableName()).attributes("Item", true, request.item())
                .put("ConditionExpression", request.conditionExpression())
                .placeholders(request.hasExpressionAttributeNames(), request.expressionAttributeNames(),
                        request.hasExpressionAttributeValues(), request.expressionAttributeValues())
                .put("ReturnValuesOnConditionCheckFailure", request.returnValuesOnConditionCheckFailureAsString()));
        return PutItemResponse.builder().build();
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        var answer = call("UpdateItem", new DynamoJson().put("TableName", request.tableName()).attributes("Key", true, request.key())
                .put("UpdateExpression", request.updateExpression()).put("ConditionExpression", request.conditionExpression())
                .placeholders(request.hasExpressionAttributeNames(), request.expressionAttributeNames(),
                        request.hasExpressionAttributeValues(), request.expressionAttributeValues())
                .put("ReturnValues", request.returnValuesAsString())
                .put("ReturnValuesOnConditionCheckFailure", request.returnValuesOnConditionCheckFailureAsString()));
        return UpdateItemResponse.builder().attributes(DynamoJson.read(answer.get("Attributes"))).build();
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        call("DeleteItem", new DynamoJson().put("TableName", request.tableName()).attributes("Key", true, request.key())
                .put("ConditionExpression", request.conditionExpression())
                .placeholders(request.hasExpressionAttributeNames(), request.expressionAttributeNames(),
                        request.hasExpressionAttributeValues(), request.expressionAttributeValues())
                .put("ReturnValuesOnConditionCheckFailure", request.returnValuesOnConditionCheckFailureAsString()));
        return DeleteItemResponse.builder().build();
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        call("TransactWriteItems", new DynamoJson().put("ClientRequestToken", request.clientRequestToken())
                .put("TransactItems", request.transactItems().stream().map(DynamoCalls::item).toList()));
        return TransactWriteItemsResponse.builder().build();
    }

    private static Map<String, Object> item(TransactWriteItem item) {
        var put = item.put();
        if (put != null) {
            return Map.of("Put", new DynamoJson().put("TableName", put.tableName()).attributes("Item", true, put.item())
                    .put("ConditionExpression", put.conditionExpression())
                    .placeholders(put.hasExpressionAttributeNames(), put.expressionAttributeNames(),
                            put.hasExpressionAttributeValues(), put.expressionAttributeValues())
                    .put("ReturnValuesOnConditionCheckFailure", put.returnValuesOnConditionCheckFailureAsString()).done());
        }
        var update = item.update();
        if (update != null) {
            return Map.of("Update", new DynamoJson().put("TableName", update.tableName()).attributes("Key", true, update.key())
                    .put("UpdateExpression", update.updateExpression()).put("ConditionExpression", update.conditionExpression())
                    .placeholders(update.hasExpressionAttributeNames(), update.expressionAttributeNames(),
                            update.hasExpressionAttributeValues(), update.expressionAttributeValues())
                    .put("ReturnValuesOnConditionCheckFailure", update.returnValuesOnConditionCheckFailureAsString()).done());
        }
        var delete = item.delete();
        if (delete != null) {
            return Map.of("Delete", new DynamoJson().put("TableName", delete.tableName()).attributes("Key", true, delete.key())
                    .put("ConditionExpression", delete.conditionExpression())
                    .placeholders(delete.hasExpressionAttributeNames(), delete.expressionAttributeNames(),
                            delete.hasExpressionAttributeValues(), delete.expressionAttributeValues())
                    .put("ReturnValuesOnConditionCheckFailure", delete.returnValuesOnConditionCheckFailureAsString()).done());
        }
        var check = item.conditionCheck();
        return Map.of("ConditionCheck", new DynamoJson().put("TableName", check.tableName()).attributes("Key", true, check.key())
                .put("ConditionExpression", check.conditionExpression())
                .placeholders(check.hasExpressionAttributeNames(), check.expressionAttributeNames(),
                        check.hasExpressionAttributeValues(), check.expressionAttributeValues())
                .put("ReturnValuesOnConditionCheckFailure", check.returnValuesOnConditionCheckFailureAsString()).done());
    }

    private Map<String, Object> call(String operation, DynamoJson request) {
        return service.call(operation, request.done(), DynamoCalls::failure);
    }

    /** The failures that {@link Failure} and the store tell apart; any other is told by its code. */
    private static AwsServiceException failure(JsonService.Refusal refusal) {
        return switch (refusal.code()) {
            case "ConditionalCheckFailedException" ->
                    refusal.tell(ConditionalCheckFailedException.builder().item(DynamoJson.read(refusal.body().get("Item")))).build();
            case "TransactionCanceledException" ->
                    refusal.tell(TransactionCanceledException.builder().cancellationReasons(reasons(refusal))).build();
            case "TransactionConflictException" -> refusal.tell(TransactionConflictException.builder()).build();
            case "TransactionInProgressException" -> refusal.tell(TransactionInProgressException.builder()).build();
            case "ProvisionedThroughputExceededException" -> refusal.tell(ProvisionedThroughputExceededException.builder()).build();
            case "RequestLimitExceeded" -> refusal.tell(RequestLimitExceededException.builder()).build();
            default -> refusal.tell(DynamoDbException.builder()).build();
        };
    }

    private static List<CancellationReason> reasons(JsonService.Refusal refusal) {
        var reasons = new ArrayList<CancellationReason>();
        for (var each : (List<?>) refusal.body().getOrDefault("CancellationReasons", List.of())) {
            var reason = object(each);
            reasons.add(CancellationReason.builder().code((String) reason.get("Code")).item(DynamoJson.read(reason.get("Item"))).build());
        }
        return reasons;
    }

    private static Map<?, ?> object(Object json) {
        return json == null ? Map.of() : (Map<?, ?>) json;
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    /** The HTTP client is everybody's and stays open. */
    @Override
    public void close() {}
}
