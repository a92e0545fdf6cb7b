package dev.leadkeeper.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of one invocation in the embedded metric format, all in one document as long as no dimension needs two values and no
 * metric more than {@value #MOST_VALUES}. docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
final class Figures {
    /** Values of one metric in one document, by the format. */
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
        var documents = new ArrayList<Document>();
        figures.forEach((place, metrics) -> metrics.forEach((metric, values) -> {
            for (int from = 0; from < values.size(); from += MOST_VALUES) {
                roomFor(place, metric, documents).add(place, metric, values.subList(from, Math.min(values.size(), from + MOST_VALUES)));
            }
        }));
        return documents.stream().map(each -> each.members(namespace, at)).toList();
    }

    private static Document roomFor(Place place, Metric metric, List<Document> documents) {
        return documents.stream().filter(each -> each.hasRoom(place, metric)).findFirst().orElseGet(() -> {
            documents.add(new Document());
            return documents.getLast();
        });
    }

    private static final class Document {
        private final Map<String, Object> members = new LinkedHashMap<>();
        private final Map<Place, List<Map<String, Object>>> metrics = new LinkedHashMap<>();

        /** A dimension's value is a member of the whole document. */
        boolean hasRoom(Place place, Metric metric) {
            return !members.containsKey(metric.word())
                    && (place.dimension() == null || members.getOrDefault(place.dimension(), place.value()).equals(place.value()));
        }

        void add(Place place, Metric metric, List<Long> values) {
            if (place.dimension() != null) {
                members.put(place.dimension(), place.value());
            }
            members.put(metric.word(), values.size() == 1 ? values.getFirst() : List.copyOf(values));
            metrics.computeIfAbsent(place, _ -> new ArrayList<>()).add(definition(metric));
        }

        /** What is counted needs no unit. */
        private static Map<String, Object> definition(Metric metric) {
            return switch (metric.unit()) {
                case COUNT -> Map.of("Name", metric.word());
                case MILLISECONDS -> Map.of("Name", metric.word(), "Unit", metric.unit().word());
            };
        }

        Map<String, Object> members(String namespace, Instant at) {
            var all = new LinkedHashMap<>(members);
            all.put("_aws", Map.of("Timestamp", at.toEpochMilli(), "CloudWatchMetrics", metrics.entrySet().stream().map(each ->
                    Map.of("Namespace", namespace, "Dimensions", dimensions(each.getKey()), "Metrics", each.getValue())).toList()));
            return all;
        }

        /** The empty set is the metric over all values of its dimension. */
        private static List<List<String>> dimensions(Place place) {
            return place.dimension() == null ? List.of(List.of()) : List.of(List.of(), List.of(place.dimension()));
        }
    }
}
