package dev.leadkeeper.infra.bench.units;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up what is consumed, by stage and by request. */
public final class Meter {
    private final Map<Line, Sum> sums = new LinkedHashMap<>();
    private String stage = "";

    /** @param stage the function at work; {@code what} the request */
    record Line(String stage, String what) {}

    /** @param bytes the largest item seen */
    public record Sum(double writeUnits, double readUnits, double queueRequests, double invocations, long count, long bytes) {
        static final Sum NONE = new Sum(0, 0, 0, 0, 0, 0);

        Sum plus(Sum other) {
            return new Sum(writeUnits + other.writeUnits, readUnits + other.readUnits, queueRequests + other.queueRequests,
                    invocations + other.invocations, count + other.count, Math.max(bytes, other.bytes));
        }

        Sum per(double leads) {
            return new Sum(writeUnits / leads, readUnits / leads, queueRequests / leads, invocations / leads, count, bytes);
        }
    }

    /** From now on this function is at work. */
    void stage(String name) {
        stage = name;
    }

    public void clear() {
        sums.clear();
    }

    void wrote(String what, long bytes, double units) {
        add(what, new Sum(units, 0, 0, 0, 1, bytes));
    }

    void read(String what, long bytes, double units) {
        add(what, new Sum(0, units, 0, 0, 1, bytes));
    }

    void queue(String what, long bytes, double requests) {
        add(what, new Sum(0, 0, requests, 0, 1, bytes));
    }

    void invoked(double invocations) {
        add("invocation", new Sum(0, 0, 0, invocations, 1, 0));
    }

    private void add(String what, Sum sum) {
        sums.merge(new Line(stage, what), sum, Sum::plus);
    }

    public Sum total() {
        return sums.values().stream().reduce(Sum.NONE, Sum::plus);
    }

    /** What was consumed for requests whose name begins so. */
    Sum total(String prefix) {
        return sums.entrySet().stream().filter(each -> each.getKey().what().startsWith(prefix)).map(Map.Entry::getValue)
                .reduce(Sum.NONE, Sum::plus);
    }

    List<Map.Entry<Line, Sum>> lines() {
        return new ArrayList<>(sums.entrySet());
    }
}
