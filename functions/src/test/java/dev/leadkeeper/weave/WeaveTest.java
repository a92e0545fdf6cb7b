package dev.leadkeeper.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build step src/weave, on a copy of {@link Specimen} and on what the build made of the functions. */
class WeaveTest {
    private static final Path TEST_CLASSES = Path.of("target/test-classes");
    private static final String PACKAGE = "dev/leadkeeper/weave";

    @TempDir
    private Path place;

    @Test
    void a_woven_class_does_what_it_did_before() throws Exception {
        copy(place);
        assertTrue(made(place).contains("SwitchBootstraps.typeSwitch") && made(place).contains("LambdaMetafactory.metafactory")
                && made(place).contains("ObjectMethods.bootstrap hashCode"));
        weave(place);
        assertEquals(new Specimen().get(), said(place));
        // What says in words what a record holds is left, and a function that needs a number made longer.
        assertEquals(List.of("LambdaMetafactory.metafactory", "ObjectMethods.bootstrap toString"), made(place).stream().distinct().sorted().toList());
        assertEquals(1, made(place).stream().filter("LambdaMetafactory.metafactory"::equals).count());
    }

    @Test
    void weaving_twice_changes_nothing_more() throws Exception {
        copy(place);
        weave(place);
        var once = bytes(place);
        weave(place);
        assertEquals(once, bytes(place));
    }

    @Test
    void a_jar_is_woven_as_a_folder_is_and_stays_uncompressed() throws Exception {
        var jar = place.resolve("specimen.jar");
        try (var files = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            copy(files.getPath("/"));
        }
        weave(jar);
        assertEquals(new Specimen().get(), said(jar));
        try (var files = new java.util.zip.ZipFile(jar.toFile())) {
            var function = files.getEntry(PACKAGE + "/Specimen$$Function0.class");
            assertEquals(java.util.zip.ZipEntry.STORED, function.getMethod());
        }
    }

    @Test
    void classes_of_other_packages_are_left_alone() throws Exception {
        copy(place);
        var before = bytes(place);
        run(place, "org/elsewhere/");
        assertEquals(before, bytes(place));
    }

    @Test
    void no_class_of_the_functions_has_a_pattern_switch_that_is_made_at_run_time() throws Exception {
        var made = made(Path.of("target/classes/dev/leadkeeper"));
        assertEquals(List.of(), made.stream().filter("SwitchBootstraps.typeSwitch"::equals).toList());
        assertEquals(List.of(), made.stream().filter(each -> each.startsWith("StringConcatFactory")).toList());
        // Functions that widen a number, one in a hundred.
        assertTrue(made.stream().filter("LambdaMetafactory.metafactory"::equals).count() <= 30, made.size() + " are left");
    }

    private static void copy(Path to) throws IOException {
        Files.createDirectories(to.resolve(PACKAGE));
        try (var files = Files.list(TEST_CLASSES.resolve(PACKAGE))) {
            for (var file : files.filter(each -> each.getFileName().toString().startsWith("Specimen")).toList()) {
                Files.copy(file, to.resolve(PACKAGE).resolve(file.getFileName().toString()));
            }
        }
    }

    private static void weave(Path place) throws Exception {
        run(place, PACKAGE + "/Specimen");
    }

    private static void run(Path place, String prefix) throws Exception {
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "src/weave/weave/Weave.java",
                place.toString(), "", prefix).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertEquals("", said);
    }

    /** What the class there says of itself, loaded apart from the one here. */
    private static List<String> said(Path place) throws Exception {
        try (var loader = new URLClassLoader(new URL[] {place.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            var specimen = (Supplier<?>) loader.loadClass(Specimen.class.getName()).getConstructor().newInstance();
            return ((List<?>) specimen.get()).stream().map(String::valueOf).toList();
        }
    }

    private static Map<String, List<Byte>> bytes(Path place) throws IOException {
        var all = new TreeMap<String, List<Byte>>();
        try (var files = Files.walk(place)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = new ArrayList<Byte>();
                for (byte each : Files.readAllBytes(file)) {
                    bytes.add(each);
                }
                all.put(file.toString(), bytes);
            }
        }
        return all;
    }

    /** What the classes there have made at run time: bootstrap method, for records with the method that is made. */
    private static List<String> made(Path place) throws IOException {
        var all = new ArrayList<String>();
        try (var files = Files.walk(place)) {
            for (var file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    for (var method : ClassFile.of().parse(in.readAllBytes()).methods()) {
                        made(method, all);
                    }
                }
            }
        }
        return all;
    }

    private static void made(MethodModel method, List<String> all) {
        method.code().ifPresent(code -> code.forEach(element -> {
            if (element instanceof InvokeDynamicInstruction call) {
                var maker = call.bootstrapMethod().owner().displayName() + "." + call.bootstrapMethod().methodName();
                all.add(maker.startsWith("ObjectMethods") ? maker + " " + call.name().stringValue() : maker);
            }
        }));
    }
}
