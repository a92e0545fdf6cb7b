package dev.leadkeeper.notice;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.TimelineEvent;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A lead's history on a card (NO5): what happened, when and by whom, without anything personal of the customer. */
public final class HistoryCard {
    /** Lines of a card: a phone shows as many without scrolling twice, and no channel cuts them off. */
    static final int LINES = 24;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    /** What is worth a line; receipts of notices and links of the chain are not. */
    private static final Map<String, Sentence> WORDS = Map.ofEntries(
            word("scored", "收到并评分", "received and scored"),
            word("revised", "表单更新", "the form was changed"),
            word("assigned", "分配给", "assigned to"),
            word("reassigned", "改派给", "reassigned to"),
            word("released", "退回：", "released by"),
            word("rerouted", "按规则重新分配：", "sent through the rules again by"),
            word("pooled", "进入线索池", "put into a pool"),
            word("waiting", "等待分配", "waiting for somebody"),
            word("contacted", "已联系：", "contacted by"),
            word("activity-recorded", "跟进记录：", "follow-up recorded by"),
            word("evidence-valid", "证据通过", "evidence found valid"),
            word("evidence-rejected", "证据未通过", "evidence rejected"),
            word("stage-moved", "阶段变更：", "stage moved to"),
            word("response-at-risk", "响应即将超时，已提醒", "response at risk, reminded:"),
            word("response-breached", "响应超时", "no response in time from"),
            word("response-red", "长时间未跟进（红灯）", "red: still no response from"),
            word("recycled", "超时收回，原负责人", "taken back from"),
            word("stage-frozen", "阶段停滞", "stands still in its stage"),
            word("snoozed", "暂缓：", "put off by"),
            word("dormant", "客户休眠", "dormant"),
            word("undelivered", "通知未送达：", "a notice did not reach"),
            word("ended", "结束：", "ended:"));

    private HistoryCard() {}

    private static Map.Entry<String, Sentence> word(String type, String zh, String en) {
        return Map.entry(type, new Sentence(zh, en));
    }

    /**
     * The history in both languages, line by line, the oldest first; of a long one the latest lines, with how many came before.
     *
     * @param zone in which times are shown
     */
    public static Sentence of(List<TimelineEvent> history, ZoneId zone) {
        var lines = new ArrayList<Sentence>();
        for (var event : history) {
            words(event).ifPresent(words -> {
                var at = MOMENT.format(event.at().atZone(zone)) + " ";
                lines.add(new Sentence(at + words.zh(), at + words.en()));
            });
        }
        var shown = lines;
        if (lines.size() > LINES) {
            int before = lines.size() - LINES;
            shown = new ArrayList<>(lines.subList(before, lines.size()));
            shown.addFirst(new Sentence("……此前还有 " + before + " 条", "… " + before + " before"));
        }
        return new Sentence(shown.stream().map(Sentence::zh).collect(Collectors.joining("\n")),
                shown.stream().map(Sentence::en).collect(Collectors.joining("\n")));
    }

    /** What happened, in words; empty for what is not worth a line. */
    public static Optional<Sentence> words(TimelineEvent event) {
        var who = about(event);
        return Optional.ofNullable(WORDS.get(event.type()))
                .map(words -> who.isEmpty() ? words : new Sentence(words.zh() + " " + who, words.en() + " " + who));
    }

    private static String about(TimelineEvent event) {
        var data = Doc.of(event.data());
        return switch (event.type()) {
            case "assigned", "reassigned" -> Optional.ofNullable(data.doc("decision")).map(decision -> decision.doc("target"))
                    .map(target -> target.text("rep")).or(() -> Optional.ofNullable(data.text("to"))).orElse("");
            case "stage-moved" -> text(data, "to");
            case "ended" -> text(data, "outcome");
            case "undelivered" -> text(data, "recipient");
            case "response-at-risk", "response-breached", "response-red", "recycled" -> text(data, "owner");
            case "contacted", "activity-recorded", "released", "rerouted", "snoozed" -> event.by();
            default -> "";
        };
    }

    private static String text(Doc data, String field) {
        return Optional.ofNullable(data.text(field)).orElse("");
    }
}
