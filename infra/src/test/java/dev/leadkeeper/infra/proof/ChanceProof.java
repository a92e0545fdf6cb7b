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
    /** Seconds for a million leads on two cores: what a nightly run may take. */
    private static final double NIGHTLY = 600;

    private ChanceProof() {}

    static Proven usual(Run run, long seed) throws InterruptedException {
        return run(run, seed, "Simulation", 0.08, run.size(50_000, 300)).within(NIGHTLY);
    }

    static Proven quarter(Run run, long seed) throws InterruptedException {
        return run(run, seed, "Simulation with a quarter of all calls failing", 0.25, run.size(5_000, 100));
    }

    private static Proven run(Run run, long seed, String title, double rate, int wanted) throws InterruptedException {
        int said = Integer.getInteger("schedules", 0);
        int schedules = said > 0 ? said : wanted;
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
        outcome.kinds().forEach((kind, count) -> part.remark(Numbers.plain(count) + " × " + kind));
        return new Proven(part.done(), Numbers.plain(schedules) + " schedules, " + Numbers.plain(outcome.leads()) + " leads",
                "The story above names the seed of the smallest schedule that still breaks it; see all of them again with ./mvnw -Psimulate -Dschedules="
                        + schedules + " -Dfaults=" + rate + " -Dseed=" + seed + ".");
    }

    /** How often what went wrong. */
    static Part.Grid kinds(Outcome outcome) {
        return new Part.Grid("Faults by kind", List.of("fault", "times"), outcome.faults().entrySet().stream()
                .map(each -> List.of(each.getKey(), Numbers.plain(each.getValue()))).toList());
    }
}
