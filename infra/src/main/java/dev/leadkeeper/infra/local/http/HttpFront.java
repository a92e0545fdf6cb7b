package dev.leadkeeper.infra.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The one HTTP server of the local cloud, on loopback only: local tokens would make anybody else an admin too. */
public final class HttpFront implements AutoCloseable {
    /** API Gateway's limit of a body: 10 MB
     * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html). */
    private static final int MAX_BODY = 10 * 1024 * 1024;
    /** Connections that may wait while all are being accepted; a campaign's spike must not be refused. */
    private static final int BACKLOG = 1024;

    /** Answers a request. */
    @FunctionalInterface
    public interface Handler {
        Response answer(Request request) throws InterruptedException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private HttpFront(HttpServer server) {
        this.server = server;
    }

    /**
     * @param port 0 for any free one
     * @throws PortInUse when somebody else listens there
     */
    public static HttpFront start(int port, Handler handler) throws IOException {
        // Without it every answer on a kept-alive connection waits some 40 ms for the other side's ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        } catch (BindException e) {
            throw new PortInUse(port);
        }
        HttpFront front = new HttpFront(server);
        server.createContext("/", exchange -> serve(exchange, handler));
        server.setExecutor(front.threads);
        server.start();
        return front;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private static void serve(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
            Response response = body.length > MAX_BODY ? Response.message(413, "Request Entity Too Large")
                    : handler.answer(request(exchange, body));
            response.headers().forEach(each -> exchange.getResponseHeaders().add(each.getKey(), each.getValue()));
            boolean none = response.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(response.status(), none ? -1 : response.body().length);
            if (!none) {
                exchange.getResponseBody().write(response.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request request(HttpExchange exchange, byte[] body) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) ->
                headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>()).addAll(values));
        URI uri = exchange.getRequestURI();
        return new Request(exchange.getRequestMethod(), uri.getRawPath(), uri.getRawQuery() == null ? "" : uri.getRawQuery(), headers, body,
                exchange.getRemoteAddress().getAddress().getHostAddress(), exchange.getProtocol());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** Somebody else listens on the port. */
    public static final class PortInUse extends IOException {
        private static final long serialVersionUID = 1L;

        PortInUse(int port) {
            super("port " + port + " is already in use; stop what listens there, or choose another one with -Dport=N");
        }
    }
}
