package dev.leadkeeper.infra.bench.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Where and when figures come from. */
public final class Machine {
    private Machine() {}

    /** This machine now, as plain values; {@code load} is the mean number of processes at work in the last minute, before we began. */
    public static Map<String, String> now(Path repository) throws IOException, InterruptedException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var facts = new LinkedHashMap<String, String>();
        facts.put("at", Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
        facts.put("processor", processor() + ", " + system.getAvailableProcessors() + " cores");
        facts.put("memory", Math.round(system.getTotalMemorySize() / (double) (1L << 30)) + " GiB");
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch"));
        facts.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        facts.put("load", Numbers.plain(system.getSystemLoadAverage()));
        facts.put("commit", commit(repository));
        return facts;
    }

    private static String processor() throws IOException {
        var info = Path.of("/proc/cpuinfo");
        if (!Files.exists(info)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(info).stream().filter(line -> line.startsWith("model name") || line.startsWith("cpu MHz"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip()).limit(2)
                .reduce((name, mhz) -> name + " at " + mhz + " MHz").orElse(System.getProperty("os.arch"));
    }

    private static String commit(Path repository) throws IOException, InterruptedException {
        var git = new ProcessBuilder("git", "-C", repository.toString(), "rev-parse", "--short", "HEAD").redirectErrorStream(true).start();
        var said = new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        return git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0 ? said : "unknown";
    }
}
