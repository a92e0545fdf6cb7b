package dev.leadkeeper.infra.bench.sweep;

import dev.leadkeeper.infra.bench.report.Chart;
import dev.leadkeeper.infra.bench.report.Figure;
import dev.leadkeeper.infra.bench.report.Numbers;
import dev.leadkeeper.infra.bench.report.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What is said about it. @param all by what is stored, the least first */
record Written(int due, List<Found> all) {
    Part part() {
        var span = "from %s to %s stored".formatted(Numbers.plain(all.getFirst().stored), Numbers.plain(all.getLast().stored));
        var part = new Part.Builder("Sweep", "The product's own ways on DynamoDB Local in the same process, without HTTP between: `SweepDue` finds the "
                + Numbers.plain(due) + " leads of which something is due in the four partitions of the minute's lane and sends a message for each (to a queue in "
                + "memory); the list of as many that wait is read through by the page of 25 as `DrainWaiting` does; `SweepMinute` asks whether anybody waits; "
                + "and `FireDue` lets the timers of some of the leads fall due, one after the other. Everything stored is written by the product's codec: all "
                + "others were followed up and have their next timer from one to six weeks ahead, as the product plans it. The stores take turns; each run is "
                + SweepBench.TIMES + " times. Processor time is that of all threads, the emulator's among them. Units by the published rules, and beside them what the "
                + "emulator accounts for.");
        var few = all.getFirst();
        var many = all.getLast();
        part.figure(Figure.counted("read units of a sweep, " + span, "×", many.counted.get(Reading.DUE).units() / few.counted.get(Reading.DUE).units())
                .atMost(1));
        part.figure(Figure.counted("the same by the emulator's accounting", "×", many.counted.get(Reading.DUE).emulated()
                / few.counted.get(Reading.DUE).emulated()).atMost(1));
        part.figure(grown("processor time of a sweep, " + span, Reading.DUE));
        part.figure(grown("processor time of reading the waiting list, " + span, Reading.WAITING));
        part.figure(Figure.counted("processor time of letting a timer fire, " + span, "×", fired(many) / fired(few)));
        all.forEach(found -> part.figure(found.figure("sweep of " + Numbers.plain(due) + " due, processor,", found.times.get(Reading.DUE), Spent::cpu)));
        all.forEach(found -> part.figure(found.figure("sweep of " + Numbers.plain(due) + " due, by the clock,", found.times.get(Reading.DUE), Spent::wall)));
        all.forEach(found -> part.figure(found.figure("sweep of nothing due, processor,", found.idle, Spent::cpu)));
        part.grid(readings()).grid(timers());
        return part.chart(new Chart("performance-sweep", "Processor time among all that is stored", "leads stored", "ms", List.of(
                line("sweep, " + Numbers.plain(due) + " due", found -> found.times.get(Reading.DUE)), line("sweep, nothing due", found -> found.idle),
                line("waiting list of " + Numbers.plain(due), found -> found.times.get(Reading.WAITING)),
                line("one timer fires", found -> found.fired.stream().flatMap(each -> each.times().stream()).toList())))).done();
    }

    private static double fired(Found found) {
        return found.fired.stream().flatMap(each -> each.times().stream()).mapToDouble(Spent::cpu).average().orElseThrow();
    }

    /** Run by run, since the stores took turns. */
    private Figure grown(String name, Reading reading) {
        var few = all.getFirst().times.get(reading);
        var many = all.getLast().times.get(reading);
        var ratios = new double[few.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = many.get(i).cpu() / few.get(i).cpu();
        }
        return Figure.of(name, "×", ratios);
    }

    private Chart.Line line(String name, Function<Found, List<Spent>> runs) {
        return new Chart.Line(name, all.stream().map(found -> {
            var figure = found.figure(name, runs.apply(found), Spent::cpu);
            return new Chart.Point(found.stored, figure.median(), figure.low(), figure.high());
        }).toList());
    }

    private Part.Grid readings() {
        var rows = new ArrayList<List<String>>();
        for (var found : all) {
            rows.add(row("a sweep with nothing due", found.stored, found.nothing, found.figure("", found.idle, Spent::wall), found.figure("", found.idle, Spent::cpu)));
            found.counted.forEach((reading, counted) -> rows.add(row(reading.words(), found.stored, counted,
                    found.figure("", found.times.get(reading), Spent::wall), found.figure("", found.times.get(reading), Spent::cpu))));
        }
        return new Part.Grid("Finding what is to be done", List.of("what", "stored", "found", "messages", "read units", "by the emulator", "wall, ms", "processor, ms"),
                rows);
    }

    private static List<String> row(String what, int stored, Reading.Counted counted, Figure wall, Figure cpu) {
        return List.of(what, Numbers.plain(stored), Numbers.plain(counted.found()), Numbers.plain(counted.messages()), Numbers.plain(counted.units()),
                Numbers.plain(counted.emulated()), Numbers.plain(wall.median()), Numbers.plain(cpu.median()));
    }

    private Part.Grid timers() {
        var rows = new ArrayList<List<String>>();
        for (int kind = 0; kind < all.getFirst().fired.size(); kind++) {
            for (var found : all) {
                var fired = found.fired.get(kind);
                rows.add(List.of(fired.event(), Numbers.plain(found.stored), Numbers.plain(fired.reads()), Numbers.plain(fired.writes()),
                        Numbers.plain(fired.emulatedReads()), Numbers.plain(fired.emulatedWrites()), Numbers.plain(fired.messages()),
                        Numbers.plain(found.figure("", fired.times(), Spent::wall).median()),
                        Numbers.plain(found.figure("", fired.times(), Spent::cpu).median())));
            }
        }
        return new Part.Grid("Letting one timer fire", List.of("what fires", "stored", "read units", "write units", "reads by the emulator",
                "writes by the emulator", "messages", "wall, ms", "processor, ms"), rows);
    }
}
