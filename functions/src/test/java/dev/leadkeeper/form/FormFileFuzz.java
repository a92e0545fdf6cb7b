package dev.leadkeeper.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.leadkeeper.fuzz.Fuzz;
import dev.leadkeeper.fuzz.Mutations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Definitions of forms made from the samples: each is refused with its problems, or reads posts. */
public final class FormFileFuzz implements Fuzz {
    private static final Path FOLDER = Path.of("..", "infra", "seed", "forms");

    private final List<Map<?, ?>> documents = documents();
    private final List<SamplePosts.SamplePost> posts = SamplePosts.all();

    @Override
    public void one(Random random) {
        var mutations = new Mutations(random);
        var document = mutations.of(mutations.one(documents));
        switch (FormReader.read(document)) {
            case FormInvalid(var problems) -> {
                assertFalse(problems.isEmpty());
                assertEquals(problems, ((FormInvalid) FormReader.read(document)).problems());
            }
            case FormDefinition form -> {
                var post = mutations.one(posts);
                assertNotNull(PostReader.read(form, post.contentType(), post.body(), null, SamplePosts.RECEIVED, "trace", false));
            }
        }
    }

    private static List<Map<?, ?>> documents() {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().<Map<?, ?>>map(file -> SampleForms.document(SampleForms.read(file))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
