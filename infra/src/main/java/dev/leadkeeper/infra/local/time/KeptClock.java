package dev.leadkeeper.infra.local.time;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadkeeper.infra.local.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Remembers beside kept data how far its time was ahead, {@code {"aheadMillis","speed"}}: time that went back over a restart would undo deadlines
 * that have fired. Between runs time passes as the machine's does.
 */
public final class KeptClock implements AutoCloseable {
    private static final String FILE = "clock.json";
    private static final Duration EVERY = Duration.ofSeconds(1);
    /** So much of the machine's time may have passed between the last note and the end of a process that was killed, with room to spare. */
    private static final int SECONDS_UNNOTED = 3;

    private final Path directory;
    private final VirtualClock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private KeptClock(Path directory, VirtualClock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** How far the time of the data in a directory is ahead of the machine's; zero where nothing is noted. */
    public static Duration ahead(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Duration.ZERO;
        }
        JsonNode noted = Json.parse(Files.readAllBytes(file)).orElseGet(Json::object);
        long speed = noted.path("speed").asLong(1);
        return Duration.ofMillis(noted.path("aheadMillis").asLong()).plusSeconds(speed == 1 ? 0 : speed * SECONDS_UNNOTED);
    }

    /** Notes from now on where the clock is. */
    public static KeptClock in(Path directory, VirtualClock clock) {
        KeptClock kept = new KeptClock(directory, clock);
        kept.note(clock.speed());
        clock.onChange(() -> kept.note(clock.speed()));
        kept.threads.submit(() -> {
            while (true) {
                Thread.sleep(EVERY);
                if (clock.speed() != 1) {
                    kept.note(clock.speed());
                }
            }
        });
        return kept;
    }

    private synchronized void note(int speed) {
        try {
            Path next = directory.resolve(FILE + ".next");
            Files.write(next, Json.bytes(Json.object().put("aheadMillis", clock.ahead().toMillis()).put("speed", speed)));
            Files.move(next, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the time could not be kept in " + directory, e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        note(1);
    }
}
