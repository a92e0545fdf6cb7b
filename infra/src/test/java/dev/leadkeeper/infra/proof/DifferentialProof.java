package dev.leadkeeper.infra.proof;

import dev.leadkeeper.aws.differential.Differentials;
import dev.leadkeeper.infra.bench.Run;
import dev.leadkeeper.infra.bench.report.Figure;
import dev.leadkeeper.infra.bench.report.Numbers;
import dev.leadkeeper.infra.bench.report.Part;
import java.util.List;
import java.util.OptionalLong;

/** The store in memory, on which all of the above rests, against DynamoDB Local. */
final class DifferentialProof {
    private DifferentialProof() {}

    static Proven run(Run run, long seed) throws InterruptedException {
        long sequences = run.size(100_000, 600);
        var steps = new Steps(run, "sequences", sequences);
        var outcome = Differentials.run(seed, sequences, steps::at);
        outcome.differences().forEach(run::say);
        var bugs = Differentials.plantedBugs(run.size(10_000, 1_000));
        var part = new Part.Builder("The fakes are true", "Random sequences of store operations on the store in memory and on DynamoDB Local: every answer must "
                + "be the same. DynamoDB Local never lets two transactions collide, so that is injected into both. Seeds from " + seed + ".")
                .figure(Figure.counted("sequences", "sequences", outcome.sequences()).atLeast(sequences))
                .figure(Figure.counted("operations", "operations", outcome.operations()))
                .figure(Figure.counted("transactions in conflict", "transactions", outcome.conflicts()).atLeast(1))
                .figure(Figure.counted("differences", "differences", outcome.differences().size()).none())
                .figure(Figure.counted("bugs planted in the store in memory", "bugs", bugs.size()))
                .figure(Figure.counted("of them found", "bugs", bugs.values().stream().filter(OptionalLong::isPresent).count()).atLeast(bugs.size()))
                .grid(new Part.Grid("Planted bugs and the sequence that showed each", List.of("bug", "sequence"), bugs.entrySet().stream()
                        .map(each -> List.of(each.getKey(), each.getValue().isPresent() ? Numbers.plain(1 + each.getValue().getAsLong()) : "none")).toList()));
        return new Proven(part.done(), Numbers.plain(outcome.sequences()) + " sequences",
                "The sequence above is as short as it gets: make dev.leadkeeper.fake.InMemoryStore answer as DynamoDB does, with a test in StoreContract. "
                        + "Again: ./mvnw verify -Dtest=DifferentialTest -Dfirst=<seed> -Dsequences=1.");
    }
}
