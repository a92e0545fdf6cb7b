package dev.leadkeeper.infra.bench;

import dev.leadkeeper.infra.bench.coldstart.ColdStartBench;
import dev.leadkeeper.infra.bench.decisions.DecisionsBench;
import dev.leadkeeper.infra.bench.files.FilesBench;
import dev.leadkeeper.infra.bench.pipeline.PipelineBench;
import dev.leadkeeper.infra.bench.report.Machine;
import dev.leadkeeper.infra.bench.report.Part;
import dev.leadkeeper.infra.bench.report.Report;
import dev.leadkeeper.infra.bench.report.Terminal;
import dev.leadkeeper.infra.bench.sweep.SweepBench;
import dev.leadkeeper.infra.bench.units.UnitsBench;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ./mvnw -Pbench}. System properties: {@code parts} (all: units,decisions,sweep,pipeline,coldstart), {@code quick}
 * (false; true for small sizes, whose figures say nothing and go to {@code infra/target/bench} instead of {@code docs}),
 * {@code root} (the repository). A part that is not run keeps the figures of its last run.
 */
public final class Bench {
    private static final Map<String, Measured> PARTS = parts();
    private static final Report.Title TITLE = new Report.Title("performance", """
            # Performance

            Written by `./mvnw -Pbench`; the same figures are in [performance.json](performance.json). Medians, with the least and the
            most of the runs as spread. No test asserts a time: run it on a machine of your own, and compare ratios rather than times.
            """, List.copyOf(PARTS.keySet()));

    private Bench() {}

    /** One part of the benchmarks. */
    interface Measured {
        Part run(Run run) throws Exception;
    }

    private static Map<String, Measured> parts() {
        var parts = new LinkedHashMap<String, Measured>();
        parts.put("units", UnitsBench::run);
        parts.put("decisions", DecisionsBench::run);
        parts.put("sweep", SweepBench::run);
        parts.put("pipeline", PipelineBench::run);
        parts.put("coldstart", ColdStartBench::run);
        parts.put("files", FilesBench::run);
        return parts;
    }

    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var wanted = Arrays.stream(System.getProperty("parts", String.join(",", PARTS.keySet())).split(",")).map(String::strip).toList();
        int status = wanted.stream().allMatch(PARTS::containsKey) ? measure(wanted, out) : refuse(wanted, out);
        out.flush();
        // Threads of emulators would keep the process alive.
        Runtime.getRuntime().halt(status);
    }

    private static int refuse(List<String> wanted, PrintStream out) {
        out.println("no such part among " + wanted + "; there are " + PARTS.keySet());
        return 2;
    }

    private static int measure(List<String> wanted, PrintStream out) throws Exception {
        var run = new Run(Path.of(System.getProperty("root", "..")).toAbsolutePath().normalize(), Boolean.getBoolean("quick"), out);
        var report = Report.open(run.quick() ? run.root().resolve("infra/target/bench") : run.root().resolve("docs"), TITLE);
        for (var name : PARTS.keySet()) {
            if (wanted.contains(name)) {
                var machine = Machine.now(run.root());
                run.say("measuring " + name + " …");
                var part = PARTS.get(name).run(run);
                Terminal.print(part, out);
                report.put(name, part, machine);
                report.write(); // so that a later part that fails takes nothing away
            }
        }
        run.say("written to " + run.root().relativize(report.folder()) + "/performance.json, .md and .svg");
        return 0;
    }
}
