package dev.leadkeeper.notification.channel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.leadkeeper.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;

/** A real HTTP server on loopback in a vendor's place: keeps what it was asked and answers what it was told. */
public final class FakeVendor implements AutoCloseable {
    private final HttpServer server;
    private final List<Request> requests = new ArrayList<>();
    private final ArrayDeque<Answer> answers = new ArrayDeque<>();
    private Answer otherwise = new Answer(200, Map.of(), new byte[0]);

    /** What arrived. Header names are in lower case. */
    public record Request(String method, String path, String rawQuery, Map<String, String> headers, byte[] body) {
        /** The body as JSON. */
        public Map<String, Object> json() {
            return Json.readOwn(new String(body, StandardCharsets.UTF_8));
        }

        /** One parameter of the query, decoded by the rules of forms, as most servers do. */
        public String parameter(String name) {
            for (var pair : rawQuery.split("&")) {
                if (pair.startsWith(name + "=")) {
                    return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
                }
            }
            throw new AssertionError("no parameter " + name + " in the query");
        }
    }

    private record Answer(int status, Map<String, String> headers, byte[] body) {}

    public FakeVendor() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    /** Its base URL. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next answer. */
    public FakeVendor then(int status, String body) {
        synchronized (answers) {
            answers.add(new Answer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
        }
        return this;
    }

    /** The answer when nothing else was said. */
    public FakeVendor always(int status, String body) {
        otherwise = new Answer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The next answer sends elsewhere. */
    FakeVendor thenRedirectTo(String location) {
        synchronized (answers) {
            answers.add(new Answer(307, Map.of("location", location), new byte[0]));
        }
        return this;
    }

    /** What arrived so far, oldest first. */
    public List<Request> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        URI uri = exchange.getRequestURI();
        synchronized (requests) {
            requests.add(new Request(exchange.getRequestMethod(), uri.getRawPath(), uri.getRawQuery(), headers,
                    exchange.getRequestBody().readAllBytes()));
        }
        Answer answer;
        synchronized (answers) {
            answer = answers.isEmpty() ? otherwise : answers.removeFirst();
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        try (exchange; var out = exchange.getResponseBody()) {
            out.write(answer.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
