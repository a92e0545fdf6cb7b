package dev.leadkeeper.infra.proof;

import dev.leadkeeper.infra.bench.Run;
import dev.leadkeeper.infra.bench.report.Machine;
import dev.leadkeeper.infra.bench.report.Report;
import dev.leadkeeper.infra.bench.report.Terminal;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ./mvnw -Pproof}. System properties: {@code parts} (all: simulation,faults,crashes,planted,differential,fuzz,mutants,tamper,year),
 * {@code seed} (1), {@code quick} (false; true for small sizes, whose figures go to {@code infra/target/proof} instead of
 * {@code docs}), {@code schedules} (how many the parts simulation and faults run; 0, the default: as many as they aim at), {@code root}
 * (the repository). A part that is not run keeps the figures of its last run. Ends with 0 if every target is met, 1 if one is missed, 2 if
 * there is no such part.
 */
public final class Proof {
    private static final Map<String, Proving> PARTS = parts();
    private static final Report.Title TITLE = new Report.Title("reliability", """
            # Reliability

            Written by `./mvnw -Pproof`; the same figures are in [reliability.json](reliability.json). Every build runs samples of all
            this; these are the full sizes. Each part names its seed: the same seed and commit give the same run again.
            """, List.copyOf(PARTS.keySet()));

    private Proof() {}

    /** One part of the proof. */
    interface Proving {
        Proven run(Run run, long seed) throws Exception;
    }

    private static Map<String, Proving> parts() {
        var parts = new LinkedHashMap<String, Proving>();
        parts.put("simulation", ChanceProof::usual);
        parts.put("faults", ChanceProof::quarter);
        parts.put("crashes", CrashProof::run);
        parts.put("planted", PlantedProof::run);
        parts.put("differential", DifferentialProof::run);
        parts.put("fuzz", FuzzProof::run);
        parts.put("mutants", MutantsProof::run);
        parts.put("tamper", TamperProof::run);
        parts.put("year", YearProof::run);
        return parts;
    }

    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var wanted = Arrays.stream(System.getProperty("parts", String.join(",", PARTS.keySet())).split(",")).map(String::strip).toList();
        int status = PARTS.keySet().containsAll(wanted) ? prove(wanted, out) : refuse(wanted, out);
        out.flush();
        // Threads of emulators would keep the process alive.
        Runtime.getRuntime().halt(status);
    }

    private static int refuse(List<String> wanted, PrintStream out) {
        out.println("no such part among " + wanted + "; there are " + PARTS.keySet());
        return 2;
    }

    private static int prove(List<String> wanted, PrintStream out) throws Exception {
        var run = new Run(Path.of(System.getProperty("root", "..")).toAbsolutePath().normalize(), Boolean.getBoolean("quick"), out);
        long seed = Long.getLong("seed", 1);
        var report = Report.open(run.root().resolve(run.quick() ? "infra/target/proof" : "docs"), TITLE);
        var summary = new ArrayList<List<String>>();
        var advice = new ArrayList<String>();
        for (var name : PARTS.keySet().stream().filter(wanted::contains).toList()) {
            var machine = Machine.now(run.root());
            run.say("proving " + name + " …");
            var begun = System.nanoTime();
            var proven = PARTS.get(name).run(run, seed);
            var part = proven.took((System.nanoTime() - begun) / 1e9);
            Terminal.print(part, out);
            report.put(name, part, machine);
            report.write(); // so that a later part that fails takes nothing away
            summary.add(List.of(name, proven.size(), Proven.seconds(begun), part.missed().isEmpty() ? "✓" : "✗"));
            part.missed().forEach(missed -> advice.add(name + ": " + missed.inWords() + ". " + proven.advice()));
        }
        Terminal.table(List.of("part", "size", "seconds", ""), summary, out);
        run.say("written to " + run.root().relativize(report.folder()) + "/reliability.json and .md");
        if (!advice.isEmpty()) {
            run.say("\nNOT PROVEN");
            advice.forEach(each -> run.say("  " + each));
        }
        return advice.isEmpty() ? 0 : 1;
    }
}
