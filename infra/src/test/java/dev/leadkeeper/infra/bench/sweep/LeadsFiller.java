package dev.leadkeeper.infra.bench.sweep;

import dev.leadkeeper.aws.DynamoStores;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Fills tables by the batch. */
public final class LeadsFiller {
    private static final int BATCH = 25;
    private static final int WRITERS = 4;

    private LeadsFiller() {}

    /** Adds so many leads to a table, the first {@code waiting} of which wait. */
    public static void fill(DynamoDbClient client, String table, Stored stored, int leads, int waiting) throws Exception {
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            var batches = IntStream.iterate(0, first -> first < leads, first -> first + BATCH).mapToObj(first -> (Callable<Void>) () -> {
                write(client, table, IntStream.range(first, Math.min(leads, first + BATCH))
                        .mapToObj(i -> i < waiting ? stored.waiting(i) : stored.owned(i)).toList());
                return null;
            }).toList();
            for (var done : writers.invokeAll(batches)) {
                done.get();
            }
        }
    }

    /** Writes these items, however many. */
    static void put(DynamoDbClient client, String table, List<Map<String, Object>> items) {
        for (int from = 0; from < items.size(); from += BATCH) {
            write(client, table, items.subList(from, Math.min(items.size(), from + BATCH)));
        }
    }

    private static void write(DynamoDbClient client, String table, List<Map<String, Object>> items) {
        var answer = client.batchWriteItem(request -> request.requestItems(Map.of(table, items.stream().map(item -> WriteRequest.builder()
                .putRequest(PutRequest.builder().item(DynamoStores.attributes(item)).build()).build()).toList())));
        if (!answer.unprocessedItems().isEmpty()) {
            throw new IllegalStateException("the emulator did not take all of a batch");
        }
    }
}
