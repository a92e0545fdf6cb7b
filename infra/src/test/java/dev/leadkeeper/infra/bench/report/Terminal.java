package dev.leadkeeper.infra.bench.report;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.IntStream;

/** The figures of a part as a table on the terminal. */
public final class Terminal {
    private Terminal() {}

    public static void print(Part part, PrintStream out) {
        out.println();
        out.println(part.title());
        table(part.counted() ? List.of("", "", "", "target") : List.of("", "median", "", "spread", "target"), part.figures().stream()
                .map(figure -> part.counted() ? List.of(figure.name(), Numbers.plain(figure.median()), figure.unit(), figure.verdict())
                        : List.of(figure.name(), Numbers.plain(figure.median()), figure.unit(), figure.spread(), figure.verdict())).toList(), out);
        for (var grid : part.grids()) {
            out.println();
            out.println("  " + grid.title());
            table(grid.head(), grid.rows(), out);
        }
        part.remarks().forEach(remark -> out.println("  · " + remark));
        out.println();
    }

    /** A table of its own. */
    public static void table(List<String> head, List<List<String>> rows, PrintStream out) {
        var widths = IntStream.range(0, head.size()).map(column -> Math.max(head.get(column).length(),
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))).toArray();
        line(head, widths, out);
        rows.forEach(row -> line(row, widths, out));
    }

    private static void line(List<String> cells, int[] widths, PrintStream out) {
        var line = new StringBuilder(" ");
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            var right = !cell.isEmpty() && (Character.isDigit(cell.charAt(0)) && !cell.contains("–") || cell.equals("median"));
            line.append(' ').append(right ? " ".repeat(widths[i] - cell.length()) + cell : cell + " ".repeat(widths[i] - cell.length()));
        }
        out.println(line.toString().stripTrailing());
    }
}
