package dev.leadkeeper.infra.proof;

import dev.leadkeeper.evidence.check.Mutants;
import dev.leadkeeper.infra.bench.Run;
import dev.leadkeeper.infra.bench.report.Figure;
import dev.leadkeeper.infra.bench.report.Numbers;
import dev.leadkeeper.infra.bench.report.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Files of people that somebody tampered with. */
final class MutantsProof {
    private static final int MOST_TOLD = 5;

    private MutantsProof() {}

    static Proven run(Run run, long seed) throws InterruptedException, ExecutionException {
        int mutants = run.size(100_000, 2_000);
        int cores = Runtime.getRuntime().availableProcessors();
        var shares = new ArrayList<Callable<Mutants.Outcome>>();
        for (int share = 0; share < cores; share++) {
            // A seed of its own for each core; the shares differ by one at most.
            long own = seed + share;
            int size = mutants / cores + (share < mutants % cores ? 1 : 0);
            shares.add(() -> new Mutants(own).run(size));
        }
        var outcomes = new ArrayList<Mutants.Outcome>();
        try (var workers = Executors.newFixedThreadPool(cores)) {
            for (var done : workers.invokeAll(shares)) {
                outcomes.add(done.get());
            }
        }
        return proven(seed, cores, outcomes);
    }

    private static Proven proven(long seed, int cores, List<Mutants.Outcome> outcomes) {
        var verdicts = new TreeMap<String, Long>();
        outcomes.forEach(outcome -> outcome.verdicts().forEach((word, times) -> verdicts.merge(word, times, Long::sum)));
        var failures = outcomes.stream().flatMap(outcome -> outcome.failures().stream()).toList();
        var slowest = outcomes.stream().max(java.util.Comparator.comparing(Mutants.Outcome::slowest)).orElseThrow();
        long checked = verdicts.values().stream().mapToLong(Long::longValue).sum();
        var part = new Part.Builder("Mutated files", "Files of the checker's corpus, each changed by chance: bits, bytes, numbers and stretches, cut off, doubled, joined with others; every fourth "
                + "declared as another type. Each gets a verdict in time, and none is valid as a type that it is not. Seeds " + seed + "–" + (seed + cores - 1) + ", one for each core.")
                .figure(Figure.counted("mutants with a verdict", "files", checked))
                .figure(Figure.counted("crashes, time-outs and false \"valid\"", "files", failures.size()).none())
                .figure(Figure.counted("the slowest by the clock", "s", slowest.slowest().toMillis() / 1000.0).atMost(Mutants.LONGEST.toSeconds()))
                .grid(new Part.Grid("By verdict", List.of("verdict", "files"), verdicts.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(each -> List.of(each.getKey(), Numbers.plain(each.getValue()))).toList()))
                .remark("The slowest: " + slowest.slowestOf() + ".");
        failures.stream().limit(MOST_TOLD).forEach(part::remark);
        return new Proven(part.done(), Numbers.plain(checked) + " files", "Each line above names the mutant of the seed: MutantsTest with -Dseed finds it again.");
    }
}
