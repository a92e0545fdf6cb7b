package dev.leadkeeper.fake;

import dev.leadkeeper.telemetry.Field;
import dev.leadkeeper.telemetry.Metric;
import dev.leadkeeper.telemetry.Telemetry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps what it was told, and refuses a dimension where there is none and none where there is one. Thread-safe. */
public class RecordingTelemetry implements Telemetry {
    private final List<Line> lines = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();

    /** One line; a fault's has the fault. */
    public record Line(Level level, String event, Throwable fault, Map<Field, Object> fields) {}

    /** One figure: 1 for a count, milliseconds for a measure. */
    public record Figure(Metric metric, String value, long figure) {}

    @Override
    public void log(Level level, String event, Field.Value... fields) {
        add(level, event, null, fields);
    }

    @Override
    public void fault(String event, Throwable fault, Field.Value... fields) {
        add(Level.ERROR, event, fault, fields);
    }

    @Override
    public synchronized void count(Metric metric, String value) {
        add(metric, value, 1);
    }

    @Override
    public synchronized void measure(Metric metric, String value, Duration length) {
        add(metric, value, length.toMillis());
    }

    @Override
    public <T> T during(Invocation invocation, Work<T> work) {
        return work.run();
    }

    /** All lines, oldest first. */
    public synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The events of all lines, oldest first. */
    public synchronized List<String> events() {
        return lines.stream().map(Line::event).toList();
    }

    /** All figures, oldest first. */
    public synchronized List<Figure> figures() {
        return List.copyOf(figures);
    }

    /** How often a metric was counted with this value of its dimension, or with any if {@code null}. */
    public synchronized long counted(Metric metric, String value) {
        return figures.stream().filter(each -> each.metric() == metric && (value == null || value.equals(each.value())))
                .mapToLong(Figure::figure).sum();
    }

    private void add(Metric metric, String value, long figure) {
        if (metric.dimension().isPresent() != (value != null)) {
            throw new IllegalArgumentException(metric + (value == null ? " needs" : " has no") + " dimension");
        }
        figures.add(new Figure(metric, value, figure));
    }

    private synchronized void add(Level level, String event, Throwable fault, Field.Value... fields) {
        var map = new HashMap<Field, Object>();
        for (var field : fields) {
            if (field.value() != null) {
                map.put(field.field(), field.value());
            }
        }
        lines.add(new Line(level, event, fault, map));
    }
}
