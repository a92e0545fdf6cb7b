package dev.leadkeeper.infra.bench.coldstart;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Functions as they lie on Lambda: {@code task/} with classes and {@code lib/}, the runtime's own jars apart. */
final class Installation {
    private final Path work;
    private final List<Path> runtime;
    private final List<Path> libraries;

    private Installation(Path work, List<Path> runtime, List<Path> libraries) {
        this.work = work;
        this.runtime = runtime;
        this.libraries = libraries;
    }

    static Installation make(Path root) throws IOException {
        var target = root.resolve("infra/target");
        var work = target.resolve("coldstart");
        Files.createDirectories(work);
        var libraries = Arrays.stream(Files.readString(root.resolve("functions/target/runtime.classpath")).strip().split(File.pathSeparator))
                .map(Path::of).toList();
        var made = new Installation(work, jars(target.resolve("runtime-interface-client")), libraries);
        made.task("product", root.resolve("functions/target/classes"), libraries);
        var own = root.resolve("infra/target/test-classes");
        made.task("empty", classes(work.resolve("empty-classes"), own, "EmptyHandler"), List.of());
        var usual = new ArrayList<>(libraries);
        for (var each : List.of("url-connection-client", "aws-lambda-java-events", "joda-time")) {
            usual.addAll(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(jar -> jar.contains("/" + each + "/") || jar.contains("/" + each + "-")).map(Path::of).limit(1).toList());
        }
        usual.removeIf(jar -> jar.toString().contains("crt"));
        made.task("usual", classes(work.resolve("usual-classes"), own, "UsualHandler"), usual);
        Files.createDirectories(work.resolve("nothing"));
        return made;
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

    Path cache(String name) {
        return work.resolve(name + ".aot");
    }

    /** As in a container image of one's own: everything on one class path, the product in a jar, which caches need. */
    List<Path> image() throws IOException {
        var jar = work.resolve("functions.jar");
        var classes = work.resolve("product");
        try (var out = new JarOutputStream(Files.newOutputStream(jar)); var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).filter(each -> !each.startsWith(classes.resolve("lib"))).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        var path = new ArrayList<>(runtime);
        path.add(jar);
        path.addAll(libraries);
        return path;
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
