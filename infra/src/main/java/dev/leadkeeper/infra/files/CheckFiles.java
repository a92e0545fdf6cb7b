package dev.leadkeeper.infra.files;

import dev.leadkeeper.evidence.check.Checker;
import dev.leadkeeper.evidence.check.Declaration;
import dev.leadkeeper.evidence.check.Format;
import dev.leadkeeper.lead.FileReason;
import dev.leadkeeper.evidence.check.Scratch;
import dev.leadkeeper.evidence.check.Verdict;
import dev.leadkeeper.json.Json;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Checks every file of a folder as if a rep had filed it, declared as what its extension says, and prints one line each:
 * verdict, format, milliseconds, peak of the heap in MB, name, and what the log would say. The last line is JSON. Ends with
 * status 0 whatever the verdicts are, 2 if a file could not be read.
 */
public final class CheckFiles {
    private static final int NOT_READ = 2;
    /** Bytes that are looked at; more than may be filed. */
    private static final long MOST = 200_000_000L;
    private static final long MEGABYTE = 1 << 20;

    private final PrintStream out;
    private final Map<String, Integer> verdicts = new TreeMap<>();
    private long slowest;
    private long largest;

    CheckFiles(PrintStream out) {
        this.out = out;
    }

    /** The folder is the system property {@code folder}. */
    public static void main(String... arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var folder = Path.of(System.getProperty("folder", ""));
        if (System.getProperty("folder", "").isBlank() || !Files.isDirectory(folder)) {
            System.err.println("\nsay which folder: ./mvnw -Pcheck-files -Dfolder=FOLDER");
            System.exit(NOT_READ);
        }
        try {
            new CheckFiles(out).run(folder);
        } catch (IOException e) {
            System.err.println("\n" + e);
            System.exit(NOT_READ);
        }
    }

    void run(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(Files::isRegularFile).sorted().toList()) {
                check(folder, path);
            }
        }
        var json = new LinkedHashMap<String, Object>();
        json.put("files", verdicts.values().stream().mapToInt(Integer::intValue).sum());
        json.put("verdicts", new LinkedHashMap<String, Object>(verdicts));
        json.put("slowestMillis", slowest);
        json.put("peakMegabytes", largest);
        out.println(Json.write(json));
    }

    private void check(Path folder, Path path) throws IOException {
        try (var in = Files.newInputStream(path); var content = Scratch.of(in, MOST)) {
            var name = path.getFileName().toString();
            var declared = new Declaration(name, Format.typeOf(name), content.bytes(), content.sha256());
            resetPeak();
            var start = System.nanoTime();
            var verdict = new Checker().check(content, declared);
            var millis = (System.nanoTime() - start) / 1_000_000;
            var peak = peak() / MEGABYTE;
            slowest = Math.max(slowest, millis);
            largest = Math.max(largest, peak);
            tell(folder.relativize(path), verdict, millis, peak);
        }
    }

    private void tell(Path name, Verdict verdict, long millis, long peak) {
        var word = switch (verdict) {
            case Verdict.Valid _ -> "valid";
            case Verdict.Rejected rejected -> rejected.reasons().stream().map(FileReason::word).collect(Collectors.joining("+"));
        };
        var format = switch (verdict) {
            case Verdict.Valid valid -> valid.format().label();
            case Verdict.Rejected rejected -> rejected.found().map(Format::label).orElse("-");
        };
        var detail = switch (verdict) {
            case Verdict.Valid _ -> "";
            case Verdict.Rejected rejected -> rejected.detail();
        };
        verdicts.merge(word, 1, Integer::sum);
        out.println("%-24s %-5s %6d ms %4d MB  %s  %s".formatted(word, format, millis, peak, name, detail).stripTrailing());
    }

    private static void resetPeak() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
    }

    /** Bytes of all parts of the heap at their fullest, garbage among it; so no less than what was needed. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }
}
