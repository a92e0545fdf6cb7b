package dev.leadkeeper.aws.differential;

import dev.leadkeeper.port.Index;
import dev.leadkeeper.port.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** DynamoDB Local inside this process, without HTTP between, with the port's tables. */
public final class EmbeddedDynamo implements AutoCloseable {
    private final AmazonDynamoDBLocal local;

    public EmbeddedDynamo() {
        this.local = DynamoDBEmbedded.create(true);
        for (var table : Table.values()) {
            create(table);
        }
    }

    public DynamoDbClient client() {
        return new RereadingClient(local.dynamoDbClient());
    }

    /** Each table under its own name. */
    public static Map<Table, String> names() {
        var names = new LinkedHashMap<Table, String>();
        List.of(Table.values()).forEach(table -> names.put(table, table.name()));
        return names;
    }

    @Override
    public void close() {
        local.shutdownNow();
    }

    /** The same as it is, which can do more: write by the batch. */
    public DynamoDbClient raw() {
        return local.dynamoDbClient();
    }

    private void create(Table table) {
        var attributes = new LinkedHashMap<String, ScalarAttributeType>();
        attributes.put(table.hash(), ScalarAttributeType.S);
        table.sort().ifPresent(sort -> attributes.put(sort, table.numericSort() ? ScalarAttributeType.N : ScalarAttributeType.S));
        var indexes = new ArrayList<GlobalSecondaryIndex>();
        for (var index : Index.values()) {
            if (index.table() == table) {
                attributes.put(index.hash(), ScalarAttributeType.S);
                attributes.put(index.sort(), ScalarAttributeType.S);
                indexes.add(GlobalSecondaryIndex.builder().indexName(index.name().toLowerCase(Locale.ROOT))
                        .keySchema(keys(index.hash(), index.sort())).projection(projection(index)).build());
            }
        }
        local.dynamoDbClient().createTable(request -> request.tableName(table.name()).billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(keys(table.hash(), table.sort().orElse(null)))
                .attributeDefinitions(attributes.entrySet().stream().map(each -> AttributeDefinition.builder()
                        .attributeName(each.getKey()).attributeType(each.getValue()).build()).toList())
                .globalSecondaryIndexes(indexes.isEmpty() ? null : indexes));
    }

    private static Projection projection(Index index) {
        return index.projected()
                .map(names -> names.isEmpty() ? Projection.builder().projectionType(ProjectionType.KEYS_ONLY).build() : Projection.builder().projectionType(ProjectionType.INCLUDE).nonKeyAttributes(names).build())
                .orElse(Projection.builder().projectionType(ProjectionType.ALL).build());
    }

    private static List<KeySchemaElement> keys(String hash, String sort) {
        var keys = new ArrayList<KeySchemaElement>();
        keys.add(KeySchemaElement.builder().attributeName(hash).keyType(KeyType.HASH).build());
        if (sort != null) {
            keys.add(KeySchemaElement.builder().attributeName(sort).keyType(KeyType.RANGE).build());
        }
        return keys;
    }
}
