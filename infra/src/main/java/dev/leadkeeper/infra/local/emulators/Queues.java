package dev.leadkeeper.infra.local.emulators;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.Terminated;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import scala.Function0;
import scalikejdbc.ConnectionPool;

/** ElasticMQ with the limits of SQS (messages up to 1,048,576 bytes); under a data directory it keeps its messages in H2. */
final class Queues implements AutoCloseable {
    private final Function0<Terminated> stop;

    private Queues(Function0<Terminated> stop) {
        this.stop = stop;
    }

    static Queues start(int port, String region, String account, Optional<Path> directory) {
        // Pekko asks for DEBUG in ElasticMQ's own configuration; only a system property is stronger.
        System.setProperty("pekko.loglevel", "WARNING");
        ConfigFactory.invalidateCaches();
        Config config = ConfigFactory.parseMap(Map.of(
                "node-address.host", "127.0.0.1",
                "node-address.port", port,
                "rest-sqs.bind-hostname", "127.0.0.1",
                "rest-sqs.bind-port", port,
                "rest-sqs.sqs-limits", "strict",
                "aws.region", region,
                "aws.accountId", account));
        if (directory.isPresent()) {
            String address = "jdbc:h2:" + directory.get().resolve("messages").toAbsolutePath() + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
            connectTo(address);
            // WRITE_DELAY=0: H2 would otherwise flush every 500 ms, and a kill would lose what was acknowledged.
            config = config.withValue("messages-storage", ConfigValueFactory.fromMap(Map.of(
                    "enabled", true,
                    "driver-class", "org.h2.Driver",
                    "uri", address,
                    "username", "",
                    "password", "",
                    "prune-data-on-init", false)));
        }
        return new Queues(new ElasticMQServer(new ElasticMQServerConfig(
                config.withFallback(ConfigFactory.defaultReference()).resolve())).start());
    }

    /**
     * ElasticMQ connects once per process, to the database of its first start; a later one in the same process, with
     * another directory, would silently go on with the first. It asks for the pool anew, so the pool is replaced.
     */
    private static void connectTo(String address) {
        var settings = ConnectionPool.singleton$default$4();
        ConnectionPool.singleton(address, "", "", settings, ConnectionPool.singleton$default$5(address, "", "", settings));
    }

    @Override
    public void close() {
        stop.apply();
        ConnectionPool.closeAll();
    }
}
