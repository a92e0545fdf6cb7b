package dev.leadkeeper.normalise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table that is part of the program: UTF-8 text beside this class, columns parted by tabs, lines that begin with {@code #} say
 * where it comes from.
 */
record Table(List<String[]> rows) {

    /** @throws AssertionError if the jar lacks the table */
    static Table read(String name) {
        var rows = new ArrayList<String[]>(4_096);
        try (InputStream in = Table.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError("the jar lacks " + name);
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    rows.add(line.split("\t", -1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Table(rows);
    }

    /** First column → second column → third column. */
    Map<String, Map<String, String>> byFirstColumn() {
        var byFirst = new HashMap<String, Map<String, String>>();
        rows.forEach(row -> byFirst.computeIfAbsent(row[0], first -> new HashMap<>()).put(row[1], row[2]));
        return byFirst;
    }
}
