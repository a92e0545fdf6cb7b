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
    private static final List<String> MANAGED = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MaxHeapSize=891290k",
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final double TICK_MILLIS = 10; // of /proc/<pid>/stat

    private Instance() {}

    /**
     * @param name      for people
     * @param handler   class
     * @param taskRoot  the unpacked zip
     * @param classPath what is on {@code -cp}
     * @param flags     further flags of the JVM
     * @param env       the function's environment
     */
    record Setup(String name, String handler, Path taskRoot, List<Path> classPath, List<String> flags, Map<String, String> env) {}

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
            var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            command.addAll(MANAGED);
            command.addAll(setup.flags());
            command.addAll(List.of("-cp", String.join(":", setup.classPath().stream().map(Path::toString).toList()), MAIN, setup.handler()));
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.directory(setup.taskRoot().toFile()); // where the client's class loader looks
            builder.environment().clear();
            builder.environment().putAll(setup.env());
            builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
            builder.environment().put("LAMBDA_TASK_ROOT", setup.taskRoot().toString());
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
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            }
        }
    }

    /** Milliseconds of processor time that a process has used. Fields 14 and 15: man 5 proc. */
    private static double processor(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_MILLIS;
        } catch (IOException e) {
            throw new IllegalStateException("processor time is read from /proc: Linux only", e);
        }
    }
}
