package dev.leadkeeper.workbench;

import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.notice.HistoryCard;
import dev.leadkeeper.people.Html;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A lead's history as a page: a row for each event, what happened in words where there are any. It shows nothing that the JSON does not:
 * histories hold ids and codes of the customer's lead alone, and the figures of decisions have their own place. Its links are relative.
 */
final class TimelinePage {
    private static final String STYLE = "body{font:16px system-ui;margin:2em auto;max-width:60em;padding:0 1em}table{border-collapse:collapse;width:100%;margin:1em 0 2em}"
            + "th,td{border-bottom:1px solid #ccc;padding:.4em .6em;text-align:left;vertical-align:top}td.n{text-align:right;color:#666}code{color:#666}.broken{background:#f8b4b4}";
    /** Parameters of the query that hold for the next page as well. */
    private static final List<String> KEPT = List.of("limit", "verify");
    /** What of an event's data says more to people; words of the API. */
    private static final List<String> SAYS = List.of("reason", "pool", "team", "outcome", "channel");

    private TimelinePage() {}

    /**
     * @param next         the cursor of the next page, {@code null} at the end
     * @param verification as the API answers it, {@code null} if nobody asked
     * @param asked        for, as the query said
     */
    static String of(String lead, List<Timelines.Entry> entries, String next, Map<String, Object> verification, boolean chinese, Map<String, String> asked) {
        var table = new StringBuilder("<p>").append(Html.text(lead)).append("</p>").append(verified(verification, chinese)).append("<table><thead><tr>");
        for (var head : chinese ? List.of("序号", "时间", "事件", "操作者", "说明") : List.of("No.", "Time", "What", "By", "More")) {
            table.append("<th>").append(head).append("</th>");
        }
        table.append("</tr></thead><tbody>");
        entries.forEach(entry -> table.append("<tr><td class=\"n\">").append(entry.seq()).append("</td>")
                .append(entry.event().map(event -> row(event, chinese)).orElse("<td></td><td class=\"broken\">" + (chinese ? "无法读取" : "unreadable") + "</td><td></td><td></td>"))
                .append("</tr>"));
        var same = KEPT.stream().filter(asked::containsKey).map(name -> "&amp;" + name + "=" + BoardPage.parameter(asked.get(name))).collect(Collectors.joining());
        return Html.page(chinese, STYLE, chinese ? "线索经过" : "History of a lead", table.append("</tbody></table>")
                .append(next == null ? "" : "<p><a href=\"?cursor=" + BoardPage.parameter(next) + same + "\">" + (chinese ? "下一页" : "Next page") + "</a></p>")
                .append("<p><a href=\"../../board\">").append(chinese ? "看板" : "Board").append("</a></p>").toString());
    }

    private static String row(TimelineEvent event, boolean chinese) {
        var words = HistoryCard.words(event).map(said -> in(said, chinese) + " ").orElse("");
        var more = SAYS.stream().map(event.data()::get).flatMap(value -> value instanceof String text && !text.isEmpty() ? Stream.of(text) : Stream.empty())
                .collect(Collectors.joining(" · "));
        return "<td>" + BoardPage.shown(event.at()) + "</td><td>" + Html.text(words) + "<code>" + Html.text(event.type()) + "</code></td><td>" + Html.text(event.by())
                + "</td><td>" + Html.text(more) + "</td>";
    }

    private static String in(Sentence sentence, boolean chinese) {
        return chinese ? sentence.zh() : sentence.en();
    }

    private static String verified(Map<String, Object> verification, boolean chinese) {
        if (verification == null) {
            return "";
        }
        return Boolean.TRUE.equals(verification.get("verified")) ? "<p>" + (chinese ? "校验通过：与写入时一致。" : "Verified: it is what was written.") + "</p>"
                : "<p class=\"broken\">" + Html.text(verification.get("sentence") instanceof Map<?, ?> words ? words.get(chinese ? "zh" : "en") : null) + "</p>";
    }
}
