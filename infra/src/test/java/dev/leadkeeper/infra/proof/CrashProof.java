package dev.leadkeeper.infra.proof;

import dev.leadkeeper.infra.bench.Run;
import dev.leadkeeper.infra.bench.report.Figure;
import dev.leadkeeper.infra.bench.report.Numbers;
import dev.leadkeeper.infra.bench.report.Part;
import dev.leadkeeper.infra.simulation.Runs;
import dev.leadkeeper.infra.simulation.Runs.Outcome;
import java.util.List;

/** Not by chance but everywhere: a fault at every port call of every function, and crashes at every pair on a lead's way. */
final class CrashProof {
    private CrashProof() {}

    static Proven run(Run run, long seed) throws InterruptedException {
        int every = run.size(1, 40);
        var way = Runs.singles(false, every, done -> { });
        var all = Runs.singles(true, every, done -> { });
        var papers = Runs.papers(every, done -> { });
        var days = Runs.days(every, done -> { });
        var singles = way.schedules() + all.schedules() + papers.schedules() + days.schedules();
        run.say("  " + Numbers.plain(singles) + " single faults done; now the pairs");
        var pairs = Runs.pairs(every, new Steps(run, "pairs", Runs.pairs(every))::at);
        var outcomes = List.of(way, all, papers, days, pairs);
        var part = new Part.Builder("Crashes everywhere", "Every kind of fault (crash before and after the effect, error with and without it, "
                + "conflict, throttle) at every single port call: of one lead's way from post to notice, and of a schedule in which every "
                + "function works and people interfere; and crashes while reps record and upload evidence, files are checked or expire and "
                + "supervisors decide; and while days pass, sweeps find what is due, it fires and is told, leads go round, "
                + "and rules and a calendar change. Then crashes before or after every pair of port calls of one lead's way.")
                .figure(Figure.counted("single faults on a lead's way", "schedules", way.schedules()))
                .figure(Figure.counted("single faults with every function at work", "schedules", all.schedules()))
                .figure(Figure.counted("single crashes with evidence", "schedules", papers.schedules()))
                .figure(Figure.counted("single crashes with deadlines", "schedules", days.schedules()))
                .figure(Figure.counted("pairs of crashes on a lead's way", "schedules", pairs.schedules()))
                .figure(Figure.counted("violations", "violations", outcomes.stream().mapToInt(Outcome::violations).sum()).none())
                .grid(new Part.Grid("Faults by kind", List.of("fault", "single, a lead's way", "single, every function", "single, evidence",
                        "single, deadlines", "pairs"),
                        all.faults().keySet().stream().map(kind -> List.of(kind, count(way, kind), count(all, kind), count(papers, kind), count(days, kind),
                                count(pairs, kind))).toList()));
        outcomes.forEach(outcome -> {
            outcome.stories().forEach(run::say);
            outcome.kinds().forEach((kind, count) -> part.remark(Numbers.plain(count) + " × " + kind));
        });
        return new Proven(part.done(), Numbers.plain(singles) + " single faults, " + Numbers.plain(pairs.schedules())
                + " pairs", "The story above names the port calls; SimulationTest runs the single faults and a part of the pairs in every build.");
    }

    private static String count(Outcome outcome, String kind) {
        return Numbers.plain(outcome.faults().getOrDefault(kind, 0L));
    }
}
