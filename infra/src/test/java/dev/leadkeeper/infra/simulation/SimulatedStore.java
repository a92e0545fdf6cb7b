package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The in-memory store within the cosmos: latency, faults, and indexes and glances that lag behind. */
final class SimulatedStore implements Store {
    private static final List<FaultKind> READ = List.of(FaultKind.CRASH_BEFORE, FaultKind.ERROR, FaultKind.THROTTLE);
    private static final List<FaultKind> WRITE = List.of(FaultKind.CRASH_BEFORE, FaultKind.CRASH_AFTER, FaultKind.ERROR,
            FaultKind.ERROR_AFTER_EFFECT, FaultKind.THROTTLE);
    private static final List<FaultKind> TRANSACTION = List.of(FaultKind.CRASH_BEFORE, FaultKind.CRASH_AFTER,
            FaultKind.ERROR, FaultKind.ERROR_AFTER_EFFECT, FaultKind.CONFLICT, FaultKind.THROTTLE);

    /** How long a glance may miss a write, in ms; on DynamoDB it is mostly less than a tenth of a second. */
    private static final long GLANCE_LAGS = 2_000;

    private final Cosmos cosmos;
    private final Store truth;
    private final InMemoryStore lagging = new InMemoryStore();
    private final Consumer<List<Key>> changed;
    private final Map<Key, Past> pasts = new HashMap<>();
    private final LastMoment lastMoment;
    private double stale = 0.02;
    private double staleGlance = 0.3;
    private double rivals;

    /** What an item was until then. */
    private record Past(Optional<Map<String, Object>> item, long until) {}

    /**
     * @param changed    told of every item right after it was written
     * @param rivals     how often another transaction holds an item, beside the faults of calls
     * @param lastMoment holds up what is kept for later
     */
    SimulatedStore(Cosmos cosmos, Store truth, Consumer<List<Key>> changed, double rivals, LastMoment lastMoment) {
        this.cosmos = cosmos;
        this.truth = truth;
        this.changed = changed;
        this.rivals = rivals;
        this.lastMoment = lastMoment;
    }

    /** From now on indexes lag for milliseconds only and nobody else is at work. */
    void calm() {
        stale = 0;
        staleGlance = 0;
        rivals = 0;
    }

    @Override
    public Optional<Map<String, Object>> get(Key key) {
        return cosmos.read("get " + name(key), READ, () -> truth.get(key));
    }

    @Override
    public List<Optional<Map<String, Object>>> getAll(List<Key> keys) {
        return cosmos.read("get " + keys.size() + " items", READ, () -> truth.getAll(keys));
    }

    @Override
    public Optional<Map<String, Object>> glance(Key key) {
        return glanceAll(List.of(key)).getFirst();
    }

    @Override
    public List<Optional<Map<String, Object>>> glanceAll(List<Key> keys) {
        return cosmos.read("glance at " + name(keys.getFirst()), READ, () -> keys.stream().map(this::seen).toList());
    }

    /** Right after a write often what was there before it. */
    private Optional<Map<String, Object>> seen(Key key) {
        var past = pasts.get(key);
        if (past == null || past.until() + GLANCE_LAGS < cosmos.loop().now() || !cosmos.dice().chance(staleGlance)) {
            return truth.get(key);
        }
        cosmos.faults().count(FaultKind.STALE_GLANCE);
        return past.item();
    }

    @Override
    public Page query(Query query) {
        return cosmos.read("query " + query.table() + " " + query.hash(), READ, () -> truth.query(query));
    }

    @Override
    public Page query(IndexQuery query) {
        return cosmos.read("query " + query.index() + " " + query.hash(), READ, () -> lagging.query(query));
    }

    @Override
    public Page scan(Table table, int limit, String after) {
        return cosmos.read("scan " + table, READ, () -> truth.scan(table, limit, after));
    }

    @Override
    public WriteResult write(Write write) {
        lastMoment.holdUp(write);
        return cosmos.change("write " + name(write.key()), WRITE, () -> {
            var before = truth.get(write.key());
            var result = truth.write(write);
            if (result instanceof WriteResult.Written) {
                pasts.put(write.key(), new Past(before, cosmos.loop().now()));
                written(List.of(write));
            }
            return result;
        }, null);
    }

    @Override
    public TransactResult transact(List<Write> writes) {
        return cosmos.change("transact " + name(writes.getFirst().key()) + " and " + (writes.size() - 1) + " more", TRANSACTION, () -> {
            if (cosmos.dice().chance(rivals)) {
                cosmos.faults().count(FaultKind.CONFLICT);
                return new TransactResult.Cancelled(conflict(writes));
            }
            var before = writes.stream().map(write -> truth.get(write.key())).toList();
            var result = truth.transact(writes);
            if (result instanceof TransactResult.Committed) {
                for (int i = 0; i < writes.size(); i++) {
                    pasts.put(writes.get(i).key(), new Past(before.get(i), cosmos.loop().now()));
                }
                written(writes);
            }
            return result;
        }, () -> new TransactResult.Cancelled(conflict(writes)));
    }

    private List<Verdict> conflict(List<Write> writes) {
        var verdicts = new ArrayList<Verdict>();
        writes.forEach(write -> verdicts.add(new Verdict.Fine()));
        verdicts.set(cosmos.dice().below(writes.size()), new Verdict.Conflict());
        return verdicts;
    }

    private void written(List<Write> writes) {
        var keys = new ArrayList<Key>();
        for (var write : writes) {
            if (!(write instanceof Write.Check)) {
                keys.add(write.key());
                if (write.key().table() == Table.LEADS) {
                    lag(write.key());
                }
            }
        }
        changed.accept(keys);
    }

    /** The index follows after a while: mostly milliseconds, at times many seconds. */
    private void lag(Key key) {
        var behind = cosmos.dice().chance(stale);
        if (behind) {
            cosmos.faults().count(FaultKind.STALE_INDEX);
        }
        cosmos.loop().after(behind ? cosmos.dice().between(1_000, 20_000) : cosmos.dice().between(0, 50), () ->
                truth.get(key).ifPresent(item -> lagging.follow(key, item)));
    }

    private static String name(Key key) {
        return key.sort() == null ? key.table() + " " + key.hash() : key.table() + " " + key.hash() + " " + key.sort();
    }
}
