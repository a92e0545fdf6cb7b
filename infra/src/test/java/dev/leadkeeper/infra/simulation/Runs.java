package dev.leadkeeper.infra.simulation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;

/** Campaigns for others to start, and what came of them in plain words. */
public final class Runs {
    private Runs() {}

    /**
     * @param faults  how often what went wrong
     * @param kinds   how often which promise was broken
     * @param trace   of all schedules; the same seed and commit give the same
     * @param stories of the first that broke each promise, as small as possible
     */
    public record Outcome(int schedules, long leads, Map<String, Long> faults, int violations, Map<String, Long> kinds, String trace,
                          List<String> stories) {}

    /**
     * Schedules with faults by chance.
     *
     * @param leads deliveries in each
     * @param rate  probability of a fault at each port call
     * @param done  told after each how many there were
     */
    public static Outcome byChance(int schedules, long seed, int leads, double rate, LongConsumer done) throws InterruptedException {
        return outcome(Campaign.run(schedules, seed, leads, rate, (ran, _, _, _) -> done.accept(ran)));
    }

    /**
     * Every kind of fault at every port call.
     *
     * @param broad true for a schedule in which every function works and people interfere, false for one lead's way
     * @param every 1 for all of them, n for every n-th
     */
    public static Outcome singles(boolean broad, int every, LongConsumer done) throws InterruptedException {
        return outcome(Campaign.run(Exhaustive.thinned(Exhaustive.singles(broad ? Exhaustive.broad() : Exhaustive.core()), every),
                (ran, _, _, _) -> done.accept(ran)));
    }

    /** Crashes at every port call while reps record and upload, files are checked or expire, and supervisors decide. */
    public static Outcome papers(int every, LongConsumer done) throws InterruptedException {
        return outcome(Campaign.run(Exhaustive.thinned(Exhaustive.crashes(Exhaustive.papers()), every), (ran, _, _, _) -> done.accept(ran)));
    }

    /** Crashes at every port call while days pass: what is due is found, fires and is told, leads go round, and rules and a calendar change. */
    public static Outcome days(int every, LongConsumer done) throws InterruptedException {
        return outcome(Campaign.run(Exhaustive.thinned(Exhaustive.crashes(Exhaustive.days()), every), (ran, _, _, _) -> done.accept(ran)));
    }

    /** Crashes at every pair of port calls of one lead's way. */
    public static Outcome pairs(int every, LongConsumer done) throws InterruptedException {
        return outcome(Campaign.run(Exhaustive.thinned(Exhaustive.pairs(Exhaustive.core()), every), (ran, _, _, _) -> done.accept(ran)));
    }

    /** How many schedules {@link #pairs(int, LongConsumer)} has. */
    public static int pairs(int every) {
        return Exhaustive.thinned(Exhaustive.pairs(Exhaustive.core()), every).size();
    }

    private static Outcome outcome(Campaign.Report report) {
        var commit = Commit.name(Path.of(System.getProperty("root", ".")));
        var faults = new LinkedHashMap<String, Long>();
        report.faults().forEach((kind, count) -> faults.put(kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), count));
        return new Outcome(report.schedules(), report.leads(), faults, report.violations(), report.kinds(), "%016x".formatted(report.trace()),
                report.failures().stream().map(failure -> failure.story(commit)).toList());
    }
}
