package dev.leadkeeper.infra.bench.coldstart;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.leadkeeper.infra.local.Endpoints;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/**
 * DynamoDB, SQS and Parameter Store at one address, and S3 with no object in it. While it records it asks the emulators and keeps their answers; afterwards it
 * answers the same reads in the same way, and any write as the first of its kind, at once and without keeping anything.
 */
final class AwsStub implements AutoCloseable {
    // A question is the same whatever the order of its names.
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final byte[] NOTHING = {'{', '}'};

    private final HttpServer server;
    private final Endpoints emulators;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, byte[]> recorded = new HashMap<>();
    private final Map<String, Integer> calls = new TreeMap<>();
    private final List<String> sent = new ArrayList<>();
    private boolean recording;

    private AwsStub(HttpServer server, Endpoints emulators) {
        this.server = server;
        this.emulators = emulators;
    }

    static AwsStub start(Endpoints emulators) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var stub = new AwsStub(server, emulators);
        server.createContext("/", stub::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return stub;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Forgets what was recorded, and records from now on. */
    synchronized void record() {
        recording = true;
        recorded.clear();
        sent.clear();
    }

    /** Answers from now on what was recorded, and counts anew. */
    synchronized void replay() {
        recording = false;
        calls.clear();
    }

    /** How often each operation was asked for since {@link #replay}. */
    synchronized Map<String, Integer> calls() {
        return Map.copyOf(calls);
    }

    /** Bodies of the messages that were sent while it recorded. */
    synchronized List<String> sent() {
        return List.copyOf(sent);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            if (target == null) {
                objects(exchange);
                return;
            }
            var answer = answer(target, body, exchange);
            exchange.getResponseHeaders().set("content-type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    /** S3, which alone has its operations in the method: takes everything, has nothing. */
    private static void objects(HttpExchange exchange) throws IOException {
        var method = exchange.getRequestMethod();
        if (method.equals("PUT")) {
            exchange.getResponseHeaders().set("ETag", "\"d41d8cd98f00b204e9800998ecf8427e\"");
            exchange.sendResponseHeaders(200, -1);
        } else if (method.equals("DELETE") || method.equals("HEAD")) {
            exchange.sendResponseHeaders(method.equals("HEAD") ? 404 : 204, -1);
        } else {
            var nothing = "<Error><Code>NoSuchKey</Code></Error>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(404, nothing.length);
            exchange.getResponseBody().write(nothing);
        }
    }

    private synchronized byte[] answer(String target, byte[] body, HttpExchange exchange) throws IOException {
        calls.merge(target.substring(target.indexOf('.') + 1), 1, Integer::sum);
        if (target.endsWith(".SendMessage")) {
            var message = JSON.readTree(body).path("MessageBody").asText();
            sent.add(message);
            return JSON.writeValueAsBytes(Map.of("MessageId", "00000000-0000-0000-0000-000000000000", "MD5OfMessageBody", md5(message)));
        }
        var question = target + " " + JSON.writeValueAsString(JSON.readValue(body, Map.class));
        if (recording) {
            var answer = ask(target, body, exchange);
            recorded.putIfAbsent(question, answer);
            recorded.putIfAbsent(target, answer);
            return answer;
        }
        // Writes and queries hold tokens and times and are never the same; what they are answered does not depend on these.
        var answer = recorded.get(question);
        return answer != null ? answer : target.endsWith("GetItem") ? NOTHING : recorded.getOrDefault(target, NOTHING);
    }

    private byte[] ask(String target, byte[] body, HttpExchange exchange) throws IOException {
        var emulator = target.startsWith("DynamoDB") ? emulators.dynamoDb() : emulators.ssm();
        var request = HttpRequest.newBuilder(emulator).header("X-Amz-Target", target)
                .header("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"))
                .header("Authorization", exchange.getRequestHeaders().getFirst("Authorization"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException(target + ": " + new String(response.body(), StandardCharsets.UTF_8));
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String md5(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has MD5", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
