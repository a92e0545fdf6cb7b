package dev.leadkeeper.infra.bench.coldstart;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The usual recipe, as a control: POJO events, data binding, clients on the JDK's HTTP connection. It reads the scoring function's
 * messages and makes the calls that CALLS names ({@code GetItem=2,…}), which are as many of each kind as scoring makes, with items of
 * that size; it decides nothing.
 */
public final class UsualHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final DynamoDbClient tables = DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
    private final SqsClient queues = SqsClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
    private final ObjectMapper mapper = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final String table = System.getenv("LEADS_TABLE");
    private final String queue = System.getenv("LEADS_SCORED_QUEUE");

    /** A message of the queue of received posts. */
    public record Post(String form, String receivedAt, String contentType, String raw, List<Submission> submissions) {}

    /** One lead of it. */
    public record Submission(String lead, String form, String deliveryKey, String bodyHash, String receivedAt, Map<String, Object> facts,
                             String trace) {}

    /** A message of the queue of scored leads. */
    public record Scored(String lead, String trace) {}

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        for (var message : event.getRecords()) {
            try {
                handle(mapper.readValue(message.getBody(), Post.class));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return new SQSBatchResponse(List.of());
    }

    private void handle(Post post) throws JsonProcessingException {
        for (var submission : post.submissions()) {
            var item = item(submission);
            for (var call : System.getenv("CALLS").split(",")) {
                int times = Integer.parseInt(call.substring(call.indexOf('=') + 1));
                for (int i = 0; i < times; i++) {
                    call(call.substring(0, call.indexOf('=')), submission, item);
                }
            }
        }
    }

    private Map<String, AttributeValue> item(Submission submission) throws JsonProcessingException {
        var item = new LinkedHashMap<String, AttributeValue>();
        item.put("id", AttributeValue.fromS(submission.lead()));
        item.put("form", AttributeValue.fromS(submission.form()));
        item.put("deliveryKey", AttributeValue.fromS(submission.deliveryKey()));
        item.put("bodyHash", AttributeValue.fromS(submission.bodyHash()));
        item.put("receivedAt", AttributeValue.fromS(submission.receivedAt()));
        item.put("facts", AttributeValue.fromS(mapper.writeValueAsString(submission.facts())));
        return item;
    }

    private void call(String operation, Submission submission, Map<String, AttributeValue> item) throws JsonProcessingException {
        var key = Map.of("id", item.get("id"));
        switch (operation) {
            case "GetItem" -> tables.getItem(request -> request.tableName(table).key(key).consistentRead(true));
            case "BatchGetItem" -> tables.batchGetItem(request -> request.requestItems(
                    Map.of(table, KeysAndAttributes.builder().keys(List.of(key)).consistentRead(true).build())));
            case "PutItem" -> tables.putItem(request -> request.tableName(table).item(item)
                    .conditionExpression("attribute_not_exists(id)"));
            case "UpdateItem" -> tables.updateItem(request -> request.tableName(table).key(key).updateExpression("SET form = :form")
                    .expressionAttributeValues(Map.of(":form", item.get("form"))));
            case "TransactWriteItems" -> tables.transactWriteItems(request -> request.transactItems(
                    TransactWriteItem.builder().put(put(item)).build(), TransactWriteItem.builder().put(put(item)).build()));
            case "SendMessage" -> {
                var body = mapper.writeValueAsString(new Scored(submission.lead(), submission.trace()));
                queues.sendMessage(request -> request.queueUrl(queue).messageBody(body));
            }
            default -> throw new IllegalStateException("scoring makes another call now: " + operation);
        }
    }

    private Put put(Map<String, AttributeValue> item) {
        return Put.builder().tableName(table).item(item).conditionExpression("attribute_not_exists(id)").build();
    }
}
