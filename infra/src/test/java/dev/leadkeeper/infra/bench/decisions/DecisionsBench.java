package dev.leadkeeper.infra.bench.decisions;

import dev.leadkeeper.infra.bench.Run;
import dev.leadkeeper.infra.bench.report.Chart;
import dev.leadkeeper.infra.bench.report.Figure;
import dev.leadkeeper.infra.bench.report.Numbers;
import dev.leadkeeper.infra.bench.report.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Decisions a second and bytes allocated, by reps and rules. */
public final class DecisionsBench {
    private DecisionsBench() {}

    public static Part run(Run run) throws RunnerException {
        var results = measure(run);
        var part = new Part.Builder("Decision engine",
                "One decision in memory: all rules but the last do not hold, the last takes turns among everybody, every ninth of whom is on "
                + "leave; the decision names everybody considered. JMH with the compiler of Lambda's managed runtime (C1) and one thread. "
                + "`learn` is what an instance does with its roster after an assignment. The engine reads no storage, so what is stored "
                + "cannot matter to it.");
        figures(part, results, run.quick());
        part.grid(new Part.Grid("Decisions a second", List.of("reps", "rules", "decisions/s", "spread", "bytes a decision", "learn, µs"),
                results.stream().filter(DecisionsBench::decides).map(each -> row(each, results)).toList()));
        part.chart(new Chart("performance-decisions", "Time of one decision", "reps", "µs", Stream.of("10", "100")
                .map(rules -> new Chart.Line(rules + " rules", points(results, "decide", rules))).toList()));
        return part.done();
    }

    private static List<RunResult> measure(Run run) throws RunnerException {
        var options = new OptionsBuilder().include(DecisionBenchmark.class.getName()).forks(1)
                .warmupIterations(run.size(3, 1)).warmupTime(TimeValue.milliseconds(run.size(400, 50)))
                .measurementIterations(run.size(5, 2)).measurementTime(TimeValue.milliseconds(run.size(400, 50)))
                .addProfiler(GCProfiler.class).jvmArgs("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms256m", "-Xmx256m",
                        "--sun-misc-unsafe-memory-access=allow")
                .verbosity(VerboseMode.SILENT);
        if (run.quick()) {
            options.param("reps", "10", "1000");
        }
        return new ArrayList<>(sorted(new Runner(options.build()).run()));
    }

    private static List<RunResult> sorted(Collection<RunResult> results) {
        return results.stream().sorted(java.util.Comparator.comparingInt((RunResult each) -> reps(each))
                .thenComparingInt(each -> Integer.parseInt(each.getParams().getParam("rules")))).toList();
    }

    private static void figures(Part.Builder part, List<RunResult> results, boolean quick) {
        for (var each : results) {
            if (decides(each) && each.getParams().getParam("rules").equals("10")) {
                part.figure(Figure.of("with " + Numbers.plain(reps(each)) + " reps and 10 rules", "decisions/s", runs(each)));
            }
        }
        double few = median(find(results, "decide", 10, "10"));
        int most = quick ? 1000 : 5000;
        double many = median(find(results, "decide", most, "10"));
        part.figure(Figure.counted("time grows from 10 to " + Numbers.plain(most) + " reps", "×", few / many).atMost(most / 10.0));
    }

    private static List<String> row(RunResult decide, List<RunResult> all) {
        var rules = decide.getParams().getParam("rules");
        var runs = Figure.of("", "", runs(decide));
        var learn = find(all, "learn", reps(decide), rules);
        return List.of(Numbers.plain(reps(decide)), rules, Numbers.plain(runs.median()),
                Numbers.plain(runs.low()) + " – " + Numbers.plain(runs.high()),
                Numbers.plain(decide.getSecondaryResults().get("gc.alloc.rate.norm").getScore()), Numbers.plain(1e6 / median(learn)));
    }

    private static List<Chart.Point> points(List<RunResult> results, String what, String rules) {
        return results.stream().filter(each -> is(each, what) && each.getParams().getParam("rules").equals(rules)).map(each -> {
            var runs = Figure.of("", "", runs(each));
            return new Chart.Point(reps(each), 1e6 / runs.median(), 1e6 / runs.high(), 1e6 / runs.low());
        }).toList();
    }

    private static RunResult find(List<RunResult> results, String what, int reps, String rules) {
        return results.stream().filter(each -> is(each, what) && reps(each) == reps && each.getParams().getParam("rules").equals(rules))
                .findFirst().orElseThrow();
    }

    private static boolean decides(RunResult result) {
        return is(result, "decide");
    }

    private static boolean is(RunResult result, String what) {
        return result.getParams().getBenchmark().endsWith("." + what);
    }

    private static int reps(RunResult result) {
        return Integer.parseInt(result.getParams().getParam("reps"));
    }

    private static double[] runs(RunResult result) {
        return result.getBenchmarkResults().stream().flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble((IterationResult each) -> each.getPrimaryResult().getScore()).toArray();
    }

    private static double median(RunResult result) {
        return Figure.of("", "", runs(result)).median();
    }
}
