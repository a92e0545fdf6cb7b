package dev.leadkeeper.infra.bench.coldstart;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Functions as they lie on Lambda: {@code task/} with classes and {@code lib/}, the runtime's own jars apart. The product is packaged by the
 * Maven goals of {@code sam build}, for this machine's processor.
 */
final class Installation {
    private final Path work;
    private final List<Path> runtime;
    private final Path script;

    private Installation(Path work, List<Path> runtime, Path script) {
        this.work = work;
        this.runtime = runtime;
        this.script = script;
    }

    static Installation make(Path root) throws IOException, InterruptedException {
        var target = root.resolve("infra/target");
        var work = target.resolve("coldstart");
        Files.createDirectories(work);
        var libraries = Arrays.stream(Files.readString(root.resolve("functions/target/runtime.classpath")).strip().split(File.pathSeparator))
                .map(Path::of).toList();
        var made = new Installation(work, jars(target.resolve("runtime-interface-client")), root.resolve("infra/ops/container/aot"));
        var own = root.resolve("infra/target/test-classes");
        made.task("empty", classes(work.resolve("empty-classes"), own, "EmptyHandler"), List.of());
        var usual = new ArrayList<>(libraries);
        for (var each : List.of("url-connection-client", "aws-lambda-java-events", "joda-time")) {
            usual.addAll(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(jar -> jar.contains("/" + each + "/") || jar.contains("/" + each + "-")).map(Path::of).limit(1).toList());
        }
        usual.removeIf(jar -> jar.toString().contains("crt"));
        made.task("usual", classes(work.resolve("usual-classes"), own, "UsualHandler"), usual);
        made.packaged();
        made.image();
        return made;
    }

    private void packaged() throws IOException, InterruptedException {
        var processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        var rehearsal = new ProcessBuilder(script.getParent().resolveSibling("sam-build-rehearsal").toString(),
                "-Daws.crt.platform=linux-" + processor);
        rehearsal.environment().put("PACKAGE", task("product").toString());
        run(rehearsal, "package.log");
    }

    /** What stands on {@code -cp} in the managed runtime. */
    List<Path> runtime() {
        return runtime;
    }

    Path task(String name) {
        return work.resolve(name);
    }

    Path log() {
        return work.resolve("functions.log");
    }

    /** As in a container image of one's own, by the same script that makes it: jars only, which caches need. */
    private void image() throws IOException, InterruptedException {
        delete(task("image"));
        run(new ProcessBuilder(script.toString(), "lay-out", task("product").toString(), task("image").toString()), "lay-out.log");
        for (var jar : runtime) {
            Files.copy(jar, task("image").resolve("lib").resolve(jar.getFileName()));
        }
    }

    /** The command that starts a function in the image, or with {@code train} makes its cache. */
    List<String> image(String command, String handler) {
        return List.of(script.toString(), command, task("image").toString(), handler);
    }

    private void run(ProcessBuilder builder, String log) throws IOException, InterruptedException {
        var file = work.resolve(log).toFile();
        builder.environment().put("JAVA", Instance.JAVA);
        if (builder.redirectErrorStream(true).redirectOutput(file).start().waitFor() != 0) {
            throw new IOException(builder.command().getFirst() + " failed, see " + file);
        }
    }

    private void task(String name, Path classes, List<Path> jars) throws IOException {
        var task = work.resolve(name);
        delete(task);
        Files.createDirectories(task.resolve("lib"));
        try (var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = task.resolve(classes.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        for (var jar : jars) {
            Files.createSymbolicLink(task.resolve("lib").resolve(jar.getFileName()), jar.toAbsolutePath());
        }
    }

    private static Path classes(Path folder, Path from, String handler) throws IOException {
        delete(folder);
        var place = Path.of("dev/leadkeeper/infra/bench/coldstart");
        Files.createDirectories(folder.resolve(place));
        try (var files = Files.list(from.resolve(place))) {
            for (var file : files.filter(each -> each.getFileName().toString().matches(handler + "(\\$.*)?\\.class")).toList()) {
                Files.copy(file, folder.resolve(place).resolve(file.getFileName()));
            }
        }
        return folder;
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
