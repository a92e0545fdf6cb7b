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

/** The figures of all parts, each from its last run, kept in a JSON file and written out for people beside it. */
public final class Report {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;
    private final Title title;
    private final Map<String, Measurement> parts;

    /**
     * What the report is.
     *
     * @param file  name of its files, without folder and ending
     * @param head  how the page begins, in Markdown
     * @param order names of all parts, as they stand on the page
     */
    public record Title(String file, String head, List<String> order) {
        public Title {
            order = List.copyOf(order);
        }
    }

    /** A part with the machine that it was measured on. */
    record Measurement(Map<String, String> machine, Part part) {}

    private Report(Path folder, Title title, Map<String, Measurement> parts) {
        this.folder = folder;
        this.title = title;
        this.parts = parts;
    }

    /** The report in this folder, which need not exist yet. */
    public static Report open(Path folder, Title title) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve(title.file() + ".json");
        var parts = new TreeMap<String, Measurement>(java.util.Comparator.comparing(title.order()::indexOf));
        if (Files.exists(file)) {
            parts.putAll(JSON.readValue(file.toFile(), new TypeReference<Map<String, Measurement>>() {}));
        }
        return new Report(folder, title, parts);
    }

    public Path folder() {
        return folder;
    }

    /** Replaces what was known of a part. */
    public void put(String name, Part part, Map<String, String> machine) {
        parts.put(name, new Measurement(machine, part));
    }

    public void write() throws IOException {
        Files.writeString(folder.resolve(title.file() + ".json"), JSON.writeValueAsString(parts) + "\n");
        Files.writeString(folder.resolve(title.file() + ".md"), Markdown.of(title.head(), parts.values()));
        for (var each : parts.values()) {
            for (var chart : each.part().charts()) {
                Files.writeString(folder.resolve(chart.file() + ".svg"), Svg.of(chart));
            }
        }
    }
}
