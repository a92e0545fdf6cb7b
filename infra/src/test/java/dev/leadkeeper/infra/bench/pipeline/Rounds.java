package dev.leadkeeper.infra.bench.pipeline;

import dev.leadkeeper.infra.bench.report.Figure;
import java.util.concurrent.ExecutionException;

/** Product and raw emulators in turns, so that both see the same machine, and the processor time of each. */
final class Rounds {
    private final double[] accepted;
    private final double[] through;
    private final double[] raw;
    private final double[] functionsCpu;
    private final double[] emulatorsCpu;
    private final double[] rawCpu;

    private Rounds(int rounds) {
        accepted = new double[rounds];
        through = new double[rounds];
        raw = new double[rounds];
        functionsCpu = new double[rounds];
        emulatorsCpu = new double[rounds];
        rawCpu = new double[rounds];
    }

    /** @param leads in each round of each */
    static Rounds run(Product product, Flood flood, RawEmulators emulators, int rounds, int leads) throws InterruptedException, ExecutionException {
        var all = new Rounds(rounds);
        for (int i = 0; i < rounds; i++) {
            var functions = product.functionsCpu();
            var own = product.emulatorsCpu();
            var burst = flood.run(leads);
            all.accepted[i] = burst.acceptedPerSecond();
            all.through[i] = burst.leadsPerSecond();
            all.functionsCpu[i] = (product.functionsCpu() - functions) / leads;
            all.emulatorsCpu[i] = (product.emulatorsCpu() - own) / leads;
            own = product.emulatorsCpu();
            all.raw[i] = emulators.run(leads);
            all.rawCpu[i] = (product.emulatorsCpu() - own) / leads;
        }
        return all;
    }

    Figure accepted() {
        return Figure.of("posts accepted", "posts/s", accepted);
    }

    Figure through() {
        return Figure.of("leads from post to notice", "leads/s", through);
    }

    Figure raw() {
        return Figure.of("raw emulators", "leads/s", raw);
    }

    /** Of what the raw emulators allow. */
    Figure ratio() {
        var ratios = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            ratios[i] = through[i] / raw[i];
        }
        return Figure.of("ratio to the raw emulators", "×", ratios);
    }

    /** The same by processor time, which no other load on the machine changes much; the ratio where nothing but processors is short. */
    Figure cpuRatio() {
        var ratios = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            ratios[i] = rawCpu[i] / (functionsCpu[i] + emulatorsCpu[i]);
        }
        return Figure.of("the same by processor time", "×", ratios);
    }

    Figure functionsCpu() {
        return Figure.of("processor time a lead, functions", "ms", functionsCpu);
    }

    Figure emulatorsCpu() {
        return Figure.of("processor time a lead, emulators and client", "ms", emulatorsCpu);
    }

    Figure rawCpu() {
        return Figure.of("processor time a lead, raw emulators and client", "ms", rawCpu);
    }
}
