package dev.leadkeeper.notice;

import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.TimelineEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * What people learn of deadlines: reps what runs out on them, supervisors what ran out, with the lead's whole history. Each is
 * told of an event once, however often its message comes.
 */
public final class DeadlineNotices {
    public static final String AT_RISK = "at-risk";
    public static final String BREACHED = "breached";
    public static final String RED = "red";
    public static final String RECYCLED = "recycled";
    public static final String FROZEN = "frozen";
    public static final String DORMANT = "dormant";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private DeadlineNotices() {}

    /**
     * What a notice is about.
     *
     * @param lead    as it is now
     * @param facts   what is known of the customer
     * @param event   that something fell due
     * @param owner   whose the lead was then, {@code null} if nobody's
     * @param history the lead's, for the card
     * @param zone    in which times are shown
     */
    public record About(Lead lead, Facts facts, TimelineEvent event, String owner, List<TimelineEvent> history, ZoneId zone) {
        private Notice notice(String kind, String recipient, Sentence title, Sentence text) {
            return new Notice(kind + ":" + lead.id() + ":" + Long.toString(event.seq(), 36) + ":" + recipient, kind, recipient, lead.id(),
                    new Sentence(title.zh() + "：线索 " + lead.id(), title.en() + ": lead " + lead.id()), text, lead.trace());
        }

        private Sentence card(Sentence first) {
            var who = Wording.about(lead, facts);
            var history = HistoryCard.of(this.history, zone);
            return new Sentence(first.zh() + "\n" + who.zh() + "\n—— 完整经过 ——\n" + history.zh(),
                    first.en() + "\n" + who.en() + "\n-- history --\n" + history.en());
        }

        private String shown(Instant at) {
            return at == null ? "-" : MOMENT.format(at.atZone(zone));
        }
    }

    /** To the rep: the response lock ends soon. @param until when it does */
    public static Notice atRisk(About about, Instant until) {
        var who = Wording.about(about.lead(), about.facts());
        return about.notice(AT_RISK, about.owner(), new Sentence("响应即将超时", "Response at risk"),
                new Sentence("请在 " + about.shown(until) + " 前联系客户并报到，否则将通知主管。\n" + who.zh(),
                        "Contact the customer and check in before " + about.shown(until) + ", or your supervisor will be told.\n" + who.en()));
    }

    /** To the rep: the response lock is over. @param takenAt when the lead will be taken back, {@code null} if it will not */
    public static Notice missed(About about, Instant takenAt) {
        var zh = takenAt == null ? "" : "若 " + about.shown(takenAt) + " 前仍无跟进，线索将被收回并改派。";
        var en = takenAt == null ? "" : " If nothing happens before " + about.shown(takenAt) + ", the lead goes to somebody else.";
        return about.notice(BREACHED, about.owner(), new Sentence("响应超时", "Response breached"),
                new Sentence("您未在响应时限内联系客户，已通知主管。请立即联系并报到。" + zh,
                        "You did not contact the customer in time and your supervisor was told. Contact them now and check in." + en));
    }

    /** To a supervisor: the rep did not respond in time. */
    public static Notice breached(About about, String supervisor) {
        return about.notice(BREACHED, supervisor, new Sentence("响应超时", "Response breached"), about.card(
                new Sentence(about.owner() + " 未在响应时限内联系客户。请督促或改派。",
                        about.owner() + " did not contact the customer in time. See to it, or give the lead to somebody else.")));
    }

    /** To a supervisor: still nothing happened. */
    public static Notice red(About about, String supervisor) {
        return about.notice(RED, supervisor, new Sentence("红灯：长时间未跟进", "Red: nobody follows up"), about.card(
                new Sentence(about.owner() + " 至今未联系客户。", about.owner() + " has still not contacted the customer.")));
    }

    /** To the rep whose lead was taken back. */
    public static Notice taken(About about) {
        return about.notice(RECYCLED, about.owner(), new Sentence("线索已收回", "Lead taken back"),
                new Sentence("超过时限没有有效跟进，该线索已收回并将改派他人。", "There was no follow-up in time. The lead was taken back and goes to somebody else."));
    }

    /** To a supervisor: the lead was taken back and is on its way to somebody else. */
    public static Notice recycled(About about, String supervisor) {
        return about.notice(RECYCLED, supervisor, new Sentence("线索已收回改派", "Lead taken back"), about.card(
                new Sentence(about.owner() + " 超过时限没有有效跟进，线索已收回，正按规则改派给他人。",
                        about.owner() + " did nothing in time. The lead was taken back and is given to somebody else by the rules.")));
    }

    /** To rep and supervisors: the opportunity stands still. @param stage its id */
    public static Notice frozen(About about, String recipient, String stage, long days) {
        return about.notice(FROZEN, recipient, new Sentence("阶段停滞", "Stage frozen"),
                new Sentence("商机在阶段「" + stage + "」停留超过 " + days + " 天，在推进之前不计入业绩统计。负责人：" + about.owner(),
                        "The opportunity has been in stage \"" + stage + "\" for more than " + days + " days and counts in no figure until it moves. Owner: " + about.owner()));
    }

    /** To rep and supervisors: the customer is dormant. */
    public static Notice dormant(About about, String recipient, long days) {
        return about.notice(DORMANT, recipient, new Sentence("客户休眠", "Customer dormant"), about.card(
                new Sentence("超过 " + days + " 天没有任何跟进，且没有明确的下一步。记录任何有效跟进即可唤醒。",
                        "Nothing happened for more than " + days + " days and no next step is agreed. Any real follow-up wakes the customer.")));
    }
}
