package dev.leadkeeper.telemetry;

import dev.leadkeeper.json.Json;
import dev.leadkeeper.port.Clock;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes lines of JSON in UTF-8, with time and level under the names that Lambda's JSON log format looks for, so that it leaves them
 * as they are. What is counted outside of an invocation goes out at once. The log group says which function it was.
 */
public final class JsonTelemetry implements Telemetry {
    private static final int MOST_FRAMES = 12;
    private static final int MOST_CAUSES = 8;

    private record Scope(Invocation invocation, Figures figures) {}

    private static final ScopedValue<Scope> SCOPE = ScopedValue.newInstance();

    private final Clock clock;
    private final String namespace;
    private final PrintStream out;

    /** @param namespace of the metrics */
    public JsonTelemetry(Clock clock, String namespace, PrintStream out) {
        this.clock = clock;
        this.namespace = namespace;
        this.out = out;
    }

    /** To where Lambda collects lines. */
    public static JsonTelemetry toStandardOutput(Clock clock, String namespace) {
        return new JsonTelemetry(clock, namespace, System.out);
    }

    @Override
    public void log(Level level, String event, Field.Value... fields) {
        var line = new LinkedHashMap<String, Object>();
        line.put("level", level);
        line.put("timestamp", clock.now().truncatedTo(ChronoUnit.MILLIS));
        line.put("event", Field.told(event));
        for (var field : fields) {
            if (field.value() != null) {
                line.put(field.field().word(), field.value());
            }
        }
        if (SCOPE.isBound()) {
            var invocation = SCOPE.get().invocation();
            line.put("request", invocation.request());
            if (invocation.trace() != null && !invocation.trace().equals(line.get(Field.TRACE.word()))) {
                line.put("xray", invocation.trace());
            }
        }
        write(line);
    }

    @Override
    public void fault(String event, Throwable fault, Field.Value... fields) {
        var causes = new ArrayList<String>();
        for (var each = fault; each != null && causes.size() < MOST_CAUSES; each = each.getCause()) {
            causes.add(each.getClass().getName());
        }
        var frames = Stream.of(fault.getStackTrace()).limit(MOST_FRAMES)
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber()).toList();
        var all = new ArrayList<>(List.of(fields));
        all.add(new Field.Value(Field.FAULT, Map.of("causes", causes, "frames", frames)));
        log(Level.ERROR, event, all.toArray(Field.Value[]::new));
    }

    @Override
    public void count(Metric metric, String value) {
        if (SCOPE.isBound()) {
            SCOPE.get().figures().count(metric, value);
        } else {
            var figures = new Figures();
            figures.count(metric, value);
            flush(figures);
        }
    }

    @Override
    public void measure(Metric metric, String value, Duration length) {
        if (SCOPE.isBound()) {
            SCOPE.get().figures().measure(metric, value, length);
        } else {
            var figures = new Figures();
            figures.measure(metric, value, length);
            flush(figures);
        }
    }

    @Override
    public <T> T during(Invocation invocation, Work<T> work) {
        var figures = new Figures();
        try {
            return ScopedValue.where(SCOPE, new Scope(invocation, figures)).call(work::run);
        } finally {
            flush(figures);
        }
    }

    private void flush(Figures figures) {
        figures.documents(namespace, clock.now()).forEach(this::write);
    }

    /** As bytes: the stream's own charset is the platform's, which on Lambda has no Chinese. */
    private void write(Map<String, Object> line) {
        var bytes = (Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            out.write(bytes, 0, bytes.length);
            out.flush();
        }
    }
}
