package dev.leadkeeper.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of one invocation, as embedded metric format documents: one for the metrics without dimension, one for each
 * value of a dimension. docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
final class Figures {
    /** Values of one metric in one document; more are thinned out by the format itself, so a new document begins. */
    private static final int MOST_VALUES = 100;

    /** A dimension's value where none was given. */
    private static final String UNKNOWN = "unknown";

    private record Place(String dimension, String value) {}

    private static final Place NOWHERE = new Place(null, null);

    private final Map<Place, Map<Metric, List<Long>>> figures = new LinkedHashMap<>();

    synchronized void count(Metric metric, String value) {
        add(metric, value, 1);
    }

    synchronized void measure(Metric metric, String value, Duration length) {
        add(metric, value, Math.max(0, length.toMillis()));
    }

    private void add(Metric metric, String value, long figure) {
        var place = metric.dimension().map(dimension -> new Place(dimension, value == null ? UNKNOWN : Field.told(value)))
                .orElse(NOWHERE);
        var values = figures.computeIfAbsent(place, each -> new EnumMap<>(Metric.class))
                .computeIfAbsent(metric, each -> new ArrayList<>());
        if (metric.unit() == Metric.Unit.COUNT && !values.isEmpty()) {
            values.set(0, values.getFirst() + figure);
        } else {
            values.add(figure);
        }
    }

    /** The documents, each for a line of its own; none if nothing was counted. */
    synchronized List<Map<String, Object>> documents(String namespace, Instant at) {
        var documents = new ArrayList<Map<String, Object>>();
        figures.forEach((place, metrics) -> {
            for (int from = 0; metrics.values().stream().mapToInt(List::size).max().orElse(0) > from; from += MOST_VALUES) {
                documents.add(document(namespace, at, place, metrics, from));
            }
        });
        return documents;
    }

    private static Map<String, Object> document(String namespace, Instant at, Place place,
                                                Map<Metric, List<Long>> metrics, int from) {
        var definitions = new ArrayList<Map<String, Object>>();
        var document = new LinkedHashMap<String, Object>();
        metrics.forEach((metric, values) -> {
            if (values.size() > from) {
                definitions.add(Map.of("Name", metric.word(), "Unit", metric.unit().word()));
                document.put(metric.word(), List.copyOf(values.subList(from, Math.min(values.size(), from + MOST_VALUES))));
            }
        });
        // The empty set is the metric over all values of its dimension.
        var dimensions = place.dimension() == null ? List.of(List.of()) : List.of(List.of(), List.of(place.dimension()));
        if (place.dimension() != null) {
            document.put(place.dimension(), place.value());
        }
        document.put("_aws", Map.of("Timestamp", at.toEpochMilli(), "CloudWatchMetrics",
                List.of(Map.of("Namespace", namespace, "Dimensions", dimensions, "Metrics", definitions))));
        return document;
    }
}
