package dev.leadkeeper.infra.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks for the smallest schedule that still breaks a promise, so that a person can read its story. */
final class Shrink {
    private static final int MOST_RUNS = 400;

    private Plan best;
    private int runs;

    private Shrink(Plan broken) {
        best = broken;
    }

    /** Fewer leads, fair weather and as few faults as still break something; then the story of that. */
    static Failure smallest(Plan broken) {
        var shrink = new Shrink(broken);
        for (int leads = 1; leads < broken.leads() && shrink.best.leads() == broken.leads(); leads++) {
            shrink.accept(broken.withLeads(leads));
        }
        shrink.accept(shrink.best.inFairWeather());
        shrink.faults();
        return new Failure(broken, shrink.best, new Schedule(shrink.best.told()).run());
    }

    /** Leaves out halves of the faults, then quarters, and so on, as long as what is left still breaks something. */
    private void faults() {
        Map<Long, FaultKind> left = new Schedule(best).run().happened();
        if (!accept(best.with(left))) {
            return;
        }
        for (int size = Math.max(1, left.size() / 2); size >= 1; size /= 2) {
            for (int from = 0; from < left.size(); ) {
                var fewer = without(left, from, size);
                if (accept(best.with(fewer))) {
                    left = fewer;
                } else {
                    from += size;
                }
            }
        }
    }

    private static Map<Long, FaultKind> without(Map<Long, FaultKind> faults, int from, int size) {
        var calls = new ArrayList<>(faults.keySet());
        var fewer = new LinkedHashMap<>(faults);
        List<Long> out = calls.subList(from, Math.min(calls.size(), from + size));
        out.forEach(fewer::remove);
        return fewer;
    }

    private boolean accept(Plan plan) {
        if (runs++ < MOST_RUNS && new Schedule(plan).run().violation() != null) {
            best = plan;
            return true;
        }
        return false;
    }
}
