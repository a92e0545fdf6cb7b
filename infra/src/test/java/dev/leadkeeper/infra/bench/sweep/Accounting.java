package dev.leadkeeper.infra.bench.sweep;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Asks the emulator with every request what it consumed ({@code ConsumedCapacity}), and adds that up. */
final class Accounting implements DynamoDbClient {
    private static final ReturnConsumedCapacity TELL = ReturnConsumedCapacity.TOTAL;

    private final DynamoDbClient real;
    private double read;
    private double written;

    Accounting(DynamoDbClient real) {
        this.real = real;
    }

    /** Read units since the last time. */
    double takeRead() {
        var sum = read;
        read = 0;
        return sum;
    }

    /** Write units since the last time. */
    double takeWritten() {
        var sum = written;
        written = 0;
        return sum;
    }

    private static double units(List<ConsumedCapacity> consumed) {
        return consumed.stream().mapToDouble(ConsumedCapacity::capacityUnits).sum();
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        var answer = real.getItem(request.toBuilder().returnConsumedCapacity(TELL).build());
        read += answer.consumedCapacity().capacityUnits();
        return answer;
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        var answer = real.batchGetItem(request.toBuilder().returnConsumedCapacity(TELL).build());
        read += units(answer.consumedCapacity());
        return answer;
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        var answer = real.query(request.toBuilder().returnConsumedCapacity(TELL).build());
        read += answer.consumedCapacity().capacityUnits();
        return answer;
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        var answer = real.putItem(request.toBuilder().returnConsumedCapacity(TELL).build());
        written += answer.consumedCapacity().capacityUnits();
        return answer;
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        var answer = real.updateItem(request.toBuilder().returnConsumedCapacity(TELL).build());
        written += answer.consumedCapacity().capacityUnits();
        return answer;
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        var answer = real.deleteItem(request.toBuilder().returnConsumedCapacity(TELL).build());
        written += answer.consumedCapacity().capacityUnits();
        return answer;
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        var answer = real.transactWriteItems(request.toBuilder().returnConsumedCapacity(TELL).build());
        written += units(answer.consumedCapacity());
        return answer;
    }

    @Override
    public ScanResponse scan(ScanRequest request) {
        var answer = real.scan(request.toBuilder().returnConsumedCapacity(TELL).build());
        read += answer.consumedCapacity().capacityUnits();
        return answer;
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
