package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Duration;
import java.util.Optional;

/** Lets one worker at a time do something that must happen in order. Nothing depends on it but the order. */
public final class Lease {
    private static final String KIND = "lease";

    private final Store store;
    private final Clock clock;
    private final Ids ids;
    private final String name;

    public Lease(String name, Store store, Clock clock, Ids ids) {
        this.name = name;
        this.store = store;
        this.clock = clock;
        this.ids = ids;
    }

    /** Takes the lease for at most this long; empty if somebody else has it. The result is what to {@link #release}. */
    public Optional<String> take(Duration length) {
        var now = clock.now();
        var holder = ids.next();
        var until = now.plus(length);
        var item = Doc.build().put("kind", KIND).put("id", name).put("holder", holder).put("until", until.toEpochMilli())
                .put(Table.EXPIRES, until.plusSeconds(3600).getEpochSecond()).done();
        var free = Condition.any(Condition.missing("kind"), Condition.below("until", now.toEpochMilli()));
        return store.write(new Write.Put(key(), item, free)) instanceof Store.WriteResult.Written
                ? Optional.of(holder) : Optional.empty();
    }

    /** Gives the lease back, unless it has run out and somebody else has it. */
    public void release(String holder) {
        store.write(new Write.Delete(key(), Condition.equal("holder", holder)));
    }

    private Key key() {
        return Key.of(Table.SIGNALS, KIND, name);
    }
}
