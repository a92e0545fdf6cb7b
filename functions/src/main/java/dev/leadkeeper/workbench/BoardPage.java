package dev.leadkeeper.workbench;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.people.Html;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The board as a page: one row for each person, one for each lead that waits too long, by colour. Its links are relative. */
final class BoardPage {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Staff.COUNTED_IN);
    private static final String STYLE = "body{font:16px system-ui;margin:2em auto;max-width:72em;padding:0 1em}table{border-collapse:collapse;width:100%;margin:1em 0 2em}"
            + "th,td{border-bottom:1px solid #ccc;padding:.4em .6em;text-align:left}td.n,th.n{text-align:right}tfoot td{font-weight:bold}"
            + ".on-time{background:#e3f4e3}.at-risk{background:#fff3c4}.breached{background:#ffd8b0}.red{background:#f8b4b4}";

    /** A column of the people's table. @param state whose colour it has where it is not 0, {@code ""} for none */
    private record Column(String field, String zh, String en, String state) {}

    private static final List<Column> COLUMNS = List.of(new Column("owned", "在手", "Owned", ""), new Column("open", "未联系", "Open", ""),
            new Column("onTime", "时限内", "On time", "on-time"), new Column("atRisk", "临近超时", "At risk", "at-risk"),
            new Column("breached", "已超时", "Breached", "breached"), new Column("red", "严重超时", "Red", "red"), new Column("moving", "推进中", "Moving", ""), new Column("frozen", "停滞", "Frozen", ""),
            new Column("dormant", "沉睡", "Dormant", ""), new Column("kept", "本周按时", "In time this week", ""),
            new Column("healthy", "其中快速响应", "Of these quick", ""), new Column("missed", "本周超时", "Late this week", ""),
            new Column("recycled", "本周回收", "Taken back this week", ""));

    /** Parameters of the query that hold for the next page as well. */
    private static final List<String> KEPT = List.of("team", "limit");

    private BoardPage() {}

    /**
     * @param board as the API answers it
     * @param asked for, as the query said
     */
    static String of(Map<String, Object> board, boolean chinese, Map<String, String> asked) {
        var team = asked.get("team");
        var doc = Doc.of(Json.readOwn(Json.write(board)));
        var title = chinese ? "跟进时限看板" : "Board of deadlines";
        return Html.page(chinese, STYLE, title, "<p>" + shown(doc.instant("at")) + (team == null ? "" : " · " + Html.text(team)) + "</p>"
                + (doc.flag("complete") ? "" : "<p><strong>" + (chinese ? "线索太多，未列出所有人员，请按团队查看。" : "There are too many leads to show everybody; look at one team.") + "</strong></p>")
                + people(doc, chinese) + overdue(doc, chinese) + next(doc, chinese, asked));
    }

    private static String people(Doc board, boolean chinese) {
        var table = new StringBuilder("<table><thead><tr><th>").append(chinese ? "人员" : "Person").append("</th>");
        COLUMNS.forEach(column -> table.append("<th class=\"n\">").append(chinese ? column.zh() : column.en()).append("</th>"));
        table.append("</tr></thead><tbody>");
        board.list("reps", Doc::ofValue).forEach(one -> row(table, Html.text(one.text("name")) + " <small>" + Html.text(one.text("id")) + "</small>", one));
        row(table.append("</tbody><tfoot>"), chinese ? "合计" : "Total", board.doc("total"));
        return table.append("</tfoot></table>").toString();
    }

    private static void row(StringBuilder table, String name, Doc figures) {
        table.append("<tr><td>").append(name).append("</td>");
        for (var column : COLUMNS) {
            var figure = figures.number(column.field());
            table.append("<td class=\"n").append(figure == 0 || column.state().isEmpty() ? "" : " " + column.state()).append("\">").append(figure).append("</td>");
        }
        table.append("</tr>");
    }

    private static String overdue(Doc board, boolean chinese) {
        var table = new StringBuilder("<h2>").append(chinese ? "等待太久的客户" : "Customers who wait too long").append(" (").append(board.number("overdue")).append(")</h2><table><thead><tr>");
        for (var head : chinese ? List.of("线索", "公司", "联系人", "负责人", "超时于", "状态") : List.of("Lead", "Company", "Contact", "Owner", "Breached", "State")) {
            table.append("<th>").append(head).append("</th>");
        }
        table.append("</tr></thead><tbody>");
        board.list("items", Doc::ofValue).forEach(lead -> {
            var deadlines = lead.doc("deadlines");
            var state = deadlines.required("state");
            table.append("<tr class=\"").append(Html.text(state)).append("\"><td><a href=\"leads/").append(Html.text(lead.text("id"))).append("/timeline\">")
                    .append(Html.text(lead.text("id"))).append("</a></td><td>").append(Html.text(lead.text("company"))).append("</td><td>")
                    .append(Html.text(lead.doc("contact").text("name"))).append("</td><td>").append(Html.text(lead.text("owner"))).append("</td><td>")
                    .append(shown(deadlines.instant("breachAt"))).append("</td><td>")
                    .append(Html.text(COLUMNS.stream().filter(column -> column.state().equals(state)).map(column -> chinese ? column.zh() : column.en()).findFirst().orElse(state)))
                    .append("</td></tr>");
        });
        return table.append("</tbody></table>").toString();
    }

    private static String next(Doc board, boolean chinese, Map<String, String> asked) {
        if (board.text("next") == null) {
            return "";
        }
        var same = KEPT.stream().filter(asked::containsKey).map(name -> "&amp;" + name + "=" + parameter(asked.get(name))).collect(Collectors.joining());
        return "<p><a href=\"?cursor=" + parameter(board.text("next")) + same + "\">" + (chinese ? "下一页" : "Next page") + "</a></p>";
    }

    static String parameter(String text) {
        return Html.text(URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    static String shown(Instant at) {
        return at == null ? "" : SHOWN.format(at) + " (UTC+8)";
    }
}
