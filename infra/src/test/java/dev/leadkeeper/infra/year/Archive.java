package dev.leadkeeper.infra.year;

import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.ChainVerdict;
import dev.leadkeeper.ledger.Chains;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Verifies histories and counters. What is over is taken out of memory once it is found in order. */
final class Archive {
    private final InMemoryStore store;
    private final Account account;
    private long verified;

    Archive(InMemoryStore store, Account account) {
        this.store = store;
        this.account = account;
    }

    /** Its history is whole and tells every timer that fired. */
    void verify(Life life) {
        var verdict = new Chains(store, null).read(life.id).verdict();
        if (!(verdict instanceof ChainVerdict.Verified)) {
            account.tell(life, "has a history that does not verify: " + verdict);
        }
        var told = new Timelines(store, null).of(life.id).stream().filter(event -> Account.timer(event.type()) != null).count();
        if (told != life.fired) {
            account.tell(life, "has " + told + " timers in its history, and " + life.fired + " fired");
        }
        verified++;
    }

    void put(Life life) {
        verify(life);
        for (var table : List.of(Table.TIMELINE, Table.DETAILS, Table.ACTIVITIES)) {
            var keys = new ArrayList<Key>();
            String after = null;
            do {
                var page = store.query(new Store.Query(table, life.id, null, false, 1000, after));
                page.items().forEach(item -> keys.add(new Key(table, life.id, item.get(table.sort().orElseThrow()))));
                after = page.next();
            } while (after != null);
            keys.forEach(this::remove);
        }
        remove(Key.of(Table.LEADS, life.id));
    }

    private void remove(Key key) {
        store.write(new Write.Delete(key, Condition.NONE));
    }

    /** As the tables' time to live does. */
    void expire(Instant now) {
        var keys = new ArrayList<Key>();
        String after = null;
        do {
            var page = store.scan(Table.SIGNALS, 1000, after);
            page.items().stream().filter(item -> item.get(Table.EXPIRES) instanceof Long at && at < now.getEpochSecond())
                    .forEach(item -> keys.add(Key.of(Table.SIGNALS, (String) item.get("kind"), (String) item.get("id"))));
            after = page.next();
        } while (after != null);
        keys.forEach(this::remove);
    }

    /** Whether everybody's counters say what they have. */
    boolean counted(Collection<Life> lives) {
        var right = true;
        for (var person : new StaffBook(store).everybody().staff()) {
            var staff = new StaffBook(store).find(person.id()).map(Staff::ledger).orElseThrow();
            long owned = lives.stream().filter(life -> life.owned() && life.owner.equals(person.id())).count();
            long open = lives.stream().filter(life -> life.owned() && life.owner.equals(person.id()) && life.contactedAt == Life.NONE).count();
            if (staff.owned() != owned || staff.open() != open) {
                right = false;
                account.tell(person.id() + " counts " + staff.open() + " open and " + staff.owned() + " owned leads and has " + open + " and " + owned);
            }
        }
        return right;
    }

    /** Histories. */
    long verified() {
        return verified;
    }
}
