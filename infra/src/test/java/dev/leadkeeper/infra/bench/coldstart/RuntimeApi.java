package dev.leadkeeper.infra.bench.coldstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Lambda's Runtime API as far as a runtime needs it: hands out so many events, one after the other, and notes when each is answered.
 * docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
final class RuntimeApi implements AutoCloseable {
    private static final String VERSION = "/2018-06-01/runtime/";

    private final HttpServer server;
    private final IntFunction<String> events;
    private final int most;
    private final Runnable answered;
    private final Runnable restored;
    private final AtomicInteger handed = new AtomicInteger();
    private final List<String> answers = new ArrayList<>();
    private final CountDownLatch done;
    private volatile String failure;

    private RuntimeApi(HttpServer server, IntFunction<String> events, int most, Runnable answered, Runnable restored) {
        this.server = server;
        this.events = events;
        this.most = most;
        this.answered = answered;
        this.restored = restored;
        this.done = new CountDownLatch(most);
    }

    /**
     * @param events   the n-th event, from 0
     * @param most     how many there are
     * @param answered called when one is answered, before the runtime goes on
     * @param restored called when the runtime asks to go on after a snapshot
     */
    static RuntimeApi start(IntFunction<String> events, int most, Runnable answered, Runnable restored) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var api = new RuntimeApi(server, events, most, answered, restored);
        server.createContext(VERSION + "invocation/next", api::next);
        server.createContext(VERSION + "invocation/", api::outcome);
        server.createContext(VERSION + "restore/next", api::restore);
        server.createContext(VERSION + "init/error", api::fail);
        server.createContext(VERSION + "restore/error", api::fail);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return api;
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Waits for the last answer. @return the answers, in order */
    List<String> await() throws InterruptedException {
        if (!done.await(60, TimeUnit.SECONDS) || failure != null) {
            throw new IllegalStateException("the function failed: " + failure);
        }
        return List.copyOf(answers);
    }

    private void next(HttpExchange exchange) throws IOException {
        int number = handed.getAndIncrement();
        if (number >= most) {
            return; // as Lambda does while there is nothing to do: no answer
        }
        var event = events.apply(number).getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-2dfe598c3f" + String.format("%02d", number % 100));
        headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 6_000));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:123456789012:function:bench");
        headers.set("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0");
        headers.set("Content-Type", "application/json");
        try (exchange) {
            exchange.sendResponseHeaders(200, event.length);
            exchange.getResponseBody().write(event);
        }
    }

    private void outcome(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith("/error")) {
            fail(exchange);
            return;
        }
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        answered.run();
        answers.add(body);
        accepted(exchange);
        done.countDown();
    }

    private void restore(HttpExchange exchange) throws IOException {
        restored.run();
        try (exchange) {
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void fail(HttpExchange exchange) throws IOException {
        failure = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        accepted(exchange);
        while (done.getCount() > 0) {
            done.countDown();
        }
    }

    private static void accepted(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(202, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
