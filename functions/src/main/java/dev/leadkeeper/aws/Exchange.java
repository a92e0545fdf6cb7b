package dev.leadkeeper.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** One request and its whole answer, given up when it takes too long, whether the answer has begun or not. */
final class Exchange {
    private static final ScheduledThreadPoolExecutor WATCH = watch();

    private final ExecutableHttpRequest call;
    private AbortableInputStream in;
    private boolean givenUp;

    private Exchange(ExecutableHttpRequest call) {
        this.call = call;
    }

    /** @param head status and headers */
    record Reply(SdkHttpResponse head, byte[] body) {}

    /** @throws IOException if there was no whole answer in time */
    static Reply run(SdkHttpClient http, SdkHttpFullRequest request, byte[] body, Duration within) throws IOException {
        var exchange = new Exchange(http.prepareRequest(HttpExecuteRequest.builder().request(request)
                .contentStreamProvider(() -> new ByteArrayInputStream(body)).build()));
        var watch = WATCH.schedule(exchange::giveUp, within.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return exchange.run();
        } catch (CancellationException e) {
            throw new IOException("no whole answer within " + within, e);
        } finally {
            watch.cancel(false);
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

    private static ScheduledThreadPoolExecutor watch() {
        var watch = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "exchanges");
            thread.setDaemon(true);
            return thread;
        });
        watch.setRemoveOnCancelPolicy(true);
        return watch;
    }
}
