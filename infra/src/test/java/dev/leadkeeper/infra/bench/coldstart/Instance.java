package dev.leadkeeper.infra.bench.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Starts a function as the managed runtime does, and measures it. */
final class Instance {
    /** docs.aws.amazon.com/lambda/latest/dg/java-customization.html; 85 % of 1,024 MB. */
    static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final List<String> MANAGED = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MaxHeapSize=891290k",
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final double TICK_MILLIS = 10; // of /proc/<pid>/stat
    /** A training run writes its cache when it ends. */
    private static final int ENDS_WITHIN_S = 120;

    private Instance() {}

    /**
     * @param name      for people
     * @param handler   class
     * @param taskRoot  the unpacked zip
     * @param command  how it is started
     * @param env      the function's environment
     */
    record Setup(String name, String handler, Path taskRoot, List<String> command, Map<String, String> env) {}

    /** As the managed runtime starts a function. @param classPath what is on {@code -cp} there */
    static List<String> managed(List<Path> classPath, String handler) {
        var command = new ArrayList<>(List.of(JAVA));
        command.addAll(MANAGED);
        command.addAll(List.of("-cp", String.join(":", classPath.stream().map(Path::toString).toList()), MAIN, handler));
        return command;
    }

    /**
     * @param cpu      ms of processor time until the first response
     * @param wall     ms until then
     * @param warm     ms of processor time of a later invocation
     * @param restored ms of processor time from restore to the first response, NaN without a snapshot
     */
    record Start(double cpu, double wall, double warm, double restored, List<String> answers) {}

    /** Starts, has these events answered, and stops. */
    static Start run(Setup setup, IntFunction<String> events, int most, Runnable before, Path log) throws IOException, InterruptedException {
        var cpu = new ArrayList<Double>();
        var walls = new ArrayList<Long>();
        var pid = new long[1];
        var restore = new double[] {Double.NaN};
        before.run();
        var next = (Runnable) () -> {
            cpu.add(processor(pid[0]));
            walls.add(System.nanoTime());
            before.run();
        };
        try (var api = RuntimeApi.start(events, most, next, () -> restore[0] = processor(pid[0]))) {
            var builder = new ProcessBuilder(setup.command()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.directory(setup.taskRoot().toFile()); // where the client's class loader looks
            builder.environment().clear();
            builder.environment().putAll(setup.env());
            builder.environment().put("PATH", System.getenv("PATH"));
            builder.environment().put("JAVA", JAVA);
            builder.environment().put("JAVA_FLAGS", String.join(" ", MANAGED));
            builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
            builder.environment().put("LAMBDA_TASK_ROOT", setup.taskRoot().toString());
            // docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html has /var/task/lib in it
            builder.environment().put("LD_LIBRARY_PATH", setup.taskRoot().resolve("lib").toString());
            builder.environment().put("_HANDLER", setup.handler());
            builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "bench");
            builder.environment().put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
            var start = System.nanoTime();
            var process = builder.start();
            pid[0] = process.pid();
            try {
                var answers = api.await();
                double warm = most == 1 ? Double.NaN : (cpu.getLast() - cpu.getFirst()) / (most - 1);
                return new Start(cpu.getFirst(), (walls.getFirst() - start) / 1e6, warm, cpu.getFirst() - restore[0], answers);
            } finally {
                process.destroy();
                if (!process.waitFor(ENDS_WITHIN_S, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            }
        }
    }

    /**
     * Milliseconds of processor time that a process has used, with the children that it waited for. Fields 14 to 17 (man 5 proc) count whole
     * ticks, in which threads that have ended are, while the threads' own clocks tick in nanoseconds: both are at most the truth.
     */
    private static double processor(long pid) {
        var folder = Path.of("/proc", Long.toString(pid));
        try {
            var stat = Files.readString(folder.resolve("stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double own = (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_MILLIS;
            double children = (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * TICK_MILLIS;
            return Math.max(own, threads(folder.resolve("task"))) + children;
        } catch (IOException e) {
            throw new IllegalStateException("processor time is read from /proc: Linux only", e);
        }
    }

    /** Milliseconds that the threads that live have run: the first field of schedstat, in ns. docs.kernel.org/scheduler/sched-stats.html */
    private static double threads(Path tasks) throws IOException {
        try (var threads = Files.list(tasks)) {
            return threads.mapToLong(Instance::nanos).sum() / 1e6;
        }
    }

    private static long nanos(Path thread) {
        try {
            var stat = Files.readString(thread.resolve("schedstat"));
            return Long.parseLong(stat.substring(0, stat.indexOf(' ')));
        } catch (IOException ended) {
            return 0;
        }
    }
}
