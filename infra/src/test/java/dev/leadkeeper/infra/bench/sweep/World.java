package dev.leadkeeper.infra.bench.sweep;

import dev.leadkeeper.aws.DynamoStores;
import dev.leadkeeper.aws.differential.EmbeddedDynamo;
import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.infra.bench.units.Meter;
import dev.leadkeeper.infra.bench.units.MeteredStore;
import dev.leadkeeper.infra.bench.units.Organisation;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An organisation in DynamoDB Local, with the leads of which something falls due soon among so many others. */
final class World implements AutoCloseable {
    private static final int PAGE = 100;

    final int stored;
    final VirtualClock clock = new VirtualClock(Organisation.START);
    final Meter meter = new Meter();
    final Accounting accounting;
    /** Nothing is counted here: for what is timed. */
    final Store plain;
    /** Requests are counted by the published rules. */
    final Store metered;
    /** Requests are counted by the emulator. */
    final Store accounted;
    private final EmbeddedDynamo dynamo = new EmbeddedDynamo();

    private World(int stored) {
        this.stored = stored;
        accounting = new Accounting(dynamo.client());
        plain = DynamoStores.on(dynamo.client(), EmbeddedDynamo.names(), 1);
        metered = new MeteredStore(DynamoStores.on(dynamo.client(), EmbeddedDynamo.names(), 2), meter);
        accounted = DynamoStores.on(accounting, EmbeddedDynamo.names(), 3);
    }

    /**
     * @param organisation whose items are copied
     * @param stored       leads there are in all; as many of them wait as are soon due
     * @param due          leads of the organisation
     */
    static World filled(Organisation organisation, int stored, int due) throws Exception {
        var world = new World(stored);
        LeadsFiller.fill(world.dynamo.raw(), Table.LEADS.name(), Stored.at(Organisation.START), stored - due, due);
        for (var table : Table.values()) {
            LeadsFiller.put(world.dynamo.raw(), table.name(), all(organisation.store(), table));
        }
        return world;
    }

    private static List<Map<String, Object>> all(Store store, Table table) {
        var items = new ArrayList<Map<String, Object>>();
        String after = null;
        do {
            var page = store.scan(table, PAGE, after);
            items.addAll(page.items());
            after = page.next();
        } while (after != null);
        return items;
    }

    @Override
    public void close() {
        dynamo.close();
    }
}
