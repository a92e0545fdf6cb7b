package dev.leadkeeper.infra.bench.sweep;

import dev.leadkeeper.infra.bench.Run;
import dev.leadkeeper.infra.bench.report.Numbers;
import dev.leadkeeper.infra.bench.report.Part;
import dev.leadkeeper.infra.bench.units.Organisation;
import dev.leadkeeper.infra.bench.units.Visitors;
import dev.leadkeeper.lead.Timer;
import dev.leadkeeper.ledger.Leads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Time and read units of finding what is due and who waits among all that is stored, and of letting it fire. */
public final class SweepBench {
    /** Readings that make one run, so that processor time can be told. */
    static final int TIMES = 5;
    /** What each timer puts on the timeline, in the order in which they fall due of a lead that nobody touches. */
    private static final Map<Timer, String> EVENTS = events();

    private SweepBench() {}

    private static Map<Timer, String> events() {
        var events = new LinkedHashMap<Timer, String>();
        events.put(Timer.REMIND, "response-at-risk");
        events.put(Timer.ESCALATE, "response-breached");
        events.put(Timer.RED, "response-red");
        events.put(Timer.RECYCLE, "recycled");
        return events;
    }

    public static Part run(Run run) throws Exception {
        var sizes = run.quick() ? List.of(1_000, 5_000) : List.of(10_000, 100_000, 1_000_000);
        int due = run.size(1_000, 200);
        var worlds = new ArrayList<World>();
        try (var organisation = Organisation.takingOneAtATime()) {
            for (int i = 0; i < due; i++) {
                organisation.post("entry-" + i, Visitors.usual(i), Duration.ofMillis(100));
                organisation.work();
            }
            organisation.check();
            var leads = new Leads(organisation.store()).all(due, null).leads().stream().map(lead -> lead.id()).toList();
            run.say("  warming up …");
            try (var first = World.filled(organisation, 3 * due, due)) {
                measure(List.of(first), leads, run.size(20, 1));
            }
            for (int size : sizes) {
                run.say("  storing " + Numbers.plain(size) + " …");
                worlds.add(World.filled(organisation, size, due));
            }
            run.say("  sweeping …");
            return new Written(due, measure(worlds, leads, run.size(21, 3))).part();
        } finally {
            worlds.forEach(World::close);
        }
    }

    /** The worlds in turns, so that all see the same machine and the same compiled code. */
    private static List<Found> measure(List<World> worlds, List<String> leads, int runs) {
        var all = worlds.stream().map(world -> new Found(world.stored)).toList();
        for (int i = 0; i < worlds.size(); i++) {
            all.get(i).nothing = Reading.DUE.counted(worlds.get(i));
        }
        turns(worlds, runs, (world, found) -> found.idle.add(Reading.DUE.timed(worlds.get(world), TIMES)), all);
        worlds.forEach(world -> Fires.pass(world, Timer.REMIND, leads));
        for (var reading : Reading.values()) {
            for (int i = 0; i < worlds.size(); i++) {
                all.get(i).counted.put(reading, reading.counted(worlds.get(i)));
            }
            turns(worlds, runs, (world, found) -> found.times.computeIfAbsent(reading, _ -> new ArrayList<>())
                    .add(reading.timed(worlds.get(world), TIMES)), all);
        }
        var some = leads.subList(0, leads.size() / TIMES);
        EVENTS.forEach((timer, event) -> {
            for (int i = 0; i < worlds.size(); i++) {
                Fires.pass(worlds.get(i), timer, some);
                all.get(i).fired.add(Fires.of(worlds.get(i), event, some));
            }
        });
        return all;
    }

    private interface Turn {
        void take(int world, Found found);
    }

    private static void turns(List<World> worlds, int runs, Turn turn, List<Found> all) {
        for (int run = 0; run < runs; run++) {
            for (int i = 0; i < worlds.size(); i++) {
                turn.take(i, all.get(i));
            }
        }
    }
}
