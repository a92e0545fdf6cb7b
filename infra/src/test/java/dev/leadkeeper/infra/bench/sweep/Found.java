package dev.leadkeeper.infra.bench.sweep;

import dev.leadkeeper.infra.bench.report.Figure;
import dev.leadkeeper.infra.bench.report.Numbers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What was measured in one world. */
final class Found {
    final int stored;
    final Map<Reading, Reading.Counted> counted = new EnumMap<>(Reading.class);
    final Map<Reading, List<Spent>> times = new EnumMap<>(Reading.class);
    final List<Spent> idle = new ArrayList<>();
    Reading.Counted nothing;
    final List<Fires> fired = new ArrayList<>();

    Found(int stored) {
        this.stored = stored;
    }

    Figure figure(String name, List<Spent> runs, ToDoubleFunction<Spent> of) {
        return Figure.of(name + " among " + Numbers.plain(stored), "ms", runs.stream().mapToDouble(of).toArray());
    }
}
