package dev.leadkeeper.infra.year;

import dev.leadkeeper.port.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.PriorityQueue;

/** What happens when. Time passes from one thing to the next, and only so. */
final class Agenda implements Clock {
    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private final List<Outage> outages;
    private final long end;
    private long now;
    private long noted;

    /** Nothing of the product runs, and nobody reaches it. */
    record Outage(long from, long to) {
        boolean holds(long at) {
            return from <= at && at < to;
        }
    }

    private record Entry(long at, long number, Runnable what) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(number, other.number);
        }
    }

    /** @param end nothing happens from then on */
    Agenda(long start, long end, List<Outage> outages) {
        this.now = start;
        this.end = end;
        this.outages = outages;
    }

    /** Notes something for a moment that may have passed, which is now. */
    void at(long when, Runnable what) {
        if (Math.max(now, when) < end) {
            entries.add(new Entry(Math.max(now, when), noted++, what));
        }
    }

    /** When an outage of this moment ends; 0 if there is none. */
    long down(long at) {
        return outages.stream().filter(outage -> outage.holds(at)).mapToLong(Outage::to).findFirst().orElse(0);
    }

    /** Milliseconds of outages between two moments. */
    long downBetween(long from, long to) {
        return outages.stream().mapToLong(outage -> Math.max(0, Math.min(to, outage.to()) - Math.max(from, outage.from()))).sum();
    }

    /** The end of the last outage before a moment; 0 if there was none. */
    long upAgain(long at) {
        return outages.stream().mapToLong(Outage::to).filter(to -> to <= at).max().orElse(0);
    }

    /** Lives through all of it. */
    void run() {
        while (!entries.isEmpty()) {
            var next = entries.remove();
            now = next.at();
            next.what().run();
        }
        now = end;
    }

    long millis() {
        return now;
    }

    @Override
    public Instant now() {
        return Instant.ofEpochMilli(now);
    }

    /** Nobody waits within one step. */
    @Override
    public void pause(Duration length) { }
}
