package dev.leadkeeper.infra.bench.sweep;

import dev.leadkeeper.codec.Holder;
import dev.leadkeeper.deadlines.SweepMinute;
import dev.leadkeeper.fake.InMemoryQueue;
import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.port.Index;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.settings.Breaker;

/** Ways in which the product finds work among all that is stored. */
enum Reading {
    SWEEP("a minute's sweep") {
        @Override
        int from(Store store) {
            return new SweepMinute(new Leads(store), new Breaker(store, new VirtualClock(Stored.NOW.toString())), new InMemoryQueue()).sweep() ? 1 : 0;
        }
    },
    WAITING("the waiting list") {
        @Override
        int from(Store store) {
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
    DUE("the timers due") {
        @Override
        int from(Store store) {
            String after = null;
            int found = 0;
            do {
                var page = store.query(new Store.IndexQuery(Index.DUE, Stored.LANE, Stored.NOW.toString(), false, TIMERS, after));
                found += page.items().size();
                after = page.next();
            } while (after != null);
            return found;
        }
    };

    /** As {@code DrainWaiting} reads: leads per message. */
    private static final int PAGE = 25;
    /** A query gives 1 MB at most, which is more than this many leads. */
    private static final int TIMERS = 1000;

    private final String words;

    Reading(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Reads it; how much was found. */
    abstract int from(Store store);
}
