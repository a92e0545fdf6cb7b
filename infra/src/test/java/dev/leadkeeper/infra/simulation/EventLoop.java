package dev.leadkeeper.infra.simulation;

import java.util.PriorityQueue;

/** Virtual time: runs what is due, in the order of time and, at the same time, of scheduling. */
final class EventLoop {
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private long now;
    private long scheduled;
    private long until = Long.MAX_VALUE;

    private record Event(long at, long order, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
        }
    }

    EventLoop(long start) {
        this.now = start;
    }

    /** Virtual milliseconds since the epoch. */
    long now() {
        return now;
    }

    /** Runs the action after so many virtual milliseconds. */
    void after(long millis, Runnable action) {
        events.add(new Event(now + millis, scheduled++, action));
    }

    /**
     * Lets time pass if nothing else would happen meanwhile: what an action that comes back after so many milliseconds
     * would come to, without the detour.
     *
     * @return whether it has passed
     */
    boolean passes(long millis) {
        long then = now + millis;
        if (then > until || !events.isEmpty() && events.peek().at() <= then) {
            return false;
        }
        now = then;
        return true;
    }

    /** Runs everything that is due up to then; what comes later stays. */
    void runUntil(long then) {
        until = then;
        while (!events.isEmpty() && events.peek().at() <= then) {
            next();
        }
        until = Long.MAX_VALUE;
        now = Math.max(now, then);
    }

    /**
     * Runs until nothing is left to do.
     *
     * @throws Violation if that takes more than so many events: something goes round in circles
     */
    void runDry(int mostEvents) {
        for (int i = 0; !events.isEmpty(); i++) {
            if (i == mostEvents) {
                throw new Violation("the world does not come to rest: " + mostEvents + " events and more to come");
            }
            next();
        }
    }

    private void next() {
        var event = events.remove();
        now = event.at();
        event.action().run();
    }
}
