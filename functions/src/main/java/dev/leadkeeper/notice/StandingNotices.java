package dev.leadkeeper.notice;

import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Standing;
import dev.leadkeeper.ledger.Compliance;
import dev.leadkeeper.rulebook.Deadlines;
import java.time.Instant;

/** What people learn of how reps answer (AS11) and record (FU6). Each is told once. */
public final class StandingNotices {
    public static final String COMPLIANCE = "compliance";
    public static final String SILENT_REP = "silent-rep";

    private StandingNotices() {}

    /** To a rep whose running week would suspend them. */
    public static Notice ahead(Compliance.Week week, Deadlines.Compliance rules) {
        var share = week.kept() + "/" + week.counted();
        var below = Math.round(rules.suspendBelow() * 100) + "%";
        return compliance(week.staff(), week.week() + ":ahead", week.staff(), new Sentence("按时响应率预警", "Few answers in time this week"),
                new Sentence("本周按时响应 " + share + "，低于 " + below + "。若到周日仍低于该值，下周将暂停向您派发新线索。请优先响应未联系的线索。",
                        "This week you answered " + share + " leads in time, which is below " + below
                                + ". If it stays so until Sunday, you get no new leads next week. Please answer those that wait first."),
                week.week());
    }

    /** To a rep who has the first choice for a week. */
    public static Notice preferred(String rep, Standing standing) {
        var share = standing.kept() + "/" + standing.counted();
        return compliance(rep, standing.week() + ":preferred", rep, new Sentence("本周享有优先选择权", "First choice this week"),
                new Sentence("您已连续多周按时响应（上周 " + share + "），本周按成绩分配的线索优先派给您。",
                        "You answered in time for weeks (last week " + share + "). This week leads that go by merit come to you first."), standing.week());
    }

    /** To a rep who is suspended for a week, or to somebody who supervises them. */
    public static Notice suspended(String rep, String recipient, Standing standing) {
        var share = standing.kept() + "/" + standing.counted();
        var zh = recipient.equals(rep) ? "您" : rep + " ";
        var en = recipient.equals(rep) ? "You" : rep;
        return compliance(rep, standing.week() + ":suspended", recipient, new Sentence("本周暂停派发新线索", "No new leads this week"),
                new Sentence(zh + "上周按时响应 " + share + "，低于规定，本周暂停派发新线索；手上的线索请照常跟进。主管可在员工页面恢复。",
                        en + " answered " + share + " leads in time last week, fewer than the rules ask for, and gets no new leads this week. "
                                + "Leads at hand are to be followed up as usual. A manager can lift this on the staff entry."), standing.week());
    }

    private static Notice compliance(String rep, String what, String recipient, Sentence title, Sentence text, String week) {
        return new Notice(COMPLIANCE + ":" + rep + ":" + what + ":" + recipient, COMPLIANCE, recipient, null, title, text, week);
    }

    /**
     * To a supervisor: a light word on a rep who records nothing.
     *
     * @param since when the silence began, which tells one from the next
     * @param days  worked days without an entry
     * @param leads that they have
     */
    public static Notice silent(String rep, String supervisor, Instant since, int days, int leads) {
        return new Notice(SILENT_REP + ":" + rep + ":" + Long.toString(since.toEpochMilli(), 36) + ":" + supervisor, SILENT_REP, supervisor, null,
                new Sentence("轻提醒：" + rep + " 近期没有跟进记录", "A light word: no entries of " + rep),
                new Sentence(rep + " 已 " + days + " 个工作日没有任何跟进记录，手上有 " + leads + " 条线索。问一句是否需要帮忙。",
                        rep + " has recorded nothing for " + days + " working days and has " + leads + " leads. Ask whether help is needed."),
                "silent-" + rep);
    }
}
