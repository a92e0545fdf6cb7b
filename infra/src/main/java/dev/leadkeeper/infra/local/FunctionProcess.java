package dev.leadkeeper.infra.local;

import dev.leadkeeper.infra.local.functions.Functions;
import dev.leadkeeper.infra.local.functions.HostCommand;
import dev.leadkeeper.infra.local.host.HostMain;
import dev.leadkeeper.infra.local.host.Wire;
import dev.leadkeeper.infra.local.template.Template;
import dev.leadkeeper.infra.local.time.VirtualClock;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The functions' process while it starts, beside the creation of tables and queues: its class path, its JVM options, and
 * what it must know of each function.
 */
final class FunctionProcess implements AutoCloseable {
    /** Where nothing bounds a function: this many invocations at a time, enough for a spike on a small machine. */
    private static final int MOST_AT_A_TIME = 64;
    private static final String HOST_PACKAGE = HostMain.class.getPackageName().replace('.', '/');

    private final FutureTask<Functions> starting;

    private FunctionProcess(FutureTask<Functions> starting) {
        this.starting = starting;
    }

    /** @param clock by which the functions run */
    static FunctionProcess start(Options options, Template template, Map<String, String> environment, VirtualClock clock) {
        FutureTask<Functions> starting = new FutureTask<>(() -> Functions.start(command(options, environment), definitions(template),
                () -> clock.ahead().toMillis()));
        Thread.ofVirtual().name("functions-start").start(starting);
        return new FunctionProcess(starting);
    }

    /**
     * Waits until every handler is loaded.
     *
     * @throws IllegalStateException saying why the functions do not start
     */
    Functions functions() throws InterruptedException {
        try {
            return starting.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
    }

    @Override
    public void close() throws InterruptedException, IOException {
        try {
            starting.get().close();
        } catch (ExecutionException neverStarted) {
            // Whoever waited for the functions has heard of it.
        }
    }

    /** Where the functions' output goes: the place to look for a stack trace. */
    static Path log(Options options) {
        return work(options).resolve("functions.log");
    }

    private static Path work(Options options) {
        return options.data().orElse(options.root().resolve("infra/target/local"));
    }

    private static HostCommand command(Options options, Map<String, String> environment) throws IOException {
        Path work = Files.createDirectories(work(options));
        List<Path> classPath = new ArrayList<>(options.functions().isPresent() ? options.functions().get() : built(options.root(), work));
        classPath.addFirst(hostJar(work));
        List<String> jvm = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx512m", "--enable-native-access=ALL-UNNAMED",
                "-Dsun.net.httpserver.nodelay=true");
        return new HostCommand(classPath, jvm, environment, log(options), options.logs());
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
