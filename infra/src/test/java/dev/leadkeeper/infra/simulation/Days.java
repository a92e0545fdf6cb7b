package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.codec.WatchCodec;
import dev.leadkeeper.lead.Timer;
import dev.leadkeeper.port.Index;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The schedules of some days. A tick that finds nothing only reads, so that of the thousands of minutes those are lived through in
 * which something is due, and those that follow one that was missed, late or failed.
 */
final class Days {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    /** All that fires because of a tick has done so by then, unless something goes wrong. */
    private static final long DONE = 45_000;
    /** The index lags for no longer. */
    private static final long LAGS = 25_000;
    /** After an edit of rules or calendars these many minutes' ticks happen whether or not something is due. */
    private static final int FOLLOWED = 4;
    /** What does not keep a tick from letting everything fire. */
    private static final Set<FaultKind> HARMLESS = Set.of(FaultKind.STALE_GLANCE, FaultKind.DUPLICATE_MESSAGE, FaultKind.TWO_LIVE_COPIES, FaultKind.TICK_MISSED,
            FaultKind.TICK_DOUBLED, FaultKind.TICK_LATE, FaultKind.CHANNEL_TROUBLE, FaultKind.ACCEPTED_THEN_TIMED_OUT, FaultKind.POISON_BODY);

    private final Cosmos cosmos;
    private final Dice dice;
    private final Store truth;
    private final DuePromises promises;
    private final Work work;
    private final boolean weather;
    private final long end;
    private final TreeSet<Long> planned = new TreeSet<>();
    private long forcedUntil;
    private long downFrom = Long.MAX_VALUE;
    private long downUntil = Long.MAX_VALUE;
    /** Whether what is only the environment's may go wrong now. */
    private boolean rough;

    /** What a tick does. */
    interface Work {
        /** An invocation of the minute's or the day's schedule. */
        void tick(Timer.Lane lane);

        /** What is dead comes back. */
        void redrive();
    }

    /** @param end in virtual milliseconds since the epoch; ticks after it are somebody else's */
    Days(Cosmos cosmos, Dice dice, Store truth, DuePromises promises, Work work, boolean weather, long end) {
        this.cosmos = cosmos;
        this.dice = dice;
        this.truth = truth;
        this.promises = promises;
        this.work = work;
        this.weather = weather;
        this.end = end;
        this.rough = weather;
    }

    /** From here on. @param length milliseconds to the end */
    void begin(long length) {
        var start = cosmos.loop().now();
        var night = Math.ceilDiv(start, DAY) * DAY - 5 * HOUR; // three in the morning in China
        for (var at = night <= start ? night + DAY : night; at < end; at += DAY) {
            cosmos.loop().after(at - start + dice.between(0, 2_000), this::night);
        }
        if (weather) {
            var quiet = false;
            for (long at = dice.between(0, 12 * HOUR); at < length; at += dice.between(2 * HOUR, 16 * HOUR)) {
                quiet = !quiet;
                var calm = quiet;
                cosmos.loop().after(at, () -> calm(calm));
            }
            if (dice.chance(0.6)) {
                outage(start, length);
            }
        }
    }

    private void calm(boolean calm) {
        rough = !calm;
        cosmos.faults().worse(calm ? 0 : 1);
        cosmos.note("world", calm ? "has a quiet time" : "has a rough time");
    }

    /** For hours or days no schedule comes, and half of the times nothing else works either. */
    private void outage(long start, long length) {
        downFrom = start + dice.between(HOUR, length / 2);
        downUntil = downFrom + dice.pick(List.of(HOUR, 5 * HOUR, 20 * HOUR, 50 * HOUR)) + dice.between(0, HOUR);
        var all = dice.chance(0.5);
        cosmos.loop().after(downFrom - start, () -> {
            cosmos.note("world", "has an outage");
            if (all) {
                cosmos.faults().worse(1_000);
            }
        });
        cosmos.loop().after(downUntil - start, () -> {
            calm(dice.chance(0.5));
            work.redrive();
            plan(downUntil);
        });
    }

