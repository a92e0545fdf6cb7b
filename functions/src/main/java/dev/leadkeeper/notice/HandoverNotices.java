package dev.leadkeeper.notice;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.MoveReason;
import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.TimelineEvent;

/** Notices to those who do not have a lead any more and to those who lead them. */
public final class HandoverNotices {
    /** Kind of the notice that somebody else moved one's lead. */
    public static final String HANDED_OVER = "handed-over";
    /** Kind of the notice that somebody whom one leads gave a lead back as junk. */
    public static final String JUNK = "junk";

    private HandoverNotices() {}

    /**
     * To the former owner: somebody else moved their lead. Of many leads moved by one plan they learn by one notice.
     *
     * @param event with {@code owner} and {@code reason}
     */
    static Notice former(Lead lead, TimelineEvent event) {
        var data = Doc.of(event.data());
        var owner = data.required("owner");
        var why = reason(data);
        var plan = data.text("plan");
        if (plan != null) {
            return new Notice(HANDED_OVER + ":" + plan + ":" + owner, HANDED_OVER, owner, null, new Sentence("线索批量调整", "Leads were moved"),
                    new Sentence(event.by() + " 批量调整了您负责的线索（" + why.zh() + "），已调整的线索不再由您跟进，请查看您的线索列表。",
                            event.by() + " moved leads of yours (" + why.en() + "). They are not yours to follow up any more; please look at your list."),
                    lead.trace());
        }
        var to = data.doc("decision") == null ? null : data.doc("decision").doc("target").text("rep");
        var where = to == null ? new Sentence("已由 " + event.by() + " 收回并重新安排", "was taken back by " + event.by())
                : new Sentence("已由 " + event.by() + " 改派给 " + to, "was handed over to " + to + " by " + event.by());
        return new Notice(HANDED_OVER + ":" + lead.id() + ":" + event.seq() + ":" + owner, HANDED_OVER, owner, lead.id(),
                new Sentence("线索调整：" + lead.id(), "Lead moved: " + lead.id()),
                new Sentence("线索 " + lead.id() + " " + where.zh() + "（" + why.zh() + "），不再由您跟进。",
                        "Lead " + lead.id() + " " + where.en() + " (" + why.en() + "). It is not yours to follow up any more."), lead.trace());
    }

    /** To who leads the former owner: they say it is junk, which somebody should believe or not. */
    static Notice junk(Lead lead, TimelineEvent event, String recipient) {
        var owner = Doc.of(event.data()).required("owner");
        return new Notice(JUNK + ":" + lead.id() + ":" + event.seq() + ":" + recipient, JUNK, recipient, lead.id(),
                new Sentence("无效线索：" + lead.id(), "Junk: lead " + lead.id()),
                new Sentence(owner + " 将线索 " + lead.id() + " 退回为无效线索。如判断有误，请将其重新按规则分配。",
                        owner + " gave lead " + lead.id() + " back as junk. If it is none, send it through the rules again."), lead.trace());
    }

    private static Sentence reason(Doc data) {
        return MoveReason.of(data.required("reason")).map(MoveReason::sentence).orElse(new Sentence(data.required("reason"), data.required("reason")));
    }
}
