package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.codec.WatchCodec;
import dev.leadkeeper.fake.FixedSecrets;
import dev.leadkeeper.fake.InMemoryFiles;
import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.fake.Ports;
import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.lead.Timer;
import dev.leadkeeper.ledger.Customers;
import dev.leadkeeper.port.Index;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Queue.Channel;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.settings.Breaker;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * One world from one seed: forms post, people interfere, everything that can go wrong does; then the faults stop, the
 * queues drain, the sweeps run, and the promises are checked.
 */
final class Schedule {
    /** In Shanghai. */
    static final LocalDate FIRST_DAY = LocalDate.parse("2026-11-23");
    /** Morning in Shanghai, and five minutes before its midnight, when the counters of the day begin anew. */
    private static final List<Instant> STARTS = List.of(Instant.parse("2026-11-23T01:00:00Z"), Instant.parse("2026-11-23T15:55:00Z"));
    /** A Monday's morning, an afternoon before a holiday, and a Friday's evening before clocks are set back in New York. */
    private static final List<Instant> BEFORE_DAYS_OFF = List.of(STARTS.getFirst(), Instant.parse("2026-11-25T08:00:00Z"), Instant.parse("2026-10-30T09:30:00Z"));
    private static final long MINUTE = 60_000;
    private static final long BUSY = Arrivals.BUSY;
    /** An outage lasts so long, and that many times as many calls go wrong. */
    private static final long OUTAGE = 2 * MINUTE;
    private static final double WORSE = 5;
    private static final int MOST_EVENTS = 200_000;
    /** Longer than messages that come again take to be done, with all that waits between them. */
    private static final long REPLAY = 120 * MINUTE;
    /** Most rounds of coming to rest: each lead has a handful of timers and goes round a few times. */
    private static final int MOST_ROUNDS = 400;

    private final Plan plan;
    private final long start;
    private final Cosmos cosmos;
    private final Dice dice;
    private final Trace trace;
    private final Store truth = new InMemoryStore();
    private final Company company;
    private final Promises promises;
    private final LastMoment lastMoment;
    private final SimulatedStore store;
    private final SimulatedQueue queue;
    private final SimulatedNotifier notifier;
    private final Ports ports;
    private final Filing filing;
    private final DuePromises deadlines;
    private final Instances functions;
    private final Arrivals arrivals;
    private final Replay replay;
    private Days days;
    private Owners owners;
    /** Whether the last tick got to its end. */
    private boolean swept;

    /**
     * @param violation the broken promise, {@code null} if all were kept
     * @param happened  which port calls went wrong, and how
     * @param calls     port calls made
     * @param exposed   those of them that could go wrong
     */
    record Result(int leads, Map<FaultKind, Long> faults, long trace, String violation, List<String> story,
                  Map<Long, FaultKind> happened, long calls, long exposed) {}

    Schedule(Plan plan) {
        this.plan = plan;
        var third = Math.floorMod(plan.seed() / Theme.values().length, 3);
        this.start = (plan.theme() == Theme.DEADLINES ? BEFORE_DAYS_OFF.get(third) : STARTS.get(plan.theme().midnight() || third == 2 ? 1 : 0)).toEpochMilli();
        this.dice = new Dice(plan.seed());
        this.trace = new Trace(plan.telling());
        var chance = dice.split();
        var faults = plan.calls() == null ? Faults.random(chance, plan.faults() * plan.theme().troubled()) : Faults.planned(chance, plan.calls());
        this.cosmos = new Cosmos(start, dice.split(), faults, trace);
        this.company = plan.theme().company();
        this.promises = new Promises(truth, cosmos, company, plan.theme());
        this.lastMoment = new LastMoment(cosmos, truth);
        this.store = new SimulatedStore(cosmos, truth, this::changed, plan.theme().rivals(), lastMoment);
        this.queue = new SimulatedQueue(cosmos, lastMoment);
        this.notifier = new SimulatedNotifier(cosmos, promises::asked);
        this.ports = new Ports(store, queue, new InMemoryFiles(), new SimulatedClock(cosmos), new SeededIds(plan.seed()),
                new FixedSecrets().put(Customers.SECRET, "simulation").put("forms/" + Senders.FORM, Senders.SECRET), notifier);
        this.filing = plan.theme() == Theme.EVIDENCE ? new Filing(cosmos, truth, ports, queue, dice.chance(0.7)) : null;
        this.deadlines = plan.theme() == Theme.DEADLINES ? new DuePromises(truth, cosmos) : null;
        this.functions = new Instances(cosmos, ports);
        this.arrivals = new Arrivals(plan, cosmos, dice, promises, functions);
        this.replay = new Replay(cosmos, dice, queue, MOST_EVENTS);
        if (!plan.weather()) {
            calm();
        }
    }

