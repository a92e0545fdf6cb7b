package dev.leadkeeper.infra.bench.files;

import dev.leadkeeper.evidence.check.Checker;
import dev.leadkeeper.evidence.check.Declaration;
import dev.leadkeeper.evidence.check.Format;
import dev.leadkeeper.evidence.check.Scratch;
import dev.leadkeeper.evidence.check.Verdict;
import dev.leadkeeper.json.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;

/**
 * Checks one file, as the first that a process ever checks, and prints what it cost as a line of JSON: {@code verdict}, {@code clock} and
 * {@code processor} in ms with the copy and its hash, {@code heap} and {@code resident} in bytes at their most. Linux only.
 */
final class OneCheck {
    private OneCheck() {}

    public static void main(String[] arguments) throws IOException {
        var path = Path.of(arguments[0]);
        var process = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var cpu = process.getProcessCpuTime();
        var clock = System.nanoTime();
        Verdict verdict;
        try (var in = Files.newInputStream(path); var scratch = Scratch.of(in, Files.size(path))) {
            var name = path.getFileName().toString();
            verdict = new Checker().check(scratch, new Declaration(name, Format.typeOf(name), scratch.bytes(), scratch.sha256()));
        }
        var cost = new LinkedHashMap<String, Object>();
        cost.put("clock", (System.nanoTime() - clock) / 1_000_000);
        cost.put("processor", (process.getProcessCpuTime() - cpu) / 1_000_000);
        cost.put("heap", ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum());
        cost.put("resident", resident());
        cost.put("verdict", switch (verdict) {
            case Verdict.Valid valid -> "valid";
            case Verdict.Rejected rejected -> rejected.reasons() + " " + rejected.detail();
        });
        System.out.println(Json.write(cost));
    }

    /** Bytes that the process had in memory at its most (man 5 proc, VmHWM), everything of the machine for Java among it. */
    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024).findFirst().orElseThrow();
    }
}
