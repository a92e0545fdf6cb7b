package dev.leadkeeper.aws.differential;

import dev.leadkeeper.fake.InMemoryStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** Many sequences, on all cores, each core with a DynamoDB Local of its own. */
public final class Differentials {
    /** Sequences on one database: it gets slower as it fills. */
    private static final long FRESH_AFTER = 1_000;

    private Differentials() {}

    /**
     * @param operations  done on each of the two stores
     * @param conflicts   transactions that another one got in the way of
     * @param differences a story of the first difference each core found; it looked no further
     */
    public record Outcome(long sequences, long operations, long conflicts, List<String> differences) {
        public Outcome {
            differences = List.copyOf(differences);
        }
    }

    /**
     * Runs the sequences of these seeds.
     *
     * @param done told after each how many there were
     */
    public static Outcome run(long first, long sequences, LongConsumer done) throws InterruptedException {
        var next = new AtomicLong(first);
        var ran = new AtomicLong();
        var operations = new AtomicLong();
        var conflicts = new AtomicLong();
        var differences = new ConcurrentLinkedQueue<String>();
        try (var cores = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var work = java.util.Collections.nCopies(Runtime.getRuntime().availableProcessors(), Executors.callable(() -> {
                while (differences.isEmpty() && next.get() < first + sequences) {
                    try (var dynamo = new EmbeddedDynamo()) {
                        var differential = new Differential(Side.of(dynamo), Side.of(new InMemoryStore()));
                        for (int i = 0; i < FRESH_AFTER && differences.isEmpty(); i++) {
                            var seed = next.getAndIncrement();
                            if (seed >= first + sequences) {
                                break;
                            }
                            differential.run(seed).ifPresent(differences::add);
                            done.accept(ran.incrementAndGet());
                        }
                        operations.addAndGet(differential.operations());
                        conflicts.addAndGet(differential.conflicts());
                    }
                }
            }));
            for (var each : cores.invokeAll(work)) {
                each.resultNow();
            }
        }
        return new Outcome(ran.get(), operations.get(), conflicts.get(), List.copyOf(differences));
    }

    /** How many deliberately broken stores there are, by name. */
    public static Map<String, OptionalLong> plantedBugs(long within) {
        var found = new java.util.LinkedHashMap<String, OptionalLong>();
        for (var bug : PlantedBug.values()) {
            found.put(bug.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), finds(bug, within));
        }
        return found;
    }

    /** The first sequence, from 0, that shows this bug: looked for against the right store in memory, which is quick, then shown against DynamoDB Local. */
    static OptionalLong finds(PlantedBug bug, long within) {
        var quick = new Differential(Side.of(new InMemoryStore()), Side.of(bug.planted()));
        var seed = LongStream.range(0, within).filter(each -> quick.run(each).isPresent()).findFirst();
        if (seed.isEmpty()) {
            return seed;
        }
        try (var dynamo = new EmbeddedDynamo()) {
            Optional<String> shown = new Differential(Side.of(dynamo), Side.of(bug.planted())).run(seed.getAsLong());
            return shown.isPresent() ? seed : OptionalLong.empty();
        }
    }
}
