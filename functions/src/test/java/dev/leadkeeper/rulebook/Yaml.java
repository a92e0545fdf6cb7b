package dev.leadkeeper.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Plain maps from YAML, for tests. */
public final class Yaml {
    private Yaml() {}

    /** The map in the text. */
    public static Map<String, Object> map(String text) {
        return new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    /** The map in a file of the sample organisation. */
    public static Map<String, Object> seed(String name) {
        try {
            return map(Files.readString(Path.of("../infra/seed", name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The problems that reading a document finds; none if it is fine. */
    static List<String> problems(Runnable reading) {
        try {
            reading.run();
            return List.of();
        } catch (RulebookInvalid e) {
            return e.problems();
        }
    }
}
