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
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The template's tables in DynamoDB Local. */
final class EmbeddedLeads implements AutoCloseable {
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
        LeadsFiller.fill(client, tables.get(Table.LEADS), from, to, due);
    }

    @Override
    public void close() {
        client.close();
        emulators.close();
    }
}
