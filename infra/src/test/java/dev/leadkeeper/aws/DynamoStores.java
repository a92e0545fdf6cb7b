package dev.leadkeeper.aws;

import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The DynamoDB adapter on any client, for tests in other packages. */
public final class DynamoStores {
    private DynamoStores() {}

    /** @param tables their names */
    public static Store on(DynamoDbClient client, Map<Table, String> tables) {
        return on(client, tables, 1);
    }

    /** Several on the same tables must not share a seed: their transactions would be taken for each other's repeats. */
    public static Store on(DynamoDbClient client, Map<Table, String> tables, long seed) {
        return new DynamoStore(client, tables, new VirtualClock("2026-01-01T00:00:00Z"), new SeededIds(seed));
    }

    /** An item as the adapter writes it. */
    public static Map<String, AttributeValue> attributes(Map<String, Object> item) {
        return Attributes.write(item);
    }
}