    private void changed(List<Key> keys) {
        replay.changed(keys);
        promises.changed(keys);
        if (filing != null) {
            filing.changed(keys);
        }
        if (days != null) {
            deadlines.changed(keys);
            days.changed(keys);
            owners.changed(keys);
        }
    }

    /** Lives through it. */
    Result run() {
        String violation = null;
        try {
            company.found(truth);
            functions.serve(queue);
            arrivals.begin();
            if (plan.theme().people()) {
                new People(plan.theme(), cosmos, dice, company, truth, promises, ports).work(arrivals::moment);
                cosmos.loop().after(dice.between(BUSY / 2, BUSY), queue::redrive);
            }
            ticks(0);
            if (filing != null) {
                new Paperwork(cosmos, dice, truth, promises, filing, !plan.weather()).work(arrivals::moment);
                ticks(Paperwork.EXPIRES);
            }
            outage();
            if (deadlines != null) {
                pass(Days.length().toMillis());
            }
            cosmos.loop().runUntil(start + (filing == null ? 0 : Paperwork.EXPIRES) + BUSY + 2 * MINUTE);
            rest();
            for (int rounds = 0; deadlines != null && hurry(); rounds++) {
                Promises.require(rounds < plan.leads(), "what waits for something else of its lead waits for ever");
                rest();
            }
            new AtRest(truth, promises, notifier, ports.secrets(), plan.theme()).check();
            if (deadlines != null) {
                new DueAtRest(truth, deadlines, cosmos.loop().now()).check();
            }
            if (filing != null) {
                filing.atRest(promises.leads(), new Digest(truth));
            }
            replay.happens(truth, filing == null ? List.of() : List.of(Filing.QUEUE));
        } catch (Violation broken) {
            violation = broken.getMessage();
        } finally {
            cosmos.end();
        }
        var faults = cosmos.faults();
        return new Result(promises.leads().size(), faults.injected(), trace.hash(), violation, trace.story(), faults.happened(), faults.calls(), faults.exposed());
    }

    // ------------------------------------------------------------------ schedules

    /** The minute's schedule: at times missed, doubled or late. */
    private void ticks(long from) {
        for (long minute = 0; minute < (BUSY + 2 * MINUTE) / MINUTE; minute++) {
            long times = weather(FaultKind.TICK_MISSED) ? 0 : weather(FaultKind.TICK_DOUBLED) ? 2 : 1;
            for (; times > 0; times--) {
                tick(from + minute * MINUTE + dice.between(0, 2_000) + (weather(FaultKind.TICK_LATE) ? dice.between(0, 3 * MINUTE) : 0));
            }
        }
    }

    private void outage() {
        if (plan.theme() == Theme.OUTAGE) {
            var from = dice.between(0, BUSY - OUTAGE);
            cosmos.loop().after(from, () -> cosmos.faults().worse(WORSE));
            cosmos.loop().after(from + OUTAGE, () -> cosmos.faults().worse(1));
        }
    }

    /** Days go by. */
    private void pass(long length) {
        owners = new Owners(cosmos, dice.split(), ports, deadlines, company, promises);
        days = new Days(cosmos, dice.split(), truth, deadlines, new Days.Work() {
            @Override
            public void tick(Timer.Lane lane) {
                Schedule.this.tick(lane, 0);
            }

            @Override
            public void redrive() {
                queue.redrive();
            }
        }, plan.weather(), start + length);
        days.begin(length);
        owners.begin(length);
        cosmos.loop().runUntil(start + length);
    }

