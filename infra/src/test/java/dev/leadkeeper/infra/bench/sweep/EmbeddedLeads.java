package dev.leadkeeper.infra.bench.sweep;

import dev.leadkeeper.aws.DynamoStores;
import dev.leadkeeper.infra.local.emulators.Emulators;
import dev.leadkeeper.infra.local.emulators.Provisioning;
import dev.leadkeeper.infra.local.template.Place;
import dev.leadkeeper.infra.local.template.TemplateReader;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The template's tables in DynamoDB Local, filled by the batch. */
final class EmbeddedLeads implements AutoCloseable {
    private static final int BATCH = 25;
    private static final int WRITERS = 4;

    private final Emulators emulators;
    private final DynamoDbClient client;
    private final Map<Table, String> tables;

    private EmbeddedLeads(Emulators emulators, DynamoDbClient client, Map<Table, String> tables) {
        this.emulators = emulators;
        this.client = client;
        this.tables = tables;
    }

    static EmbeddedLeads start(Path root) throws Exception {
        var emulators = Emulators.start(Optional.empty(), change -> { });
        var endpoints = emulators.endpoints();
        var template = new TemplateReader(Place.local(endpoints.sqs().toString(), "http://localhost"), Map.of())
                .read(root.resolve("template.yaml"));
        Provisioning.create(template, endpoints, true);
        var tables = new EnumMap<Table, String>(Table.class);
        for (var table : Table.values()) {
            tables.put(table, template.environment().get(table.name() + "_TABLE"));
        }
        return new EmbeddedLeads(emulators, endpoints.dynamoDbClient(), tables);
    }

    Store store() {
        return DynamoStores.on(client, tables);
    }

    /** Adds leads up to the number; the first {@code due} of all are due. */
    void fill(int from, int to, int due) throws Exception {
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            var batches = IntStream.iterate(from, first -> first < to, first -> first + BATCH).mapToObj(first -> (Callable<Void>) () -> {
                write(IntStream.range(first, Math.min(to, first + BATCH)).mapToObj(i -> i < due ? Stored.due(i) : Stored.owned(i)).toList());
                return null;
            }).toList();
            for (var done : writers.invokeAll(batches)) {
                done.get();
            }
        }
    }

    private void write(List<Map<String, Object>> items) {
        client.batchWriteItem(request -> request.requestItems(Map.of(tables.get(Table.LEADS), items.stream()
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
            case List<?> list -> AttributeValue.fromL(list.stream().map(EmbeddedLeads::attribute).toList());
            default -> throw new IllegalArgumentException("no lead holds " + value);
        };
    }

    @Override
    public void close() {
        client.close();
        emulators.close();
    }
}
