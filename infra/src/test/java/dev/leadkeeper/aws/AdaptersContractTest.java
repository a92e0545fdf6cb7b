package dev.leadkeeper.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadkeeper.contract.ClockContract;
import dev.leadkeeper.contract.FilesContract;
import dev.leadkeeper.contract.IdsContract;
import dev.leadkeeper.contract.QuarantineContract;
import dev.leadkeeper.contract.QueueContract;
import dev.leadkeeper.contract.SecretsContract;
import dev.leadkeeper.contract.VaultContract;
import dev.leadkeeper.infra.TestCloud;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Files;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Quarantine;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Secrets;
import dev.leadkeeper.port.Vault;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

class AdaptersContractTest {
    private static AwsPorts ports;
    private static TestCloud cloud;
    private static SqsClient receiver;
    private static SsmClient parameters;

    @BeforeAll
    static void start() throws Exception {
        ports = Adapters.ports();
        cloud = TestCloud.shared();
        receiver = cloud.endpoints().sqsClient();
        parameters = cloud.endpoints().ssmClient();
    }

    @Nested
    class OfTheQueue extends QueueContract {
        private final Queue queue = ports.queue();

        @Override
        protected Queue queue() {
            return queue;
        }

        @Override
        protected List<Map<String, Object>> take(Queue.Channel channel) {
            var url = cloud.environment().get(channel + "_QUEUE");
            var bodies = new ArrayList<Map<String, Object>>();
            while (true) {
                var messages = receiver.receiveMessage(ask -> ask.queueUrl(url).maxNumberOfMessages(10)).messages();
                if (messages.isEmpty()) {
                    return bodies;
                }
                messages.forEach(message -> {
                    bodies.add(Json.readOwn(message.body()));
                    receiver.deleteMessage(done -> done.queueUrl(url).receiptHandle(message.receiptHandle()));
                });
            }
        }
    }

    @Nested
    class OfTheFiles extends FilesContract {
        private final Files files = ports.files();

        @Override
        protected Files files() {
            return files;
        }
    }

    @Nested
    class OfTheSecrets extends SecretsContract {
        private final Secrets secrets = ports.secrets();

        @Override
        protected Secrets secrets() {
            return secrets;
        }

        @Override
        protected void set(String name, String... values) {
            parameters.putParameter(parameter -> parameter.name(cloud.environment().get("SECRETS_PATH") + "/" + name)
                    .type(ParameterType.SECURE_STRING).value(String.join("\n", values)).overwrite(true));
        }
    }

    @Nested
    class OfTheIds extends IdsContract {
        private final Ids ids = new SecureIds();

        @Override
        protected Ids ids() {
            return ids;
        }
    }

    @Nested
    class OfTheClock extends ClockContract {
        private final Clock clock = new SystemClock();

        @Override
        protected Clock clock() {
            return clock;
        }
    }

    @Nested
    class OfTheQuarantine extends QuarantineContract {
        private final Quarantine quarantine = ports.quarantine();

        @Override
        protected Quarantine quarantine() {
            return quarantine;
        }

        @Override
        protected Instant now() {
            return Instant.now();
        }

        @Override
        protected boolean post(Quarantine.Form form, byte[] content) throws Exception {
            return Upload.post(form, content) == 204;
        }
    }

    @Nested
    class OfTheVault extends VaultContract {
        private final Vault vault = ports.vault();

        @Override
        protected Vault vault() {
            return vault;
        }

        @Override
        protected byte[] fetch(URI address) throws Exception {
            var response = Upload.CLIENT.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(200, response.statusCode());
            return response.body();
        }
    }
}
