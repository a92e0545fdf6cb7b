package dev.leadkeeper.infra.simulation.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One bug to plant: a snippet of the product's source and what stands there instead.
 *
 * @param what        the bug in words
 * @param file        below {@code dev/leadkeeper}, without the ending
 * @param snippet     exactly as in the file, where it stands once
 * @param replacement what is compiled instead
 */
public record Mutant(String what, String file, String snippet, String replacement) {
    /**
     * The file's text with the bug in it.
     *
     * @param sources the folder of the functions' sources
     * @throws IllegalStateException if the snippet is not there, or more than once: whoever changed the file changes the mutant
     */
    String mutated(Path sources) throws IOException {
        var text = Files.readString(sources.resolve("dev/leadkeeper").resolve(file + ".java"));
        var at = text.indexOf(snippet);
        if (at < 0 || text.indexOf(snippet, at + 1) >= 0) {
            throw new IllegalStateException("the planted bug \"%s\" looks for a snippet that stands %s in %s: %s".formatted(what,
                    at < 0 ? "nowhere" : "more than once", file, snippet));
        }
        return text.substring(0, at) + replacement + text.substring(at + snippet.length());
    }

    @Override
    public String toString() {
        return what;
    }
}
