package dev.leadkeeper.infra.bench.files;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.evidence.check.LargeFiles;
import dev.leadkeeper.infra.bench.Run;
import dev.leadkeeper.infra.bench.report.Figure;
import dev.leadkeeper.infra.bench.report.Numbers;
import dev.leadkeeper.infra.bench.report.Part;
import dev.leadkeeper.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Seconds and memory of the largest files that may be filed, each checked by a process that has done nothing before. */
public final class FilesBench {
    private static final int LARGEST = 52_428_800;
    private static final double MEGABYTE = 1 << 20;
    private static final double MOST_SECONDS = 10;
    private static final double MOST_MEMORY = 512;
    /** As the managed runtime starts a function, but with no more heap than leaves room for the rest within {@link #MOST_MEMORY}. */
    private static final List<String> JAVA = List.of(ProcessHandle.current().info().command().orElse("java"), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-Xmx320m", "-Djava.awt.headless=true");

    private FilesBench() {}

    /** What checks of one file cost. */
    private record Costs(String what, long bytes, List<Doc> runs) {
        double[] each(ToDoubleFunction<Doc> of) {
            return runs.stream().mapToDouble(of).toArray();
        }

        Figure seconds(String field) {
            return Figure.of(what, "s", each(run -> run.number(field) / 1000.0));
        }

        Figure memory(String field) {
            return Figure.of(what, "MB", each(run -> run.number(field) / MEGABYTE));
        }
    }

    public static Part run(Run run) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("files-bench");
        try {
            var all = new ArrayList<Costs>();
            for (var file : LargeFiles.write(folder, run.size(LARGEST, 1_500_000)).entrySet()) {
                var costs = costs(file.getKey(), file.getValue(), run.size(3, 1));
                run.say("  " + file.getKey() + ": " + Numbers.plain(costs.seconds("clock").median()) + " s");
                all.add(costs);
            }
            return part(all);
        } finally {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static Costs costs(String what, Path file, int times) throws IOException, InterruptedException {
        var runs = new ArrayList<Doc>();
        for (int i = 0; i < times; i++) {
            var command = new ArrayList<>(JAVA);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), OneCheck.class.getName(), file.toString()));
            var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IOException("the check of " + what + " ended with " + process.exitValue());
            }
            runs.add(Doc.of(Json.readOwn(said)));
        }
        return new Costs(what, Files.size(file), runs);
    }

    private static Part part(List<Costs> all) {
        var part = new Part.Builder("Checking the largest files", "Files of about 50 MB, each checked by a process of its own that checks nothing else: with the copy onto the "
                + "temporary file and its hash, the start of Java left out, on a heap of 320 MB and compiled as on Lambda. By the clock, in processor time of all threads, and the most that "
                + "the process had in memory.");
        part.figure(most("the slowest by the clock", "s", all, run -> run.number("clock") / 1000.0).atMost(MOST_SECONDS));
        part.figure(most("the most processor time", "s", all, run -> run.number("processor") / 1000.0));
        part.figure(most("the most memory of a process", "MB", all, run -> run.number("resident") / MEGABYTE).atMost(MOST_MEMORY));
        part.figure(most("the most heap", "MB", all, run -> run.number("heap") / MEGABYTE));
        part.figure(Figure.counted("not found valid", "files", all.stream().filter(each -> each.runs().stream().anyMatch(run -> !run.required("verdict").equals("valid"))).count())
                .none());
        part.grid(new Part.Grid("By file", List.of("file", "MB", "clock s", "processor s", "heap MB", "process MB", "verdict"), all.stream().map(each -> List.of(each.what(),
                Numbers.plain(each.bytes() / MEGABYTE), Numbers.plain(each.seconds("clock").median()), Numbers.plain(each.seconds("processor").median()),
                Numbers.plain(each.memory("heap").median()), Numbers.plain(each.memory("resident").median()), each.runs().getLast().required("verdict"))).toList()));
        part.remark("A function of 1,024 MB has 0.58 of a processor (1,769 MB are one), so the clock there says about 1.7 times the processor time.");
        return part.done();
    }

    /** The figure of the file whose median is the greatest. */
    private static Figure most(String name, String unit, List<Costs> all, ToDoubleFunction<Doc> of) {
        var greatest = all.stream().map(each -> Figure.of(name, unit, each.each(of))).max(java.util.Comparator.comparingDouble(Figure::median));
        return greatest.orElseThrow();
    }
}
