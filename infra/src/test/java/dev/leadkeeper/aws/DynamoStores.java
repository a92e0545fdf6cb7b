package dev.leadkeeper.aws;

import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The DynamoDB adapter on any client, for tests in other packages. */
public final class DynamoStores {
    private DynamoStores() {}

    /** @param tables their names */
    public static Store on(DynamoDbClient client, Map<Table, String> tables) {
        return new DynamoStore(client, tables, new VirtualClock("2026-01-01T00:00:00Z"), new SeededIds(1));
    }
}
