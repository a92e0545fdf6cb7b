package dev.leadkeeper.infra.bench.sweep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Fills a table of leads by the batch. */
public final class LeadsFiller {
    private static final int BATCH = 25;
    private static final int WRITERS = 4;

    private LeadsFiller() {}

    /** Adds leads up to the number; the first {@code due} of all are due. */
    public static void fill(DynamoDbClient client, String table, int from, int to, int due) throws Exception {
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            var batches = IntStream.iterate(from, first -> first < to, first -> first + BATCH).mapToObj(first -> (Callable<Void>) () -> {
                write(client, table, IntStream.range(first, Math.min(to, first + BATCH))
                        .mapToObj(i -> i < due ? Stored.due(i) : Stored.owned(i)).toList());
                return null;
            }).toList();
            for (var done : writers.invokeAll(batches)) {
                done.get();
            }
        }
    }

    private static void write(DynamoDbClient client, String table, List<Map<String, Object>> items) {
        client.batchWriteItem(request -> request.requestItems(Map.of(table, items.stream()
                .map(item -> WriteRequest.builder().putRequest(PutRequest.builder().item(attributes(item)).build()).build()).toList())));
    }

    private static Map<String, AttributeValue> attributes(Map<String, Object> item) {
        var attributes = new HashMap<String, AttributeValue>();
        item.forEach((name, value) -> attributes.put(name, attribute(value)));
        return attributes;
    }

    private static AttributeValue attribute(Object value) {
        return switch (value) {
            case String text -> AttributeValue.fromS(text);
            case Long number -> AttributeValue.fromN(number.toString());
            case List<?> list -> AttributeValue.fromL(list.stream().map(LeadsFiller::attribute).toList());
            default -> throw new IllegalArgumentException("no lead holds " + value);
        };
    }
}
