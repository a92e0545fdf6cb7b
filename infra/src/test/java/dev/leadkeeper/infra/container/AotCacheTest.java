package dev.leadkeeper.infra.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** infra/ops/container/aot on an image of one class that says a word. */
@EnabledOnOs(OS.LINUX)
class AotCacheTest {
    private static final Path SCRIPT = Path.of("ops/container/aot").toAbsolutePath();

    @TempDir
    private Path image;

    private record Said(int status, String out, String errors) {}

    @BeforeEach
    void an_image_that_says_old() throws IOException {
        Files.createDirectories(image.resolve("lib"));
        say("old");
    }

    @Test
    void a_function_starts_from_the_cache_that_was_made_of_its_jars() throws Exception {
        assertEquals(0, run("train").status());
        assertTrue(Files.size(image.resolve("Word.aot")) > 0);
        var said = run("start");
        assertEquals("old", said.out());
        assertFalse(said.errors().contains("aot-cache-refused"), said.errors());
    }

    @Test
    void a_cache_of_another_jar_is_refused_aloud_and_the_jar_runs() throws Exception {
        assertEquals(0, run("train").status());
        var jar = image.resolve("lib/word.jar");
        var time = Files.getLastModifiedTime(jar);
        say("new");
        Files.setLastModifiedTime(jar, time);
        var said = run("start");
        assertEquals("new", said.out());
        assertTrue(said.errors().contains("aot-cache-refused"), said.errors());
    }

    @Test
    void a_jar_of_equal_size_and_time_with_one_other_byte_is_refused() throws Exception {
        assertEquals(0, run("train").status());
        var jar = image.resolve("lib/word.jar");
        var time = Files.getLastModifiedTime(jar);
        var bytes = Files.readAllBytes(jar);
        bytes[bytes.length / 2] ^= 1;
        Files.write(jar, bytes);
        Files.setLastModifiedTime(jar, time);
        assertTrue(run("start").errors().contains("aot-cache-refused"));
    }

    @Test
    void a_jar_more_is_refused() throws Exception {
        assertEquals(0, run("train").status());
        Files.copy(image.resolve("lib/word.jar"), image.resolve("lib/zword.jar"));
        var said = run("start");
        assertEquals("old", said.out());
        assertTrue(said.errors().contains("aot-cache-refused"), said.errors());
    }

    @Test
    void a_cache_of_which_nobody_knows_the_jars_is_refused() throws Exception {
        assertEquals(0, run("train").status());
        Files.delete(image.resolve("Word.aot.sha256"));
        assertTrue(run("start").errors().contains("aot-cache-refused"));
    }

    @Test
    void an_image_without_a_cache_starts_all_the_same() throws Exception {
        var said = run("start");
        assertEquals("old", said.out());
        assertTrue(said.errors().contains("aot-cache-refused"));
    }

    private void say(String word) throws IOException {
        var source = image.resolve("Word.java");
        Files.writeString(source, "public class Word { public static void main(String[] a) { System.out.println(\"" + word + "\"); } }");
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", image.toString(), source.toString()));
        try (var jar = new JarOutputStream(Files.newOutputStream(image.resolve("lib/word.jar")))) {
            jar.putNextEntry(new JarEntry("Word.class"));
            Files.copy(image.resolve("Word.class"), jar);
        }
    }

    private Said run(String command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(List.of(SCRIPT.toString(), command, image.toString(), "Word"));
        builder.environment().put("JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.environment().put("MAIN", "Word");
        var errors = image.resolve("errors.log").toFile();
        var process = builder.redirectError(errors).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        return new Said(status, out.strip(), Files.readString(errors.toPath()));
    }
}
