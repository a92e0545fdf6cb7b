package dev.leadkeeper.infra.proof;

import dev.leadkeeper.infra.bench.Run;
import dev.leadkeeper.infra.bench.report.Figure;
import dev.leadkeeper.infra.bench.report.Numbers;
import dev.leadkeeper.infra.bench.report.Part;
import dev.leadkeeper.infra.simulation.Runs;
import dev.leadkeeper.infra.simulation.Runs.Outcome;
import java.util.List;

/** Schedules in which everything goes wrong by chance: as many as are aimed at, or as the system property {@code schedules} says if it is not 0. */
final class ChanceProof {
    /** Deliveries in a schedule. */
    private static final int LEADS = 20;
    /** A nightly run: a million leads. */
    private static final int NIGHTLY = 50_000;
    /** Seconds that it may take on two cores; a part of it the same part of them. */
    private static final double NIGHT = 600;

    private static final String WHY_SO_LONG = "The time: a schedule makes some 2,000 port calls, 100 for each lead, and more than four fifths of it are the product's own "
            + "use cases: decoding, deciding, writing, hashing. What was tried: histories and settings that were just read are not parsed again, exact sizes "
            + "are counted only where they could be too large, people who did not change are not decoded anew: a quarter less. Another collector, compact "
            + "headers, huge pages, one compiler: nothing. Fewer of the schedules in which days pass, which are the dearest, would be quicker, and would find less.";

    private ChanceProof() {}

    static Proven usual(Run run, long seed) throws InterruptedException {
        var proven = run(run, seed, "Simulation", 0.08, run.size(NIGHTLY, 300));
        return run.quick() ? proven : proven.within(NIGHT * schedules(NIGHTLY) / NIGHTLY);
    }

    static Proven quarter(Run run, long seed) throws InterruptedException {
        return run(run, seed, "Simulation with a quarter of all calls failing", 0.25, run.size(5_000, 100));
    }

    private static Proven run(Run run, long seed, String title, double rate, int wanted) throws InterruptedException {
        int schedules = schedules(wanted);
        var steps = new Steps(run, "schedules", schedules);
        var outcome = Runs.byChance(schedules, seed, LEADS, rate, steps::at);
        var part = new Part.Builder(title, "The real use cases of every function under virtual time, " + LEADS + " deliveries in each schedule, a "
                + "fault at " + Numbers.plain(rate * 100) + " % of all port calls, and an environment that delays, doubles, loses and reorders. "
                + "Every promise is checked at every change and again at rest. Seed " + seed + ", trace `" + outcome.trace() + "`.")
                .figure(Figure.counted("schedules", "schedules", outcome.schedules()).atLeast(wanted))
                .figure(Figure.counted("leads", "leads", outcome.leads()).atLeast((double) wanted * LEADS))
                .figure(Figure.counted("faults", "faults", outcome.faults().values().stream().mapToLong(each -> each).sum()))
                .figure(Figure.counted("violations", "violations", outcome.violations()).none())
                .grid(kinds(outcome));
        outcome.stories().forEach(run::say);
        part.remark(WHY_SO_LONG);
        outcome.kinds().forEach((kind, count) -> part.remark(Numbers.plain(count) + " × " + kind));
        return new Proven(part.done(), Numbers.plain(schedules) + " schedules, " + Numbers.plain(outcome.leads()) + " leads",
                "The story above names the seed of the smallest schedule that still breaks it; see all of them again with ./mvnw -Psimulate -Dschedules="
                        + schedules + " -Dfaults=" + rate + " -Dseed=" + seed + ".");
    }

    private static int schedules(int wanted) {
        int said = Integer.getInteger("schedules", 0);
        return said > 0 ? said : wanted;
    }

    /** How often what went wrong. */
    static Part.Grid kinds(Outcome outcome) {
        return new Part.Grid("Faults by kind", List.of("fault", "times"), outcome.faults().entrySet().stream()
                .map(each -> List.of(each.getKey(), Numbers.plain(each.getValue()))).toList());
    }
}
