package dev.leadkeeper.telemetry;

import java.time.Duration;

/** Lines and figures for operators. Thread-safe. Never throws because of what it is told. */
public interface Telemetry {
    /** How much a line matters. */
    enum Level { INFO, WARN, ERROR }

    /**
     * One line.
     *
     * @param event  what happened, a code such as {@code assigned}
     * @param fields the same field at most once; one without value is left out
     */
    void log(Level level, String event, Field.Value... fields);

    /** An {@code ERROR} line about something that threw: classes and places, never messages, which may quote data. */
    void fault(String event, Throwable fault, Field.Value... fields);

    /** One more of a metric without dimension. */
    default void count(Metric metric) {
        count(metric, null);
    }

    /** One more of a metric. @param value of its dimension */
    void count(Metric metric, String value);

    /** A length of time. @param value of the metric's dimension, {@code null} if it has none */
    void measure(Metric metric, String value, Duration length);

    /**
     * Runs one invocation: what is logged in it names it, and what is counted in it goes out in one go at its end,
     * however it ends.
     */
    <T> T during(Invocation invocation, Work<T> work);

    /**
     * @param request Lambda's id of the invocation
     * @param trace   the id of its X-Ray trace, {@code null} if there is none; a line of a lead with the same trace does not repeat it
     */
    record Invocation(String request, String trace) {}

    /** What an invocation does. */
    interface Work<T> {
        T run();
    }
}
