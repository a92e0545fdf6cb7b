package dev.leadkeeper.infra.local.emulators;

import dev.leadkeeper.infra.local.Endpoints;
import dev.leadkeeper.infra.local.template.Place;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The four emulators together, started in parallel. */
public final class Emulators implements AutoCloseable {
    /** The only region and credentials here; s3proxy checks them, the others take any. */
    private static final String REGION = "us-east-1";
    private static final String ACCESS_KEY = "local";
    private static final String SECRET_KEY = "local-secret-key";

    private final Endpoints endpoints;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private Emulators(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** By the machine's time. */
    public static Emulators start(Optional<Path> data, ObjectListener listener) throws IOException, InterruptedException {
        return start(data, InstantSource.system(), listener);
    }

    /**
     * @param data     the directory that keeps everything across restarts; in memory when empty
     * @param clock    by which messages are delayed and come back
     * @param listener hears of objects written to any bucket
     */
    public static Emulators start(Optional<Path> data, InstantSource clock, ObjectListener listener) throws IOException, InterruptedException {
        QuietLogs.install();
        int tables = Ports.free();
        int queues = Ports.free();
        int buckets = Ports.free();
        int parameters = Ports.free();
        Emulators emulators = new Emulators(new Endpoints(loopback(tables), loopback(queues), loopback(buckets), loopback(parameters),
                REGION, ACCESS_KEY, SECRET_KEY));
        Optional<Path> tableData = directory(data, "tables");
        Optional<Path> queueData = directory(data, "queues");
        Optional<Path> bucketData = directory(data, "buckets");
        Optional<Path> parameterData = directory(data, "parameters");
        try (ExecutorService starters = Executors.newFixedThreadPool(4)) {
            Future<AutoCloseable> first = starters.submit((Callable<AutoCloseable>) () -> Tables.start(tables, tableData));
            Future<AutoCloseable> second = starters.submit((Callable<AutoCloseable>) () ->
                    Queues.start(queues, REGION, Place.ACCOUNT, queueData, clock));
            Future<AutoCloseable> third = starters.submit((Callable<AutoCloseable>) () ->
                    Buckets.start(buckets, ACCESS_KEY, SECRET_KEY, bucketData, listener));
            Future<AutoCloseable> fourth = starters.submit((Callable<AutoCloseable>) () ->
                    ParameterStore.start(parameters, REGION, Place.ACCOUNT, parameterData));
            emulators.running.push(first.get());
            emulators.running.push(second.get());
            emulators.running.push(third.get());
            emulators.running.push(fourth.get());
        } catch (ExecutionException e) {
            emulators.close();
            throw new IllegalStateException("an emulator did not start: " + e.getCause().getMessage(), e.getCause());
        }
        return emulators;
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            AutoCloseable emulator = running.pop();
            try {
                emulator.close();
            } catch (Exception e) {
                System.getLogger("leadkeeper.local").log(System.Logger.Level.WARNING, "an emulator did not stop cleanly", e);
            }
        }
    }

    private static URI loopback(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static Optional<Path> directory(Optional<Path> data, String name) throws IOException {
        return data.isEmpty() ? Optional.empty() : Optional.of(Files.createDirectories(data.get().resolve(name)));
    }
}
