package dev.leadkeeper.infra.bench.coldstart;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The usual recipe, as a control: POJO events, a mapper onto records, clients on the JDK's HTTP connection; one read, one transaction, one message. */
public final class UsualHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final DynamoDbClient tables = DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
    private final SqsClient queues = SqsClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
    private final ObjectMapper mapper = new ObjectMapper();

    /** A message of the queue of scored leads. */
    public record Scored(String lead, String trace) {}

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        for (var message : event.getRecords()) {
            try {
                handle(mapper.readValue(message.getBody(), Scored.class));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return new SQSBatchResponse(List.of());
    }

    private void handle(Scored scored) throws JsonProcessingException {
        var key = Map.of("id", AttributeValue.fromS(scored.lead()));
        var table = System.getenv("LEADS_TABLE");
        tables.getItem(request -> request.tableName(table).key(key).consistentRead(true));
        tables.transactWriteItems(request -> request.transactItems(TransactWriteItem.builder().put(Put.builder().tableName(table).item(key)
                .conditionExpression("attribute_not_exists(id)").build()).build()));
        var body = mapper.writeValueAsString(scored);
        queues.sendMessage(request -> request.queueUrl(System.getenv("NOTICES_QUEUE")).messageBody(body));
    }
}
