package dev.leadkeeper.infra.bench.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures of all parts, each from its last run, kept in {@code performance.json} and written out for people beside it. */
public final class Report {
    /** Parts in the order of the document. */
    private static final List<String> ORDER = List.of("units", "decisions", "sweep", "pipeline", "coldstart");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;
    private final Map<String, Measurement> parts;

    /** A part with the machine that it was measured on. */
    record Measurement(Map<String, String> machine, Part part) {}

    private Report(Path folder, Map<String, Measurement> parts) {
        this.folder = folder;
        this.parts = parts;
    }

    /** The report in this folder, which need not exist yet. */
    public static Report open(Path folder) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve("performance.json");
        var parts = new TreeMap<String, Measurement>(java.util.Comparator.comparing(ORDER::indexOf));
        if (Files.exists(file)) {
            parts.putAll(JSON.readValue(file.toFile(), new TypeReference<Map<String, Measurement>>() {}));
        }
        return new Report(folder, parts);
    }

    public Path folder() {
        return folder;
    }

    /** Replaces what was known of a part. */
    public void put(String name, Part part, Map<String, String> machine) {
        parts.put(name, new Measurement(machine, part));
    }

    public void write() throws IOException {
        Files.writeString(folder.resolve("performance.json"), JSON.writeValueAsString(parts) + "\n");
        Files.writeString(folder.resolve("performance.md"), Markdown.of(parts.values()));
        for (var each : parts.values()) {
            for (var chart : each.part().charts()) {
                Files.writeString(folder.resolve(chart.file() + ".svg"), Svg.of(chart));
            }
        }
    }
}
