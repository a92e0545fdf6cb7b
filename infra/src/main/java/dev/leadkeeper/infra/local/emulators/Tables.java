package dev.leadkeeper.infra.local.emulators;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.dynamodb.services.local.monitoring.Telemetry;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local. Its own server binds every interface, so its request handler is put into a server of ours that
 * binds loopback only. Under a data directory it writes through SQLite with a rollback journal, which is durable
 * at every answer.
 */
final class Tables implements AutoCloseable {
    private final Server server;
    private final LocalDynamoDBRequestHandler handler;

    private Tables(Server server, LocalDynamoDBRequestHandler handler) {
        this.server = server;
        this.handler = handler;
    }

    /** @param directory where the database file lies; in memory when empty */
    static Tables start(int port, Optional<Path> directory) throws Exception {
        Telemetry.configureTelemetry("local", "local", false);
        boolean inMemory = directory.isEmpty();
        // One database for all regions and keys: the port number in the constructor is only shown in messages.
        LocalDynamoDBRequestHandler handler = new LocalDynamoDBRequestHandler(port, inMemory,
                directory.map(Path::toString).orElse(null), true, false);
        QueuedThreadPool threads = new QueuedThreadPool(64, 4);
        threads.setName("dynamodb");
        threads.setDaemon(true);
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new ContextHandler(new LocalDynamoDBServerHandler(handler, null)));
        server.start();
        return new Tables(server, handler);
    }

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    }

    @Override
    public void close() throws Exception {
        server.stop();
        handler.shutdown();
    }
}
