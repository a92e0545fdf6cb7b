package dev.leadkeeper.aws;

import dev.leadkeeper.contract.ConflictContract;
import dev.leadkeeper.contract.QueryContract;
import dev.leadkeeper.contract.StoreContract;
import dev.leadkeeper.contract.TransactContract;
import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.infra.TestCloud;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

class DynamoStoreContractTest {
    private static Store store;
    private static ConflictingClient client;
    private static Store conflicting;

    @BeforeAll
    static void start() throws Exception {
        store = Adapters.ports().store();
        client = new ConflictingClient(TestCloud.shared().endpoints().dynamoDbClient(), Adapters.tables());
        conflicting = new DynamoStore(client, Adapters.tables(), new VirtualClock("2026-01-01T00:00:00Z"), new SeededIds(1));
    }

    @Nested
    class Items extends StoreContract {
        @Override
        protected Store store() {
            return store;
        }
    }

    @Nested
    class Transactions extends TransactContract {
        @Override
        protected Store store() {
            return store;
        }
    }

    @Nested
    class Lists extends QueryContract {
        @Override
        protected Store store() {
            return store;
        }
    }

    @Nested
    class Conflicts extends ConflictContract {
        @Override
        protected Store store() {
            return conflicting;
        }

        @Override
        protected void hold(Key key) {
            client.hold(key);
        }

        @Override
        protected void release(Key key) {
            client.release(key);
        }
    }
}
