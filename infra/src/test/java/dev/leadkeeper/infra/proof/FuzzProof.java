package dev.leadkeeper.infra.proof;

import dev.leadkeeper.fuzz.Fuzz;
import dev.leadkeeper.fuzz.Fuzzes;
import dev.leadkeeper.infra.bench.Run;
import dev.leadkeeper.infra.bench.report.Figure;
import dev.leadkeeper.infra.bench.report.Numbers;
import dev.leadkeeper.infra.bench.report.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What strangers and people may send. */
final class FuzzProof {
    private static final int MOST_TOLD = 5;

    private FuzzProof() {}

    static Proven run(Run run, long seed) throws InterruptedException {
        var kinds = Fuzzes.all();
        var rows = new ArrayList<List<String>>();
        var wrong = new ArrayList<String>();
        long all = 0;
        for (var kind : kinds.entrySet()) {
            int together = kind.getValue().get().inputs();
            long inputs = run.size(100_000, 1_000);
            var begun = System.nanoTime();
            var failures = run(kind.getValue(), seed, inputs / together);
            rows.add(List.of(kind.getKey(), Numbers.plain(inputs), Numbers.plain(failures.size()), Proven.seconds(begun)));
            failures.stream().limit(MOST_TOLD).forEach(failure -> wrong.add(kind.getKey() + ", " + failure));
            run.say("  " + kind.getKey() + ": " + Numbers.plain(inputs) + " inputs, " + failures.size() + " wrong, " + Proven.seconds(begun) + " s");
            all += inputs;
        }
        wrong.forEach(each -> run.say("  " + each));
        var part = new Part.Builder("Fuzz", "Samples made wrong in many ways, and texts of random pieces. Each must be answered in words or worked with, the "
                + "same way every time; no input may be an uncaught error. Each input has a seed of its own, from " + seed + " on.")
                .figure(Figure.counted("inputs", "inputs", all))
                .figure(Figure.counted("not answered as they must be", "inputs", rows.stream().mapToLong(row -> Long.parseLong(row.get(2).replace(",", ""))).sum()).none())
                .grid(new Part.Grid("By kind", List.of("input", "inputs", "wrong", "seconds"), rows));
        wrong.forEach(part::remark);
        return new Proven(part.done(), Numbers.plain(all) + " inputs", "Each line above names the kind and the seed of an input: put it into FuzzesTest and see.");
    }

    private static List<String> run(Supplier<Fuzz> kind, long seed, long draws) throws InterruptedException {
        var next = new AtomicLong(seed);
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        int cores = Runtime.getRuntime().availableProcessors();
        try (var workers = Executors.newFixedThreadPool(cores)) {
            workers.invokeAll(Collections.nCopies(cores, Executors.callable(() -> {
                var fuzz = kind.get();
                for (long each = next.getAndIncrement(); each < seed + draws; each = next.getAndIncrement()) {
                    one(fuzz, each, failures);
                }
            })));
        }
        return List.copyOf(failures);
    }

    /** An error is what this looks for: a stack overflow, a failed assertion or an exception alike. */
    private static void one(Fuzz fuzz, long seed, Queue<String> failures) {
        try {
            fuzz.one(new Random(seed));
        } catch (RuntimeException | AssertionError | StackOverflowError wrong) {
            failures.add("seed " + seed + ": " + wrong);
        }
    }
}
