package dev.leadkeeper.fake;

import dev.leadkeeper.contract.ClockContract;
import dev.leadkeeper.contract.FilesContract;
import dev.leadkeeper.contract.IdsContract;
import dev.leadkeeper.contract.QuarantineContract;
import dev.leadkeeper.contract.QueueContract;
import dev.leadkeeper.contract.SecretsContract;
import dev.leadkeeper.contract.VaultContract;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Files;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Quarantine;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Secrets;
import dev.leadkeeper.port.Vault;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

class FakesTest {
    @Nested
    class OfTheQueue extends QueueContract {
        private final InMemoryQueue queue = new InMemoryQueue();

        @Override
        protected Queue queue() {
            return queue;
        }

        @Override
        protected List<Map<String, Object>> take(Queue.Channel channel) {
            return queue.takeDue(channel);
        }
    }

    @Nested
    class OfTheFiles extends FilesContract {
        private final InMemoryFiles files = new InMemoryFiles();

        @Override
        protected Files files() {
            return files;
        }
    }

    @Nested
    class OfTheSecrets extends SecretsContract {
        private final FixedSecrets secrets = new FixedSecrets();

        @Override
        protected Secrets secrets() {
            return secrets;
        }

        @Override
        protected void set(String name, String... values) {
            secrets.put(name, values);
        }
    }

    @Nested
    class OfTheIds extends IdsContract {
        private final SeededIds ids = new SeededIds(7);

        @Override
        protected Ids ids() {
            return ids;
        }
    }

    @Nested
    class OfTheClock extends ClockContract {
        private final VirtualClock clock = new VirtualClock("2026-01-01T00:00:00Z");

        @Override
        protected Clock clock() {
            return clock;
        }
    }

    @Nested
    class OfTheQuarantine extends QuarantineContract {
        private final VirtualClock clock = new VirtualClock("2026-01-01T00:00:00Z");
        private final InMemoryQuarantine quarantine = new InMemoryQuarantine(clock, false);

        @Override
        protected Quarantine quarantine() {
            return quarantine;
        }

        @Override
        protected Instant now() {
            return clock.now();
        }

        @Override
        protected boolean post(Quarantine.Form form, byte[] content) {
            return quarantine.post(form, content);
        }
    }

    @Nested
    class OfTheQuarantineWithVersions extends QuarantineContract {
        private final VirtualClock clock = new VirtualClock("2026-01-01T00:00:00Z");
        private final InMemoryQuarantine quarantine = new InMemoryQuarantine(clock, true);

        @Override
        protected Quarantine quarantine() {
            return quarantine;
        }

        @Override
        protected Instant now() {
            return clock.now();
        }

        @Override
        protected boolean post(Quarantine.Form form, byte[] content) {
            return quarantine.post(form, content);
        }
    }

    @Nested
    class OfTheVault extends VaultContract {
        private final InMemoryVault vault = new InMemoryVault();

        @Override
        protected Vault vault() {
            return vault;
        }

        @Override
        protected byte[] fetch(URI address) {
            return vault.content(address.getPath().substring(1)).orElseThrow();
        }
    }
}
