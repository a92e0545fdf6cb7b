package dev.leadkeeper.infra.local.emulators;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.Limits;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;
import org.elasticmq.server.config.ElasticMQServerConfig;
import scala.Option;
import scalikejdbc.ConnectionPool;

/**
 * ElasticMQ with the limits of SQS (messages up to 1,048,576 bytes); under a data directory it keeps its messages in H2. Put together here as
 * ElasticMQServer does it, except that delays and visibility follow the local cloud's time.
 */
final class Queues implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);

    private final ActorSystem actors;
    private final SQSRestServer server;

    private Queues(ActorSystem actors, SQSRestServer server) {
        this.actors = actors;
        this.server = server;
    }

    /** @param clock read for every message that is sent, received or given back */
    static Queues start(int port, String region, String account, Optional<Path> directory, InstantSource clock) {
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
        return start(new ElasticMQServerConfig(config.withFallback(ConfigFactory.defaultReference()).resolve()), directory.isPresent(), clock);
    }

    private static Queues start(ElasticMQServerConfig config, boolean kept, InstantSource clock) {
        ActorSystem actors = ActorSystem.create("elasticmq");
        Limits limits = StrictSQSLimits$.MODULE$;
        Option<ActorRef> keeper = kept ? Option.apply(actors.actorOf(Props.create(SqlQueuePersistenceActor.class, () ->
                new SqlQueuePersistenceActor(config.sqlQueuePersistenceConfig(), config.baseQueues())))) : Option.empty();
        ActorRef queues = actors.actorOf(Props.create(QueueManagerActor.class, () -> new QueueManagerActor(new TimedQueues.Now(clock), limits, keeper)));
        ActorRef timed = actors.actorOf(Props.create(TimedQueues.class, () -> new TimedQueues(queues, clock)));
        SQSRestServer server = new TheSQSRestServerBuilder(Option.apply(actors), Option.apply(timed), config.restSqs().bindHostname(),
                config.restSqs().bindPort(), config.nodeAddress(), config.generateNodeAddress(), limits, config.awsRegion(), config.awsAccountId(),
                keeper, config.autoCreateQueues()).start();
        server.waitUntilStarted();
        if (keeper.isDefined()) {
            Patterns.ask(keeper.get(), new QueueEvent.Restore(queues), START).toCompletableFuture().join();
        }
        return new Queues(actors, server);
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
        server.stopAndWait();
        actors.terminate();
        actors.getWhenTerminated().toCompletableFuture().join();
        ConnectionPool.closeAll();
    }
}
