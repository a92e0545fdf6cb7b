package dev.leadkeeper.infra.bench.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadkeeper.infra.bench.units.Signature;
import dev.leadkeeper.infra.bench.units.Visitors;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Senders that post new leads, and what becomes of them. */
final class Flood {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final int SENDERS = 8;
    /** A message whose function timed out comes back after its queue's visibility timeout; on a busy machine more than once. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int MOST_TRIES = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Product product;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();

    Flood(Product product) {
        this.product = product;
    }

    /** A lead that was posted. @param at when, by {@link System#nanoTime} */
    private record Posted(String lead, long at) {}

    /** @param seconds until all were answered, and until all were notified */
    record Burst(int leads, double accepted, double notified) {
        double acceptedPerSecond() {
            return leads / accepted;
        }

        double leadsPerSecond() {
            return leads / notified;
        }
    }

    /** @param millis from post to notice, ascending */
    record Latencies(List<Double> millis) {
        double percentile(double share) {
            return millis.get((int) Math.min(millis.size() - 1, Math.floor(share * millis.size())));
        }
    }

    /** Posts as fast as the senders can and waits for the last notice. */
    Burst run(int leads) throws InterruptedException, ExecutionException {
        var start = System.nanoTime();
        List<Posted> posted = new ArrayList<>();
        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            var posts = java.util.stream.IntStream.range(0, leads).mapToObj(i -> (Callable<Posted>) this::post).toList();
            for (var each : senders.invokeAll(posts)) {
                posted.add(each.get());
            }
        }
        var accepted = System.nanoTime();
        long last = posted.stream().mapToLong(this::notified).max().orElseThrow();
        return new Burst(leads, (accepted - start) / 1e9, (last - start) / 1e9);
    }

    /** Posts at this rate. */
    Latencies steady(double perSecond, Duration length) throws InterruptedException, ExecutionException {
        int leads = (int) Math.max(1, perSecond * length.toSeconds());
        var posts = new ArrayList<Future<Posted>>();
        var start = System.nanoTime();
        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            for (int i = 0; i < leads; i++) {
                LockSupport.parkNanos(start + (long) (i / perSecond * 1e9) - System.nanoTime());
                posts.add(senders.submit(this::post));
            }
        }
        var millis = new ArrayList<Double>();
        for (var each : posts) {
            millis.add((notified(each.get()) - each.get().at()) / 1e6);
        }
        millis.sort(null);
        return new Latencies(millis);
    }

    /** How many posts got no answer or a fault and were sent again, as vendors do. */
    int repeated() {
        return repeated.get();
    }

    private Posted post() throws IOException, InterruptedException {
        int i = number.getAndIncrement();
        var body = Visitors.usual(i);
        var at = System.nanoTime();
        for (int tries = 1; ; tries++) {
            var response = send("msg_" + i, body);
            if (response.statusCode() == 200) {
                return new Posted(JSON.readTree(response.body()).path("leads").path(0).asText(), at);
            }
            if (response.statusCode() < 500 || tries == MOST_TRIES) {
                throw new IllegalStateException("the post was answered with " + response.statusCode() + ": " + response.body());
            }
            repeated.incrementAndGet();
        }
    }

    private HttpResponse<String> send(String id, String body) throws IOException, InterruptedException {
        var seconds = Long.toString(Instant.now().getEpochSecond());
        return http.send(HttpRequest.newBuilder(URI.create(product.api() + "/forms/demo")).header("content-type", "application/json")
                .header("webhook-id", id).header("webhook-timestamp", seconds)
                .header("webhook-signature", "v1," + Signature.of(SECRET, id + "." + seconds + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private long notified(Posted posted) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (product.notified(posted.lead()) == null) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("lead " + posted.lead() + " was not notified within " + PATIENCE);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
        return product.notified(posted.lead());
    }
}
