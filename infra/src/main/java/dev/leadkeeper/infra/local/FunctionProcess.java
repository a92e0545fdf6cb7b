package dev.leadkeeper.infra.local;

import dev.leadkeeper.infra.local.functions.Functions;
import dev.leadkeeper.infra.local.functions.HostCommand;
import dev.leadkeeper.infra.local.host.HostMain;
import dev.leadkeeper.infra.local.host.Wire;
import dev.leadkeeper.infra.local.template.Template;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Puts together the functions' process: its class path, its JVM options, and what it must know of each function. */
final class FunctionProcess {
    /** Where nothing bounds a function: this many invocations at a time, enough for a spike on a small machine. */
    private static final int MOST_AT_A_TIME = 64;
    private static final String HOST_PACKAGE = HostMain.class.getPackageName().replace('.', '/');

    private FunctionProcess() {}

    static CompletableFuture<Functions> start(Options options, Template template, Map<String, String> environment) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return Functions.start(command(options, environment), definitions(template));
            } catch (IOException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
        });
    }

    private static HostCommand command(Options options, Map<String, String> environment) throws IOException {
        Path work = Files.createDirectories(options.data().orElse(options.root().resolve("infra/target/local")));
        List<Path> classPath = new ArrayList<>(options.functions().isPresent() ? options.functions().get() : built(options.root(), work));
        classPath.addFirst(hostJar(work));
        List<String> jvm = List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx512m", "--enable-native-access=ALL-UNNAMED",
                "-Dsun.net.httpserver.nodelay=true");
        return new HostCommand(classPath, jvm, environment, work.resolve("functions.log"), options.logs());
    }

    /** What the build of {@code functions} left: its classes, and the class path it wrote down. */
    private static List<Path> built(Path root, Path work) throws IOException {
        Path target = root.resolve("functions/target");
        Path list = target.resolve("runtime.classpath");
        if (!Files.exists(list)) {
            throw new IOException(list + " is missing; build first: ./mvnw -Plocal does");
        }
        List<Path> path = new ArrayList<>();
        path.add(target.resolve("classes"));
        Arrays.stream(Files.readString(list).strip().split(File.pathSeparator)).map(Path::of).forEach(path::add);
        return path;
    }

    /** The host's few classes alone, so that nothing else of this module is on the functions' class path. */
    private static Path hostJar(Path work) throws IOException {
        Path jar = work.resolve("host.jar");
        Path next = Files.createTempFile(work, "host", ".jar");
        Path classes = Path.of(java.net.URI.create(HostMain.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(next));
                Stream<Path> files = Files.list(classes.resolve(HOST_PACKAGE))) {
            for (Path file : files.sorted().toList()) {
                out.putNextEntry(new JarEntry(HOST_PACKAGE + "/" + file.getFileName()));
                try (InputStream in = Files.newInputStream(file)) {
                    in.transferTo(out);
                }
            }
        }
        Files.move(next, jar, java.nio.file.StandardCopyOption.ATOMIC_MOVE, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return jar;
    }

    private static List<Wire.Definition> definitions(Template template) {
        return template.functions().stream().map(function -> new Wire.Definition(function.name(), function.arn(), function.handler(),
                function.memoryMb(), function.timeout().toMillis(),
                function.concurrency() > 0 ? function.concurrency() : MOST_AT_A_TIME)).toList();
    }
}
