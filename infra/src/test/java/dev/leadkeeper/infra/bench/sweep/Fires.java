package dev.leadkeeper.infra.bench.sweep;

import dev.leadkeeper.codec.WatchCodec;
import dev.leadkeeper.deadline.SweepDue;
import dev.leadkeeper.deadlines.Deadlines;
import dev.leadkeeper.deadlines.FireDue;
import dev.leadkeeper.fake.InMemoryFiles;
import dev.leadkeeper.fake.InMemoryQueue;
import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.lead.Timer;
import dev.leadkeeper.ledger.DueTimers;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lets a timer of some leads fire, each by the message that the sweep sent.
 *
 * @param event       what it put on each timeline
 * @param times       each by itself, of those that were timed
 * @param reads       read units of one, by the published rules
 * @param writes      write units
 * @param emulatedReads  the same by the emulator
 * @param emulatedWrites the same by the emulator
 * @param messages    that one sent
 */
record Fires(String event, List<Spent> times, double reads, double writes, double emulatedReads, double emulatedWrites, double messages) {
    /** How the leads are shared out, in parts of four: timed, counted by the rules, counted by the emulator. */
    private static final int PARTS = 4;

    /** When all of these leads have this timer behind them. */
    static void pass(World world, Timer timer, List<String> leads) {
        var all = new Leads(world.plain);
        var last = leads.stream().map(id -> all.find(id).orElseThrow().watch().at(timer)).max(Instant::compareTo).orElseThrow();
        world.clock.set(last.plus(Duration.ofMinutes(1)));
    }

    /** @throws IllegalStateException if not exactly that fired of each */
    static Fires of(World world, String event, List<String> leads) {
        var swept = new InMemoryQueue();
        new SweepDue(new DueTimers(world.plain, world.clock), swept).sweep();
        var messages = swept.take(Queue.Channel.DUE).stream().filter(each -> leads.contains((String) each.get("lead"))).toList();
        if (messages.size() != leads.size()) {
            throw new IllegalStateException("the sweep asked for " + messages.size() + " of " + leads.size() + " leads");
        }
        int part = messages.size() / PARTS;
        world.meter.clear();
        fire(world, world.metered, messages.subList(0, part), event, new InMemoryQueue());
        fire(world, world.accounted, messages.subList(part, 2 * part), event, new InMemoryQueue());
        var queue = new InMemoryQueue();
        var timed = messages.subList(2 * part, messages.size());
        var times = fire(world, world.plain, timed, event, queue);
        return new Fires(event, times, world.meter.total().readUnits() / part, world.meter.total().writeUnits() / part,
                world.accounting.takeRead() / part, world.accounting.takeWritten() / part, queue.sent().size() / (double) timed.size());
    }

    private static List<Spent> fire(World world, Store store, List<Map<String, Object>> messages, String event, Queue queue) {
        FireDue fireDue = Deadlines.fireDue(store, queue, new InMemoryFiles(), world.clock, new SeededIds(1));
        var times = new ArrayList<Spent>();
        for (var message : messages) {
            times.add(Spent.on(1, () -> {
                var fired = fireDue.fire((String) message.get("lead"), WatchCodec.dueAt((String) message.get("at")));
                if (fired.size() != 1 || !fired.getFirst().event().type().equals(event)) {
                    throw new IllegalStateException(event + " was due, and this fired: " + fired);
                }
            }));
        }
        return times;
    }
}
