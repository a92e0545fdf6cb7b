package dev.leadkeeper.infra.bench.pipeline;

import dev.leadkeeper.infra.bench.Run;
import dev.leadkeeper.infra.bench.report.Figure;
import dev.leadkeeper.infra.bench.report.Numbers;
import dev.leadkeeper.infra.bench.report.Part;
import java.time.Duration;

/** Posts a second, leads a second, time from post to notice, memory, and the ratio to the raw emulators. */
public final class PipelineBench {
    private static final double LEAST_OF_RAW = 0.6;
    private static final double LOAD = 0.5;

    private PipelineBench() {}

    public static Part run(Run run) throws Exception {
        int leads = run.size(600, 40);
        int rounds = run.size(3, 2);
        int waiting = run.size(5_000, 200);
        int stored = run.size(20_000, 500);
        try (var product = Product.start(run.root())) {
            var flood = new Flood(product);
            run.say("  warming up …");
            flood.run(leads);
            var accepted = new double[rounds];
            var through = new double[rounds];
            var raw = new double[rounds];
            var emulators = new RawEmulators(product.endpoints());
            emulators.run(leads); // the same warm-up
            for (int i = 0; i < rounds; i++) {
                run.say("  round " + (i + 1) + " of " + rounds + " …");
                var burst = flood.run(leads);
                accepted[i] = burst.acceptedPerSecond();
                through[i] = burst.leadsPerSecond();
                raw[i] = emulators.run(leads);
            }
            var usual = Figure.of("leads from post to notice", "leads/s", through);
            run.say("  half of that load …");
            var half = flood.steady(usual.median() * LOAD, Duration.ofSeconds(run.size(20, 4)));
            run.say("  with " + Numbers.plain(waiting) + " waiting and " + Numbers.plain(stored) + " stored …");
            product.fill(stored, waiting);
            var full = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                full[i] = flood.run(leads).leadsPerSecond();
            }
            var ratios = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                ratios[i] = through[i] / raw[i];
            }
            var withMuch = Figure.of("the same with %s waiting and %s stored".formatted(Numbers.plain(waiting), Numbers.plain(stored)),
                    "leads/s", full);
            return new Part.Builder("Pipeline on the local cloud", "Signed posts to the HTTP API of `./mvnw -Plocal`, through intake, "
                    + "scoring, assignment and notification to the outbox. The functions run in a process of their own, and client, "
                    + "emulators and functions share this machine. " + Numbers.plain(leads) + " leads a round, all new. The raw emulators do the "
                    + "same number of conditional writes and messages for each lead, with nothing in between.")
                    .figure(Figure.of("posts accepted", "posts/s", accepted))
                    .figure(usual)
                    .figure(withMuch)
                    .figure(Figure.counted("throughput kept with much waiting and stored", "×", withMuch.median() / usual.median()))
                    .figure(Figure.of("raw emulators", "leads/s", raw))
                    .figure(Figure.of("ratio to the raw emulators", "×", ratios).atLeast(LEAST_OF_RAW))
                    .figure(Figure.counted("post to notice at half load, p50", "ms", half.percentile(0.5)))
                    .figure(Figure.counted("post to notice at half load, p99", "ms", half.percentile(0.99)))
                    .figure(Figure.counted("memory of the functions' process", "MiB", product.functionsMemory()))
                    .figure(Figure.counted("memory of emulators and client", "MiB", product.emulatorsMemory()))
                    .remark("Odoo 18 on a machine like this: 15–20 form posts/s; 70–130 leads/s assigned, 39–71 with 5,000 waiting, by a daily job.")
                    .done();
        }
    }
}
