package dev.leadkeeper.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** One request and its whole answer, given up when it takes too long, whether the answer has begun or not. */
final class Exchange {
    /** How late an exchange may be given up. A timer for each would wake its thread for each, which costs more than looking now and then. */
    private static final Duration LATE = Duration.ofMillis(50);
    private static final Set<Exchange> UNDER_WAY = ConcurrentHashMap.newKeySet();

    static {
        Thread.ofPlatform().daemon().name("exchanges").start(Exchange::watch);
    }

    private final ExecutableHttpRequest call;
    /** By {@link System#nanoTime}. */
    private final long until;
    private AbortableInputStream in;
    private boolean givenUp;

    private Exchange(ExecutableHttpRequest call, long until) {
        this.call = call;
        this.until = until;
    }

    /** @param head status and headers */
    record Reply(SdkHttpResponse head, byte[] body) {}

    /** @throws IOException if there was no whole answer in time */
    static Reply run(SdkHttpClient http, SdkHttpFullRequest request, byte[] body, Duration within) throws IOException {
        var exchange = new Exchange(http.prepareRequest(HttpExecuteRequest.builder().request(request)
                .contentStreamProvider(() -> new ByteArrayInputStream(body)).build()), System.nanoTime() + within.toNanos());
        UNDER_WAY.add(exchange);
        try {
            return exchange.run();
        } catch (CancellationException e) {
            throw new IOException("no whole answer within " + within, e);
        } finally {
            UNDER_WAY.remove(exchange);
        }
    }

    private Reply run() throws IOException {
        var response = call.call();
        var body = response.responseBody();
        return new Reply(response.httpResponse(), body.isPresent() ? read(body.get()) : new byte[0]);
    }

    private byte[] read(AbortableInputStream body) throws IOException {
        synchronized (this) {
            in = body;
            if (givenUp) {
                body.abort();
            }
        }
        try (body) {
            return body.readAllBytes();
        }
    }

    private synchronized void giveUp() {
        givenUp = true;
        call.abort();
        if (in != null) {
            in.abort();
        }
    }

    private static void watch() {
        while (true) {
            LockSupport.parkNanos(LATE.toNanos());
            for (var each : UNDER_WAY) {
                if (System.nanoTime() - each.until >= 0) {
                    each.giveUp();
                }
            }
        }
    }
}
