package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.json.Json;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * {@code ./mvnw -Psimulate -Dschedules=N -Dseed=S -Dfaults=0.08 -Dleads=20}: runs N schedules, each from a seed derived
 * from S, and tells what was broken. {@code -Dschedule=S} runs the one that a failure named, {@code -Dtheme=T} makes all
 * of them about that instead of what their seeds draw. The last line is JSON.
 */
public final class Simulate {
    private Simulate() {}

    public static void main(String[] arguments) throws InterruptedException {
        int schedules = Integer.getInteger("schedules", 2_000);
        long seed = Long.getLong("seed", 1);
        int leads = Integer.getInteger("leads", 20);
        double rate = Double.parseDouble(System.getProperty("faults", "0.08"));
        var commit = Commit.name(Path.of(System.getProperty("root", ".")));
        var one = Long.getLong("schedule");
        System.out.printf("seed %d, commit %s, %d deliveries in each schedule, a fault at %.0f %% of port calls%n", seed, commit, leads, 100 * rate);
        var theme = System.getProperty("theme", "");
        var seeds = one == null ? new SplittableRandom(seed).longs(schedules) : LongStream.of(one);
        var plans = seeds.mapToObj(each -> Plan.random(each, leads, rate)).map(plan -> theme.isEmpty() ? plan : plan.about(Theme.valueOf(theme))).toList();
        var report = Campaign.run(plans, new Progress("", plans.size()));
        tell(report, commit);
        System.out.println(Json.write(report.toDoc()));
        System.exit(report.violations() == 0 ? 0 : 1);
    }

    /** What was broken, if anything. */
    static void tell(Campaign.Report report, String commit) {
        report.failures().forEach(failure -> System.out.println(failure.story(commit)));
        report.kinds().forEach((kind, count) -> System.out.printf("  %,6d × %s%n", count, kind));
    }
}
