package dev.leadkeeper.infra.proof;

import dev.leadkeeper.infra.bench.Run;
import dev.leadkeeper.infra.bench.report.Figure;
import dev.leadkeeper.infra.bench.report.Numbers;
import dev.leadkeeper.infra.bench.report.Part;
import dev.leadkeeper.ledger.TamperTrial;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Histories that somebody with a key to the database has changed. */
final class TamperProof {
    private static final int MOST_TOLD = 5;

    private TamperProof() {}

    static Proven run(Run run, long seed) {
        int histories = run.size(5_000, 200);
        var steps = new Steps(run, "histories", histories);
        var done = new AtomicInteger();
        var outcome = TamperTrial.run(seed, histories, () -> steps.at(done.incrementAndGet()));
        var told = outcome.missed().stream().limit(MOST_TOLD).toList();
        told.forEach(run::say);
        var part = new Part.Builder("Tampering", "Random histories as the ledger writes them, each changed behind the product's back in every way below and "
                + "verified as in service: the verifier must name the event and what was done to it, and must call no untouched history broken. Seed " + seed + ".")
                .figure(Figure.counted("histories", "histories", outcome.histories()).atLeast(histories))
                .figure(Figure.counted("changes", "changes", outcome.tried()))
                .figure(Figure.counted("changes detected and named", "%", 100.0 * outcome.found() / outcome.tried()).atLeast(100))
                .figure(Figure.counted("missed, misnamed or false alarms", "cases", outcome.missed().size()).none())
                .grid(new Part.Grid("By kind", List.of("change", "tried", "detected and named"), outcome.ways().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey()).map(way -> List.of(way.getKey(), Numbers.plain(way.getValue().tried()),
                                Numbers.plain(way.getValue().found()))).toList()));
        told.forEach(part::remark);
        return new Proven(part.done(), Numbers.plain(histories) + " histories, " + Numbers.plain(outcome.tried()) + " changes",
                "The lines above name the change and what the verifier said of it: dev.leadkeeper.ledger.Chains must notice it. Small: ChainsTest.");
    }
}
