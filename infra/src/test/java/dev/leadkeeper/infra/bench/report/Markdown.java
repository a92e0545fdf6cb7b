package dev.leadkeeper.infra.bench.report;

import dev.leadkeeper.infra.bench.report.Report.Measurement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures as a page. */
final class Markdown {
    private Markdown() {}

    static String of(String head, Collection<Measurement> parts) {
        var page = new StringBuilder(head);
        parts.forEach(each -> page.append(section(each)));
        return page.toString();
    }

    private static String section(Measurement measurement) {
        var part = measurement.part();
        var text = new StringBuilder("\n## " + part.title() + "\n\n" + part.about() + "\n\n");
        text.append(part.counted()
                ? table(List.of("", "figure", "unit", "target"), part.figures().stream().map(figure -> List.of(figure.name(),
                        Numbers.plain(figure.median()), figure.unit(), figure.verdict())).toList())
                : table(List.of("", "median", "unit", "spread", "target"), part.figures().stream().map(figure -> List.of(figure.name(),
                        Numbers.plain(figure.median()), figure.unit(), figure.spread(), figure.verdict())).toList()));
        part.charts().forEach(chart -> text.append("\n![" + chart.title() + "](" + chart.file() + ".svg)\n"));
        part.grids().forEach(grid -> text.append("\n**" + grid.title() + "**\n\n" + table(grid.head(), grid.rows())));
        if (!part.remarks().isEmpty()) {
            text.append("\n").append(part.remarks().stream().map(remark -> "- " + remark + "\n").collect(Collectors.joining()));
        }
        return text.append("\n").append(machine(measurement.machine())).toString();
    }

    private static String machine(Map<String, String> machine) {
        return "<sub>" + machine.entrySet().stream().map(each -> each.getKey().equals("at") ? each.getValue()
                : each.getKey().equals("load") || each.getKey().equals("commit") ? each.getKey() + " " + each.getValue() : each.getValue())
                .collect(Collectors.joining(" · ")) + "</sub>\n";
    }

    private static String table(List<String> head, List<List<String>> rows) {
        return row(head) + row(head.stream().map(cell -> "---").toList()) + rows.stream().map(Markdown::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
