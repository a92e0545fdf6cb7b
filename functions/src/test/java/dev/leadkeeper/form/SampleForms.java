package dev.leadkeeper.form;

import static org.junit.jupiter.api.Assertions.fail;

import dev.leadkeeper.fake.FixedSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The forms and secrets of the sample organisation, read from their files. */
public final class SampleForms implements Forms {
    private static final Path SEED = Path.of("..", "infra", "seed");
    private static final Map<String, FormDefinition> ALL = readAll();

    @Override
    public Optional<FormDefinition> form(String id) {
        return Optional.ofNullable(ALL.get(id));
    }

    /** Every form, by id. */
    public static Map<String, FormDefinition> all() {
        return ALL;
    }

    public static FormDefinition get(String id) {
        return Optional.ofNullable(ALL.get(id)).orElseThrow(() -> new AssertionError("no form " + id));
    }

    /** A definition from YAML text, which must be valid. */
    public static FormDefinition of(String yaml) {
        return switch (FormReader.read(document(yaml))) {
            case FormDefinition form -> form;
            case FormInvalid(var problems) -> fail(String.join("\n", problems));
        };
    }

    static Map<?, ?> document(String yaml) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }

    /** The sample secrets under the names of the secrets port. */
    public static FixedSecrets secrets() {
        var secrets = new FixedSecrets();
        ((Map<?, ?>) document(read(SEED.resolve("secrets.yaml"))).get("forms"))
                .forEach((name, value) -> secrets.put("forms/" + name, String.valueOf(value)));
        return secrets;
    }

    static List<Path> files() {
        try (var files = Files.list(SEED.resolve("forms"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, FormDefinition> readAll() {
        var forms = new TreeMap<String, FormDefinition>();
        for (var file : files()) {
            var form = of(read(file));
            if (!file.getFileName().toString().equals(form.id() + ".yaml")) {
                fail(file + " holds the form " + form.id());
            }
            forms.put(form.id(), form);
        }
        return forms;
    }
}
