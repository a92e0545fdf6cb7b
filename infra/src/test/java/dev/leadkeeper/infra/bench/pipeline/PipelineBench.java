package dev.leadkeeper.infra.bench.pipeline;

import dev.leadkeeper.infra.bench.Run;
import dev.leadkeeper.infra.bench.report.Figure;
import dev.leadkeeper.infra.bench.report.Numbers;
import dev.leadkeeper.infra.bench.report.Part;
import java.io.IOException;
import java.time.Duration;

/** Posts a second, leads a second, time from post to notice, memory, and the ratio to the raw emulators. */
public final class PipelineBench {
    private static final double LEAST_OF_RAW = 0.6;
    private static final double LOAD = 0.5;
    private static final int MOST_LEADS = 600;
    private static final int LEAST_LEADS = 40;
    /** Rounds of each before any counts. After one, a third of the emulators' processor time is still the compiler's; a server in use has that behind it. */
    private static final int WARM_UPS = 3;
    /** Keeps the whole part within a few minutes. */
    private static final Duration ROUND = Duration.ofSeconds(15);

    private PipelineBench() {}

    public static Part run(Run run) throws Exception {
        int rounds = run.size(3, 2);
        int waiting = run.size(5_000, 200);
        int stored = run.size(20_000, 500);
        try (var product = Product.start(run.root())) {
            var flood = new Flood(product);
            var emulators = new RawEmulators(product.endpoints());
            run.say("  warming up …");
            var first = flood.run(run.size(MOST_LEADS, LEAST_LEADS));
            int leads = run.quick() ? LEAST_LEADS : inAbout(ROUND, first.leadsPerSecond());
            emulators.run(leads);
            for (int i = 1; i < run.size(WARM_UPS, 1); i++) {
                flood.run(leads);
                emulators.run(leads);
            }
            run.say("  " + rounds + " rounds of " + leads + " leads …");
            var usual = Rounds.run(product, flood, emulators, rounds, leads);
            run.say("  half of that load …");
            var half = flood.steady(usual.through().median() * LOAD, Duration.ofSeconds(run.size(20, 4)));
            run.say("  with " + Numbers.plain(waiting) + " waiting and " + Numbers.plain(stored) + " stored …");
            product.fill(stored, waiting);
            var full = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                full[i] = flood.run(leads).leadsPerSecond();
            }
            return part(product, usual, half, Figure.of("the same with %s waiting and %s stored".formatted(Numbers.plain(waiting),
                    Numbers.plain(stored)), "leads/s", full), leads, flood.repeated());
        }
    }

    /** So many leads that a round takes about as long, on a slow machine too. */
    private static int inAbout(Duration round, double perSecond) {
        return Math.clamp((long) (round.toSeconds() * perSecond), 100, MOST_LEADS);
    }

    private static Part part(Product product, Rounds usual, Flood.Latencies half, Figure full, int leads, int repeated) throws IOException {
        var part = new Part.Builder("Pipeline on the local cloud", "Signed posts to the HTTP API of `./mvnw -Plocal`, through intake, "
                + "scoring, assignment and notification to the outbox. The functions run in a process of their own, and client, "
                + "emulators and functions share this machine. " + Numbers.plain(leads) + " leads a round, all new. The raw emulators do the "
                + "same number of conditional writes and messages for each lead, with nothing in between and no reads.")
                .figure(usual.accepted())
                .figure(usual.through())
                .figure(full)
                .figure(Figure.counted("throughput kept with much waiting and stored", "×", full.median() / usual.through().median()))
                .figure(usual.raw())
                .figure(usual.ratio().atLeast(LEAST_OF_RAW))
                .figure(usual.cpuRatio())
                .figure(usual.functionsCpu())
                .figure(usual.emulatorsCpu())
                .figure(usual.rawCpu())
                .figure(Figure.counted("post to notice at half load, p50", "ms", half.percentile(0.5)))
                .figure(Figure.counted("post to notice at half load, p99", "ms", half.percentile(0.99)))
                .figure(Figure.counted("memory of the functions' process", "MiB", product.functionsMemory()))
                .figure(Figure.counted("memory of emulators and client", "MiB", product.emulatorsMemory()));
        if (Math.min(usual.ratio().median(), usual.cpuRatio().median()) < LEAST_OF_RAW) {
            part.remark("Where the ratio goes: processor time, of which there is the machine's and no more. Beside the writes and messages that the raw emulators "
                    + "do too, a lead takes the reads of its units (the emulators answer each over HTTP), the functions' own work, and the way "
                    + "through gateway, event source and outbox; and its writes go to tables with indexes, the raw ones to a table without.");
        }
        if (repeated > 0) {
            part.remark(repeated + " posts were answered with a fault and sent again.");
        }
        return part.remark("Odoo 18 on a machine like this: 15–20 form posts/s; 70–130 leads/s assigned, 39–71 with 5,000 waiting, by a daily job.").done();
    }
}
