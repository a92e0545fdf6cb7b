package dev.leadkeeper.infra.bench.sweep;

import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.infra.bench.Run;
import dev.leadkeeper.infra.bench.report.Chart;
import dev.leadkeeper.infra.bench.report.Figure;
import dev.leadkeeper.infra.bench.report.Numbers;
import dev.leadkeeper.infra.bench.report.Part;
import dev.leadkeeper.infra.bench.units.Meter;
import dev.leadkeeper.infra.bench.units.MeteredStore;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Time and read units of finding what waits and what is due among all that is stored. */
public final class SweepBench {
    private static final int DUE = 1000;
    /** Readings before those that are measured. */
    private static final int WARM = 20;
    /** Readings before all: the compiler of the JVM is through by then. */
    private static final int COMPILED = 500;

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
        warm(run.size(COMPILED, WARM));
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
        var part = new Part.Builder("Sweep", "What the product reads to find work among all that is stored. The minute's sweep asks whether anybody waits "
                + "(`SweepMinute`); the waiting list is then read through, 1,000 leads by the page of 25 as `DrainWaiting` does; and the 1,000 leads whose "
                + "timer has run out are read from the index of timers, where what is not due yet stands in the same partition, further ahead. Read "
                + "units are of the requests, by the published rules; times in memory and on DynamoDB Local.");
        for (var reading : Reading.values()) {
            var few = find(rows, reading.words(), sizes.getFirst());
            var many = find(rows, reading.words(), sizes.getLast());
            part.figure(Figure.counted("%s: read units from %s to %s stored".formatted(reading.words(), Numbers.plain(sizes.getFirst()),
                    Numbers.plain(sizes.getLast())), "×", many.readUnits() / few.readUnits()).atMost(1));
            part.figure(Figure.counted("%s: time from %s to %s stored, in memory".formatted(reading.words(), Numbers.plain(sizes.getFirst()),
                    Numbers.plain(sizes.getLast())), "×", many.time().median() / few.time().median()));
        }
        rows.forEach(each -> part.figure(each.time()));
        part.grid(new Part.Grid("Read units", List.of("store", "read", "stored", "found", "read units"), rows.stream().map(each -> List.of(
                each.store(), each.what(), Numbers.plain(each.stored()), Numbers.plain(each.found()), Numbers.plain(each.readUnits()))).toList()));
        part.chart(new Chart("performance-sweep", "Time of reading 1,000 among all that are stored", "leads stored", "ms",
                Stream.of("in memory", "DynamoDB Local").flatMap(store -> Stream.of(line(rows, store, Reading.WAITING), line(rows, store, Reading.DUE)))
                        .toList()));
        return part.done();
    }

    private static Row find(List<Row> rows, String what, int stored) {
        return rows.stream().filter(each -> each.store().equals("in memory") && each.what().equals(what) && each.stored() == stored)
                .findFirst().orElseThrow();
    }

    private static Chart.Line line(List<Row> rows, String store, Reading reading) {
        return new Chart.Line(reading.words() + ", " + store, rows.stream().filter(each -> each.store().equals(store) && each.what().equals(reading.words()))
                .map(each -> new Chart.Point(each.stored(), each.time().median(), each.time().low(), each.time().high())).toList());
    }

    private static void warm(int times) {
        var store = filled(2 * DUE);
        for (int i = 0; i < times; i++) {
            Stream.of(Reading.values()).forEach(reading -> reading.from(store));
        }
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
        return Stream.of(Reading.values()).map(reading -> measure(name, store, stored, runs, reading)).toList();
    }

    private static Row measure(String name, Store store, int stored, int runs, Reading reading) {
        var meter = new Meter();
        var found = reading.from(new MeteredStore(store, meter));
        for (int i = 0; i < WARM; i++) {
            reading.from(store);
        }
        var times = new double[runs];
        for (int i = 0; i < runs; i++) {
            var start = System.nanoTime();
            reading.from(store);
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        return new Row(name, reading.words(), stored, times, meter.total().readUnits(), found);
    }
}
