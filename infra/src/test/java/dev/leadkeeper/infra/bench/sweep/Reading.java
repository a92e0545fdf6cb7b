package dev.leadkeeper.infra.bench.sweep;

import dev.leadkeeper.codec.Holder;
import dev.leadkeeper.deadline.SweepDue;
import dev.leadkeeper.deadlines.SweepMinute;
import dev.leadkeeper.fake.InMemoryQueue;
import dev.leadkeeper.ledger.DueTimers;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.settings.Breaker;

/** Ways in which the product finds work among all that is stored. */
enum Reading {
    DUE("the sweep of what is due") {
        @Override
        int from(Store store, Queue queue, Clock clock) {
            return new SweepDue(new DueTimers(store, clock), queue).sweep();
        }
    },
    WAITING("the waiting list") {
        @Override
        int from(Store store, Queue queue, Clock clock) {
            var leads = new Leads(store);
            String after = null;
            int found = 0;
            do {
                var page = leads.held(Holder.WAITING, false, PAGE, after);
                found += page.leads().size();
                after = page.next();
            } while (after != null);
            return found;
        }
    },
    WAITS("whether anybody waits") {
        @Override
        int from(Store store, Queue queue, Clock clock) {
            return new SweepMinute(new Leads(store), new Breaker(store, clock), queue).sweep() ? 1 : 0;
        }
    };

    /** As {@code DrainWaiting} reads: leads per message. */
    private static final int PAGE = 25;

    private final String words;

    Reading(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Does it. @return how much was found */
    abstract int from(Store store, Queue queue, Clock clock);

    /** @param messages what it sent */
    record Counted(int found, int messages, double units, double emulated) {}

    /** Once, counted by the published rules, and once by the emulator. */
    Counted counted(World world) {
        var queue = new InMemoryQueue();
        world.meter.clear();
        var found = from(world.metered, queue, world.clock);
        from(world.accounted, new InMemoryQueue(), world.clock);
        return new Counted(found, queue.sent().size(), world.meter.total().readUnits(), world.accounting.takeRead());
    }

    Spent timed(World world, int times) {
        return Spent.on(times, () -> from(world.plain, new InMemoryQueue(), world.clock));
    }
}
