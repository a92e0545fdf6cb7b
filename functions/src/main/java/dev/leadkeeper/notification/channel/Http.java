package dev.leadkeeper.notification.channel;

import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one class through which channels reach the network. Follows no redirects (they would carry the message and its
 * credential elsewhere), reads at most {@link #LARGEST} bytes of an answer, and says nothing about URLs, which are credentials.
 */
public final class Http {
    /** For name look-up, connection, request and the whole answer together. */
    public static final Duration TIMEOUT = Duration.ofSeconds(3);
    /** Bytes of an answer that are read; no channel's answer comes near it. */
    public static final int LARGEST = 64 * 1024;

    private final Destination destination;
    private HttpClient client;

    public Http(Destination destination) {
        this.destination = destination;
    }

    /** What came back. */
    public sealed interface Reply {
        /**
         * @param body at most {@link #LARGEST} bytes
         * @param cut  whether there was more
         */
        record Answer(int status, byte[] body, boolean cut) implements Reply {}

        /** No answer, so that nobody knows whether the request arrived. */
        record Silence(String because) implements Reply {}

        /** Not asked: the address is malformed or one that must not be asked. */
        record Forbidden(String because) implements Reply {}
    }

    /** A span of time in which one attempt, whatever requests it takes, must end. */
    public static final class Deadline {
        private final long end;

        private Deadline(Duration span) {
            end = System.nanoTime() + span.toNanos();
        }

        /** Starts now. */
        public static Deadline in(Duration span) {
            return new Deadline(span);
        }

        private long left() {
            return Math.max(0, end - System.nanoTime());
        }
    }

    /** Posts the body. */
    public Reply post(String url, Map<String, String> headers, byte[] body, Deadline deadline) {
        return send(url, HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofByteArray(body)), headers, deadline);
    }

    /** Gets the address. */
    public Reply get(String url, Deadline deadline) {
        return send(url, HttpRequest.newBuilder().GET(), Map.of(), deadline);
    }

    /** Whether the address is well-formed and one that may be asked. */
    public boolean mayAsk(String url) {
        return destination.parse(url).filter(uri -> refusal(uri).isEmpty()).isPresent();
    }

    private Reply send(String url, HttpRequest.Builder request, Map<String, String> headers, Deadline deadline) {
        var parsed = destination.parse(url);
        if (parsed.isEmpty()) {
            return new Reply.Forbidden("malformed address");
        }
        var uri = parsed.get();
        headers.forEach(request::setHeader);
        var lookUp = new CompletableFuture<Optional<Reply>>();
        Thread.startVirtualThread(() -> lookUp.complete(refusal(uri)));
        return within(deadline, lookUp) instanceof Done<Optional<Reply>>(var refusal)
                ? refusal.orElseGet(() -> exchange(request.uri(uri).build(), deadline))
                : new Reply.Silence("timed out");
    }

    private Optional<Reply> refusal(URI uri) {
        try {
            return destination.allows(uri) ? Optional.empty() : Optional.of(new Reply.Forbidden("forbidden address"));
        } catch (UnknownHostException e) {
            return Optional.of(new Reply.Silence("unknown host"));
        }
    }

    private Reply exchange(HttpRequest request, Deadline deadline) {
        var exchange = client().sendAsync(request, answer -> new CappedBody(LARGEST));
        return switch (within(deadline, exchange)) {
            case Done(var answer) -> new Reply.Answer(answer.statusCode(), answer.body().bytes(), answer.body().cut());
            case Broken(var because) -> new Reply.Silence(because);
        };
    }

    private sealed interface End<T> {}

    private record Done<T>(T value) implements End<T> {}

    private record Broken<T>(String because) implements End<T> {}

    private static <T> End<T> within(Deadline deadline, CompletableFuture<T> work) {
        try {
            return new Done<>(work.get(deadline.left(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            work.cancel(true);
            return new Broken<>("timed out");
        } catch (ExecutionException e) {
            return new Broken<>("no answer: " + e.getCause().getClass().getSimpleName());
        } catch (InterruptedException e) {
            work.cancel(true);
            Thread.currentThread().interrupt();
            return new Broken<>("interrupted");
        }
    }

    /** Made on the first use: an instance that has nothing to send pays nothing. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(TIMEOUT)
                    .build();
        }
        return client;
    }
}
