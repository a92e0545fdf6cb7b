package dev.leadkeeper.infra.bench.units;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

    /**
     * @param messages what invocations handled: messages of batches, requests of the gateway
     * @param logBytes what functions wrote into the log
     * @param bytes    the largest item seen
     */
    public record Sum(double writeUnits, double readUnits, double queueRequests, double invocations, double messages,
                      double logBytes, long count, long bytes) {
        static final Sum NONE = new Sum(0, 0, 0, 0, 0, 0, 0, 0);

        Sum plus(Sum other) {
            return new Sum(writeUnits + other.writeUnits, readUnits + other.readUnits, queueRequests + other.queueRequests,
                    invocations + other.invocations, messages + other.messages, logBytes + other.logBytes, count + other.count,
                    Math.max(bytes, other.bytes));
        }

        Sum per(double leads) {
            return new Sum(writeUnits / leads, readUnits / leads, queueRequests / leads, invocations / leads, messages / leads,
                    logBytes / leads, count, bytes);
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
        add(what, new Sum(units, 0, 0, 0, 0, 0, 1, bytes));
    }

    void read(String what, long bytes, double units) {
        add(what, new Sum(0, units, 0, 0, 0, 0, 1, bytes));
    }

    void queue(String what, long bytes, double requests) {
        add(what, new Sum(0, 0, requests, 0, 0, 0, 1, bytes));
    }

    /** One invocation for so many messages. */
    void invoked(long messages) {
        add("invocation", new Sum(0, 0, 0, 1, messages, 0, 1, 0));
    }

    /** Where functions write their lines. */
    PrintStream log() {
        return new PrintStream(new OutputStream() {
            @Override
            public void write(int one) {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                add("log", new Sum(0, 0, 0, 0, 0, length, 1, length));
            }
        }, true, StandardCharsets.UTF_8);
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
