package dev.leadkeeper.aws.differential;

import dev.leadkeeper.aws.ConflictingClient;
import dev.leadkeeper.aws.DynamoStores;
import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import java.util.function.Consumer;

/**
 * One of the two that are compared.
 *
 * @param hold    makes items as if another transaction were at work on them
 * @param release ends that
 */
record Side(Store store, Consumer<Key> hold, Consumer<Key> release) {
    static Side of(InMemoryStore store) {
        return new Side(store, store::hold, store::release);
    }

    static Side of(EmbeddedDynamo dynamo) {
        var client = new ConflictingClient(dynamo.client(), EmbeddedDynamo.names());
        return new Side(DynamoStores.on(client, EmbeddedDynamo.names()), client::hold, client::release);
    }
}