    private boolean weather(FaultKind kind) {
        var strikes = plan.weather() && dice.chance(0.1);
        if (strikes) {
            cosmos.faults().count(kind);
        }
        return strikes;
    }

    private void tick(long after) {
        tick(Timer.Lane.MINUTE, after);
    }

    private void tick(Timer.Lane lane, long after) {
        cosmos.loop().after(after, () -> cosmos.invoke(new Invocation(lane == Timer.Lane.MINUTE ? "deadlines" : "dormancy", cosmos.loop().now(), cosmos.skew()),
                lane == Timer.Lane.MINUTE ? this::sweep : () -> functions.on("dormancy", Functions::sweepDay), failure -> swept = failure == null));
    }

    private void sweep() {
        if (owners != null) {
            owners.swept();
        }
        functions.on("deadlines", Functions::sweep);
        if (filing != null) {
            filing.sweep();
        }
    }

    // ------------------------------------------------------------------ the end

    private void calm() {
        lastMoment.calm();
        queue.calm();
        notifier.calm();
        store.calm();
        if (filing != null) {
            filing.calm();
        }
    }

    /** Faults off, breaker closed, dead letters moved back, queues drained, sweeps run, until nothing changes any more. */
    private void rest() {
        cosmos.note("world", "comes to rest: no more faults from here");
        cosmos.faults().off();
        calm();
        for (int round = 0, calls = 0; round < MOST_ROUNDS && calls < 12; round++, calls++) {
            cosmos.loop().runDry(MOST_EVENTS);
            new Breaker(ports.store(), ports.clock()).set(false, "the end", Company.BOSS);
            queue.redrive();
            var due = nextDue();
            var owed = owedIn();
            var wait = filing != null && round == 0 ? Paperwork.EXPIRES + MINUTE : due.isPresent() ? Math.max(0, due.getAsLong()) + MINUTE : MINUTE;
            tick(owed < 0 || due.isPresent() ? wait : Math.max(owed, wait));
            if (deadlines != null) {
                tick(Timer.Lane.DAILY, due.isPresent() ? wait : 0);
            }
            cosmos.loop().runDry(MOST_EVENTS);
            if (due.isPresent() || owed >= 0) {
                calls = 0; // something fell due, which is no failure
            } else if (queue.empty() && swept && round > 0 && nextDue().isEmpty() && owedIn() < 0) {
                return;
            }
        }
        throw new Violation("messages or sweeps keep failing with all faults off");
    }

    /**
     * What would wait for something else of its lead, longer than all the rest may take, fires because of a message that comes late; also what
     * is only about to be due, since it must not fire in the replay. Whether there is any.
     */
    private boolean hurry() {
        var waiting = deadlines.waiting(ports.clock().now().toEpochMilli() + REPLAY);
        waiting.forEach((lead, due) -> queue.put(Channel.DUE.name(), Map.of("lead", lead, "at", WatchCodec.dueAt(Instant.ofEpochMilli(due))),
                Math.max(0, due - cosmos.loop().now())));
        return !waiting.isEmpty();
    }

    /** How long until the next timer falls due, if that is within the time that a replay may take: it must not fire by that. */
    private OptionalLong nextDue() {
        var now = ports.clock().now();
        return Stream.of(Timer.Lane.values()).flatMap(lane -> WatchCodec.lanes(lane).stream())
                .flatMap(lane -> truth.query(new Store.IndexQuery(Index.DUE, lane, null, false, 1, null)).items().stream())
                .mapToLong(item -> Duration.between(now, WatchCodec.dueAt((String) item.get("dueAt"))).toMillis()).filter(after -> after < REPLAY).min();
    }

    /** Virtual milliseconds until the next notice is due that somebody is owed; negative if that is none, or is longer than all the rest may take. */
    private long owedIn() {
        var next = truth.query(new Store.Query(Table.SIGNALS, "notice-due", null, false, 1, null)).items();
        var after = next.isEmpty() ? REPLAY : Long.parseLong(next.getFirst().get("id").toString().substring(0, 15)) + 6_000 - cosmos.loop().now();
        return after >= REPLAY ? -1 : Math.max(0, after);
    }
}
