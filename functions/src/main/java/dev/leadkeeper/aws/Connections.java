package dev.leadkeeper.aws;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import software.amazon.awssdk.crt.CrtResource;
import software.amazon.awssdk.crt.http.HttpClientConnectionManager;
import software.amazon.awssdk.crt.http.HttpClientConnectionManagerOptions;
import software.amazon.awssdk.crt.io.ClientBootstrap;
import software.amazon.awssdk.crt.io.SocketOptions;
import software.amazon.awssdk.crt.io.TlsCipherPreference;
import software.amazon.awssdk.crt.io.TlsContext;
import software.amazon.awssdk.crt.io.TlsContextOptions;

/**
 * Connections to services, straight from the CRT, with the settings that the SDK's client on it has by itself. That client hands every
 * answer through a reactive stream into an input stream, which for answers of a few KB costs more than sending them.
 */
final class Connections implements AutoCloseable {
    /** As many as the SDK keeps to one address, and as long, when nobody says otherwise. */
    private static final int MOST = 50;
    private static final Duration IDLE = Duration.ofSeconds(60);

    // Closed in the opposite order.
    private final Deque<CrtResource> resources = new ArrayDeque<>();
    private final ClientBootstrap bootstrap;
    private final SocketOptions socket;
    private final TlsContext tls;

    /** @param connect how long connecting may take */
    Connections(Duration connect) {
        this(connect, TlsContextOptions.createDefaultClient());
    }

    /** @param trusting says whose certificates are believed; closed with these connections */
    Connections(Duration connect, TlsContextOptions trusting) {
        bootstrap = own(new ClientBootstrap(null, null));
        socket = own(new SocketOptions());
        socket.connectTimeoutMs = Math.toIntExact(connect.toMillis());
        tls = own(new TlsContext(own(trusting
                .withCipherPreference(TlsCipherPreference.TLS_CIPHER_SYSTEM_DEFAULT).withVerifyPeer(true))));
    }

    /** Those to one address, of which path and query do not matter. Asks nobody for anything yet. */
    HttpClientConnectionManager to(URI address) {
        return own(HttpClientConnectionManager.create(new HttpClientConnectionManagerOptions().withClientBootstrap(bootstrap)
                .withSocketOptions(socket).withTlsContext(tls).withUri(address).withMaxConnections(MOST)
                .withMaxConnectionIdleInMilliseconds(IDLE.toMillis())));
    }

    private synchronized <T extends CrtResource> T own(T made) {
        resources.push(made);
        return made;
    }

    @Override
    public synchronized void close() {
        while (!resources.isEmpty()) {
            resources.pop().close();
        }
    }
}
