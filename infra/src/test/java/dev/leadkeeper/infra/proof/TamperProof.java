package dev.leadkeeper.infra.proof;

import dev.leadkeeper.infra.bench.Run;
import dev.leadkeeper.infra.bench.report.Figure;
import dev.leadkeeper.infra.bench.report.Numbers;
import dev.leadkeeper.infra.bench.report.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Histories that somebody with a key to the database has changed. */
final class TamperProof {
    private static final int MOST_TOLD = 5;

    private TamperProof() {}

    static Proven run(Run run, long seed) {
        int histories = run.size(5_000, 300);
        var random = new SplittableRandom(seed);
        var steps = new Steps(run, "histories", histories);
        var missed = new ArrayList<String>();
        var tried = new int[Tampering.values().length];
        var found = new int[Tampering.values().length];
        int alarms = 0;
        for (int i = 0; i < histories; i++) {
            long one = random.nextLong();
            alarms += StoredHistory.random(new SplittableRandom(one)).broken().isPresent() ? 1 : 0;
            for (var tampering : Tampering.values()) {
                var history = StoredHistory.random(new SplittableRandom(one));
                if (tampering.on(history, new SplittableRandom(one))) {
                    tried[tampering.ordinal()]++;
                    if (history.broken().isPresent()) {
                        found[tampering.ordinal()]++;
                    } else if (missed.size() < MOST_TOLD) {
                        missed.add(tampering.words() + " in the history of seed " + one + " was not noticed");
                    }
                }
            }
            steps.at(i + 1);
        }
        missed.forEach(run::say);
        int all = java.util.Arrays.stream(tried).sum();
        int detected = java.util.Arrays.stream(found).sum();
        var part = new Part.Builder("Tampering", "Random histories of leads as they are stored, each changed behind the product's back in every way below, then "
                + "verified. Seed " + seed + ".")
                .figure(Figure.counted("histories", "histories", histories))
                .figure(Figure.counted("changes", "changes", all))
                .figure(Figure.counted("changes detected", "%", 100.0 * detected / all).atLeast(100))
                .figure(Figure.counted("untouched histories called broken", "histories", alarms).none())
                .grid(new Part.Grid("By kind", List.of("change", "tried", "detected"), rows(tried, found)));
        missed.forEach(part::remark);
        return new Proven(part.done(), Numbers.plain(histories) + " histories, " + Numbers.plain(all) + " changes",
                "The lines above name the change and the seed of the history: the verifier must notice it.");
    }

    private static List<List<String>> rows(int[] tried, int[] found) {
        return List.of(Tampering.values()).stream().map(each -> List.of(each.words(), Numbers.plain(tried[each.ordinal()]),
                Numbers.plain(found[each.ordinal()]))).toList();
    }
}
