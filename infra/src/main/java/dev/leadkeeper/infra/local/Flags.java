package dev.leadkeeper.infra.local;

import dev.leadkeeper.infra.local.time.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What was typed after {@code ./mvnw -Plocal}, refused in words where it cannot be meant. */
final class Flags {
    private static final int USUAL_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;

    private Flags() {}

    /**
     * @param typed empty for the usual one; 0 takes any free one
     * @throws IllegalArgumentException if it is no port
     */
    static int port(Optional<String> typed) {
        if (typed.isEmpty()) {
            return USUAL_PORT;
        }
        String text = typed.get().strip();
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > HIGHEST_PORT) {
            throw new IllegalArgumentException("-Dport=" + text + " is no port: a number from 0 to " + HIGHEST_PORT);
        }
        return Integer.parseInt(text);
    }

    /**
     * @param typed empty for the machine's own
     * @throws IllegalArgumentException if time cannot run so fast
     */
    static int speed(Optional<String> typed) {
        String text = typed.orElse("1").strip();
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > VirtualClock.HIGHEST_SPEED) {
            throw new IllegalArgumentException("-Dspeed=" + text + " is no speed: a whole number from 1 to " + VirtualClock.HIGHEST_SPEED
                    + ", such as 3600 for an hour a second");
        }
        return Integer.parseInt(text);
    }

    /**
     * The directory, made if it is not there.
     *
     * @throws IllegalArgumentException if nothing can be kept there
     */
    static Path directory(Path path) {
        try {
            Files.createDirectories(path);
            Files.delete(Files.createTempFile(path, "writable", null));
            return path;
        } catch (IOException e) {
            throw new IllegalArgumentException("-Ddata=" + path + " is no directory that can be written to", e);
        }
    }
}
