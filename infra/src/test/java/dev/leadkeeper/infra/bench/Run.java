package dev.leadkeeper.infra.bench;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * What a part runs with.
 *
 * @param root  the repository
 * @param quick true for sizes that only show that it works
 */
public record Run(Path root, boolean quick, PrintStream out) {
    /** One of two sizes. */
    public int size(int full, int small) {
        return quick ? small : full;
    }

    /** A line about progress. */
    public void say(String line) {
        out.println(line);
    }
}
