package dev.leadkeeper.notice;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.Sentence;
import java.util.ArrayList;

/** The texts of notices, line by line; what is not known has no line. */
final class Wording {
    private Wording() {}

    static Sentence newLead(Lead lead, Facts facts, Sentence because) {
        var lines = lines(lead, facts);
        lines.add(new Sentence("分配原因：" + because.zh(), "Why you: " + because.en()));
        return lines.sentence();
    }

    /** What a lead is about, for people who may read over the recipient's shoulder. */
    static Sentence about(Lead lead, Facts facts) {
        return lines(lead, facts).sentence();
    }

    private static Lines lines(Lead lead, Facts facts) {
        var lines = new Lines();
        if (facts.contact().name() != null) {
            lines.add("联系人", "Contact", masked(facts.contact().name()));
        }
        lines.add("公司", "Company", facts.company());
        lines.add("咨询内容", "Subject", facts.subject());
        lines.add("地区", "Region", facts.region() == null ? null : facts.region().name());
        lines.add("需求时间", "Needed by", facts.needBy());
        if (lead.score() != null) {
            var tier = lead.tier() == null ? "" : " (" + lead.tier() + ")";
            lines.add("评分", "Score", lead.score() + tier);
        }
        var urgent = lead.priority() == Priority.URGENT;
        lines.add(new Sentence("优先级：" + (urgent ? "紧急" : "普通"), "Priority: " + lead.priority().word()));
        return lines;
    }

    static Sentence drift(String form, String field) {
        return new Sentence("表单 " + form + " 出现未映射的字段「" + field + "」。数据已保留，线索照常分配；请补充映射或忽略该字段。",
                "Form " + form + " sent a field that its mapping does not know: \"" + field
                        + "\". The data is kept and leads are assigned as usual; please map the field or ignore it.");
    }

    static Sentence undelivered(Notice notice) {
        return new Sentence("发给 " + notice.recipient() + " 的通知「" + notice.title().zh() + "」在所有渠道均未送达，请直接联系本人并检查其通知渠道。",
                "The notice \"" + notice.title().en() + "\" reached " + notice.recipient()
                        + " on no channel. Please tell them yourself and check their channels.");
    }

    static Sentence review(Activity activity, Sentence type, int total) {
        return new Sentence(activity.staff() + " 记录的「" + type.zh() + "」可信度为 " + total + " 分（满分 100），请在复核列表中查看各项得分与凭证，并决定是否采信。",
                "\"" + type.en() + "\" as recorded by " + activity.staff() + " scores " + total
                        + " of 100. Please look at the points and the evidence in the review list and decide whether it counts.");
    }

    static Sentence reviewed(Activity activity, Sentence reason) {
        return activity.counts()
                ? new Sentence("您记录的动作 " + activity.id() + " 已被主管采信。理由：" + reason.zh(),
                        "Your record " + activity.id() + " was accepted. Reason: " + reason.en())
                : new Sentence("您记录的动作 " + activity.id() + " 未被主管采信，不再计入阶段要求和统计。理由：" + reason.zh() + "。请补齐凭证后重新记录。",
                        "Your record " + activity.id() + " was rejected and counts no more, neither for stages nor for figures. Reason: "
                                + reason.en() + ". Please record it again with what is missing.");
    }

    /** The first character and two stars: enough to recognise, too little to look somebody up. */
    private static String masked(String name) {
        return name.isEmpty() ? "**" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    private static final class Lines {
        private final ArrayList<String> zh = new ArrayList<>();
        private final ArrayList<String> en = new ArrayList<>();

        void add(String labelZh, String labelEn, String value) {
            if (value != null && !value.isEmpty()) {
                var line = value.replaceAll("\\R", " ");
                add(new Sentence(labelZh + "：" + line, labelEn + ": " + line));
            }
        }

        void add(Sentence line) {
            zh.add(line.zh());
            en.add(line.en());
        }

        Sentence sentence() {
            return new Sentence(String.join("\n", zh), String.join("\n", en));
        }
    }
}
