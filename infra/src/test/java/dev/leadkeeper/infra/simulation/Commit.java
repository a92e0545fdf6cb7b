package dev.leadkeeper.infra.simulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Which state of the sources this is, for whoever wants to see the same again. */
final class Commit {
    private Commit() {}

    /** The commit's short name, with a mark if files were changed since; {@code unknown} outside a checkout. */
    static String name(Path root) {
        try {
            var git = new ProcessBuilder("git", "-C", root.toString(), "describe", "--always", "--dirty=+changes")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return said.isEmpty() ? "unknown" : said;
        } catch (IOException noGit) {
            return "unknown";
        }
    }
}
