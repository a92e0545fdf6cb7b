package dev.leadkeeper.deadline;

import dev.leadkeeper.codec.WatchCodec;
import dev.leadkeeper.lead.Timer;
import dev.leadkeeper.lead.Watch;
import dev.leadkeeper.ledger.DueTimers;
import dev.leadkeeper.port.Queue;
import java.time.Duration;
import java.util.Map;

/**
 * Finds the leads of which something is due in a lane and has it fired, oldest first. Reads what is due and nothing else. A tick that
 * is missed or late finds it the next time, and one that comes twice asks twice for what fires once.
 */
public final class SweepDue {
    /** Leads a tick: what a minute's tick sends in a few seconds; after an outage the rest follows with the next ones. */
    public static final int MOST = 1000;
    /** Leads of one look in between: what is sent within the 6 s of a message, with room. */
    static final int SOME = 200;
    /** The next look comes once these have been fired, mostly. */
    static final Duration SOON = Duration.ofMinutes(1);
    /** Looks in a row: enough for 100,000 leads that fall due on one day. What never fires must not be asked for all day long. */
    static final int LOOKS = 500;

    private final DueTimers timers;
    private final Queue queue;

    public SweepDue(DueTimers timers, Queue queue) {
        this.timers = timers;
        this.queue = queue;
    }

    /**
     * One look of the minute's lane, and one at what the day's sweep has left for a day: should that have been missed, the leads there may
     * have quick timers by now. What is left is for the next minute.
     *
     * @return for how many leads it asked
     */
    public int sweep() {
        var asked = ask(Timer.Lane.MINUTE, Duration.ZERO, MOST);
        return asked == MOST ? asked : asked + ask(Timer.Lane.DAILY, Watch.SLOWEST, MOST - asked);
    }

    /** The first look of the day's lane. Should there be more, the others follow by themselves. @return for how many leads it asked */
    public int sweepDay() {
        var asked = ask(Timer.Lane.DAILY, Duration.ZERO, MOST);
        if (asked == MOST) {
            again(1);
        }
        return asked;
    }

    /** The day's lane once more. @param look how many looks there were before */
    public void sweepRest(int look) {
        if (ask(Timer.Lane.DAILY, Duration.ZERO, SOME) == SOME && look < LOOKS) {
            again(look + 1);
        }
    }

    private void again(int look) {
        queue.send(Queue.Channel.DUE, Map.of("lane", Timer.Lane.DAILY.word(), "look", (long) look), SOON);
    }

    private int ask(Timer.Lane lane, Duration since, int most) {
        var due = timers.due(lane, since, most);
        due.forEach(entry -> queue.send(Queue.Channel.DUE, Map.of("lead", entry.lead(), "at", WatchCodec.dueAt(entry.at()))));
        return due.size();
    }
}
