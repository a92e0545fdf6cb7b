package dev.leadkeeper.infra.bench.sweep;

import dev.leadkeeper.codec.Holder;
import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.infra.bench.Run;
import dev.leadkeeper.infra.bench.report.Chart;
import dev.leadkeeper.infra.bench.report.Figure;
import dev.leadkeeper.infra.bench.report.Numbers;
import dev.leadkeeper.infra.bench.report.Part;
import dev.leadkeeper.infra.bench.units.Meter;
import dev.leadkeeper.infra.bench.units.MeteredStore;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Index;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Time and read units of finding what waits and what is due among all that is stored. */
public final class SweepBench {
    private static final int DUE = 1000;
    private static final int PAGE = 1000;

    private SweepBench() {}

    /** @param times milliseconds of each run */
    private record Row(String store, String what, int stored, double[] times, double readUnits, int found) {
        Figure time() {
            return Figure.of(what + " among " + Numbers.plain(stored) + ", " + store, "ms", times);
        }
    }

    public static Part run(Run run) throws Exception {
        var sizes = run.quick() ? List.of(2_000, 20_000) : List.of(10_000, 100_000, 1_000_000);
        var rows = new ArrayList<Row>();
        for (int size : sizes) {
            run.say("  " + Numbers.plain(size) + " stored in memory …");
            rows.addAll(measure("in memory", filled(size), size, run.size(21, 5)));
        }
        var most = run.size(100_000, 2_000);
        try (var local = EmbeddedLeads.start(run.root())) {
            int size = 0;
            for (int next : sizes.stream().filter(each -> each <= most).toList()) {
                run.say("  " + Numbers.plain(next) + " stored in DynamoDB Local …");
                local.fill(size, next, DUE);
                size = next;
                rows.addAll(measure("DynamoDB Local", local.store(), next, run.size(11, 3)));
            }
        }
        return part(rows, sizes);
    }

    private static Part part(List<Row> rows, List<Integer> sizes) {
        var part = new Part.Builder("Sweep", "Reading the 1,000 leads that wait, and the 1,000 whose timer has run out, among all that "
                + "are stored: one query of an index partition each. What is not due is in the same partition of the index, further ahead. "
                + "Read units are of the requests, by the published rules; times in memory and on DynamoDB Local.");
        var few = find(rows, "in memory", "due", sizes.getFirst());
        var many = find(rows, "in memory", "due", sizes.getLast());
        part.figure(Figure.counted("read units from %s to %s stored".formatted(Numbers.plain(sizes.getFirst()), Numbers.plain(sizes.getLast())),
                "×", many.readUnits() / few.readUnits()).atMost(1));
        part.figure(Figure.counted("time from %s to %s stored, in memory".formatted(Numbers.plain(sizes.getFirst()),
                Numbers.plain(sizes.getLast())), "×", many.time().median() / few.time().median()));
        rows.forEach(each -> part.figure(each.time()));
        part.grid(new Part.Grid("Read units", List.of("store", "read", "stored", "found", "read units"), rows.stream().map(each -> List.of(
                each.store(), each.what(), Numbers.plain(each.stored()), Numbers.plain(each.found()), Numbers.plain(each.readUnits()))).toList()));
        part.chart(new Chart("performance-sweep", "Time of reading 1,000 among all that are stored", "leads stored", "ms",
                List.of(line(rows, "in memory", "waiting"), line(rows, "in memory", "due"), line(rows, "DynamoDB Local", "waiting"),
                        line(rows, "DynamoDB Local", "due"))));
        return part.done();
    }

    private static Row find(List<Row> rows, String store, String what, int stored) {
        return rows.stream().filter(each -> each.store().equals(store) && each.what().equals(what) && each.stored() == stored)
                .findFirst().orElseThrow();
    }

    private static Chart.Line line(List<Row> rows, String store, String what) {
        return new Chart.Line(what + ", " + store, rows.stream().filter(each -> each.store().equals(store) && each.what().equals(what))
                .map(each -> new Chart.Point(each.stored(), each.time().median(), each.time().low(), each.time().high())).toList());
    }

    private static Store filled(int size) {
        var store = new InMemoryStore();
        for (int i = 0; i < size; i++) {
            put(store, i < DUE ? Stored.due(i) : Stored.owned(i));
        }
        return store;
    }

    private static void put(Store store, Map<String, Object> item) {
        store.write(new Write.Put(Key.of(Table.LEADS, item), item, Condition.NONE));
    }

    private static List<Row> measure(String name, Store store, int stored, int runs) {
        return List.of(measure(name, store, stored, runs, "waiting", Index.HELD, Holder.WAITING, null),
                measure(name, store, stored, runs, "due", Index.DUE, Stored.LANE, Stored.NOW.toString()));
    }

    private static Row measure(String name, Store store, int stored, int runs, String what, Index index, String hash, String upTo) {
        var meter = new Meter();
        var found = read(new MeteredStore(store, meter), index, hash, upTo);
        for (int i = 0; i < 20; i++) {
            read(store, index, hash, upTo); // compiles what is measured
        }
        var times = new double[runs];
        for (int i = 0; i < runs; i++) {
            var start = System.nanoTime();
            read(store, index, hash, upTo);
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        return new Row(name, what, stored, times, meter.total().readUnits(), found);
    }

    private static int read(Store store, Index index, String hash, String upTo) {
        String after = null;
        int found = 0;
        do {
            var page = store.query(new Store.IndexQuery(index, hash, upTo, false, PAGE, after));
            found += page.items().size();
            after = page.next();
        } while (after != null);
        return found;
    }
}