    boolean down() {
        return downFrom <= cosmos.loop().now() && cosmos.loop().now() < downUntil;
    }

    /** Looks at what was written: something may be due sooner now. */
    void changed(List<Key> keys) {
        for (var key : keys) {
            switch (key.table()) {
                case LEADS -> truth.get(key).map(item -> item.get("dueAt")).ifPresent(at -> plan(WatchCodec.dueAt((String) at).toEpochMilli()));
                case SIGNALS -> {
                    if (key.hash().equals("notice-due")) {
                        plan(Long.parseLong(key.sort().toString().substring(0, 15)));
                    }
                }
                case SETTINGS -> {
                    if (!key.sort().equals("breaker")) {
                        forcedUntil = cosmos.loop().now() + FOLLOWED * MINUTE;
                        plan(cosmos.loop().now());
                    }
                }
                case STAFF, TIMELINE, CUSTOMERS, DETAILS, TODOS, ACTIVITIES, EVIDENCE -> { } // nothing falls due by what stands in these tables
            }
        }
    }

    /** A tick in the first minute from then on. */
    private void plan(long at) {
        var minute = Math.ceilDiv(Math.max(at, cosmos.loop().now() + 1), MINUTE) * MINUTE;
        if (minute < end && planned.add(minute)) {
            cosmos.loop().after(minute - cosmos.loop().now() + dice.between(0, 2_000), () -> minute(minute));
        }
    }

    private void minute(long minute) {
        if (down()) {
            return;
        }
        var now = cosmos.loop().now();
        if (now > forcedUntil && !anythingDue()) {
            return;
        }
        plan(minute + 1);
        if (happens(FaultKind.TICK_MISSED)) {
            return;
        }
        cosmos.loop().after(happens(FaultKind.TICK_LATE) ? dice.between(0, 3 * MINUTE) : 0, () -> tick(Timer.Lane.MINUTE));
        if (happens(FaultKind.TICK_DOUBLED)) {
            tick(Timer.Lane.MINUTE);
        }
    }

    private void night() {
        if (!down() && !happens(FaultKind.TICK_MISSED)) {
            tick(Timer.Lane.DAILY);
            if (happens(FaultKind.TICK_DOUBLED)) {
                tick(Timer.Lane.DAILY);
            }
        }
    }

    private void tick(Timer.Lane lane) {
        if (down()) {
            return;
        }
        var began = cosmos.loop().now();
        var trouble = trouble();
        work.tick(lane);
        cosmos.loop().after(DONE, () -> {
            if (trouble == trouble()) {
                promises.swept(lane, began, began - LAGS);
            }
        });
    }

    private long trouble() {
        return cosmos.faults().injected().entrySet().stream().filter(each -> !HARMLESS.contains(each.getKey())).mapToLong(java.util.Map.Entry::getValue).sum();
    }

    private boolean happens(FaultKind kind) {
        var strikes = rough && dice.chance(0.1);
        if (strikes) {
            cosmos.faults().count(kind);
        }
        return strikes;
    }

    private boolean anythingDue() {
        var now = WatchCodec.dueAt(Instant.ofEpochMilli(cosmos.loop().now()));
        return WatchCodec.lanes(Timer.Lane.MINUTE).stream()
                .anyMatch(lane -> !truth.query(new Store.IndexQuery(Index.DUE, lane, now, false, 1, null)).items().isEmpty())
                || truth.query(new Store.Query(Table.SIGNALS, "notice-due", null, false, 1, null)).items().stream()
                .anyMatch(item -> item.get("id").toString().substring(0, 15).compareTo(now) <= 0);
    }

    /** How long all of it lasts. */
    static Duration length() {
        return Duration.ofDays(6);
    }
}
