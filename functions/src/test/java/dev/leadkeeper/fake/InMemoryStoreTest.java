package dev.leadkeeper.fake;

import dev.leadkeeper.contract.ConflictContract;
import dev.leadkeeper.contract.QueryContract;
import dev.leadkeeper.contract.StoreContract;
import dev.leadkeeper.contract.TransactContract;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import org.junit.jupiter.api.Nested;

class InMemoryStoreTest {
    private final InMemoryStore store = new InMemoryStore();

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
            return store;
        }

        @Override
        protected void hold(Key key) {
            store.hold(key);
        }

        @Override
        protected void release(Key key) {
            store.release(key);
        }
    }
}
