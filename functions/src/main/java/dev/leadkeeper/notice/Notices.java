package dev.leadkeeper.notice;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadId;
import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.Sentence;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes notices. Ids follow from the cause, so that the same cause is the same notice however often its message comes.
 * A group may read over the recipient's shoulder: names are masked, phones and addresses are never in a notice, whoever
 * may see them follows the link.
 */
public final class Notices {
    public static final String NEW_LEAD = "new-lead";
    public static final String TODO = "todo";
    public static final String DRIFT = "drift";
    public static final String ADDRESS = "address";
    public static final String UNDELIVERED = "undelivered";
    public static final String REVIEW = "review";
    public static final String REVIEWED = "reviewed";
    public static final String ADVICE = "advice";

    /** Characters of a stranger's field name that are shown. */
    private static final int FIELD_SHOWN = 80;

    private Notices() {}

    /**
     * Somebody got a lead.
     *
     * @param lead     as assigned: {@link Lead#owner()} is told, {@link Lead#assignedAt()} tells one assignment from the next
     * @param because  why it is theirs
     * @throws IllegalArgumentException if the lead has no owner
     */
    public static Notice newLead(Lead lead, Facts facts, Sentence because) {
        if (lead.owner() == null || lead.assignedAt() == null) {
            throw new IllegalArgumentException("lead " + lead.id() + " is nobody's");
        }
        var urgent = lead.priority() == Priority.URGENT;
        var title = new Sentence((urgent ? "【急】" : "") + "新线索 " + lead.id(), (urgent ? "Urgent: new" : "New") + " lead " + lead.id());
        return new Notice(NEW_LEAD + ":" + lead.id() + ":" + moment(lead.assignedAt()), NEW_LEAD, lead.owner(), lead.id(),
                title, Wording.newLead(lead, facts, because), lead.trace());
    }

    /**
     * Somebody has something to do.
     *
     * @param cause what tells it from other to-dos of the same lead, such as a to-do's id
     * @param lead  the lead's id, or {@code null}
     */
    public static Notice todo(String cause, String recipient, String lead, Sentence text, String trace) {
        var about = lead == null ? new Sentence("待办", "To do") : new Sentence("待办：线索 " + lead, "To do: lead " + lead);
        return new Notice(TODO + ":" + cause + ":" + recipient, TODO, recipient, lead, about, text, trace);
    }

    /**
     * Red-light advice on a lead to its owner: once for each reason and owner.
     *
     * @param why what it follows from, such as {@code rejections}
     */
    public static Notice advice(Lead lead, String why, Sentence advice) {
        return new Notice(ADVICE + ":" + lead.id() + ":" + why + ":" + lead.owner(), ADVICE, lead.owner(), lead.id(),
                new Sentence("红灯建议：线索 " + lead.id(), "Red light: lead " + lead.id()), advice, lead.trace());
    }

    /** When the assignment was that a notice tells of; empty for any other notice. */
    public static Optional<Instant> assignment(Notice notice) {
        return notice.kind().equals(NEW_LEAD)
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(notice.id().substring(notice.id().lastIndexOf(':') + 1), 36))) : Optional.empty();
    }

    /** A form sends a field that its mapping does not know (字段变更). Field names are a stranger's. */
    public static Notice drift(String form, String field, String recipient, String trace) {
        var key = key(form + "\0" + field);
        return new Notice(DRIFT + ":" + form + ":" + key + ":" + recipient, DRIFT, recipient, null,
                new Sentence("表单字段变更：" + form, "A form has changed: " + form), Wording.drift(form, shown(field)), trace);
    }

    /**
     * Something would keep notices from arriving: to an admin, once until it is mended.
     *
     * @param problem its id
     * @param since   when it was found, which tells one time from the next
     */
    public static Notice address(String problem, Instant since, Sentence text, String recipient) {
        return new Notice(ADDRESS + ":" + key(problem) + ":" + moment(since) + ":" + recipient, ADDRESS, recipient, null,
                new Sentence("通知渠道需要处理", "A way to reach people does not work"), text, "checkup");
    }

    /** A notice reached its recipient on no channel. */
    public static Notice undelivered(Notice notice, String recipient) {
        var about = notice.lead() == null ? new Sentence("", "") : new Sentence("，线索 " + notice.lead(), ", lead " + notice.lead());
        return new Notice(UNDELIVERED + ":" + notice.id() + ":" + recipient, UNDELIVERED, recipient, notice.lead(),
                new Sentence("通知未送达：" + notice.recipient() + about.zh(), "Undelivered: " + notice.recipient() + about.en()),
                Wording.undelivered(notice), notice.trace());
    }

    /**
     * A supervisor must look at what somebody recorded.
     *
     * @param entry id of the entry in the review queue, which tells one time from the next
     * @param type  the rulebook's name for this kind of activity
     * @param total points of 100
     */
    public static Notice review(String entry, String recipient, Activity activity, Sentence type, int total, String trace) {
        return new Notice(REVIEW + ":" + key(entry) + ":" + recipient, REVIEW, recipient, activity.lead(),
                new Sentence("待复核：线索 " + activity.lead(), "To review: lead " + activity.lead()),
                Wording.review(activity, type, total), trace);
    }

    /**
     * A supervisor has decided about what somebody recorded: they are told, without what was said in own words.
     *
     * @param activity as reviewed
     * @param reason   the rulebook's words for why
     */
    public static Notice reviewed(Activity activity, Sentence reason, String trace) {
        return new Notice(REVIEWED + ":" + activity.id() + ":" + activity.review().get("facts"), REVIEWED, activity.staff(), activity.lead(),
                new Sentence("复核结果：线索 " + activity.lead(), "Reviewed: lead " + activity.lead()),
                Wording.reviewed(activity, reason), trace);
    }

    private static String key(String text) {
        return LeadId.base32(LeadId.sha256(text));
    }

    /** Milliseconds in base 36, so that no row of digits looks like a phone number to a log. */
    private static String moment(Instant at) {
        return Long.toString(at.toEpochMilli(), 36);
    }

    private static String shown(String field) {
        var plain = field.replaceAll("\\p{Cntrl}", " ");
        return plain.codePointCount(0, plain.length()) <= FIELD_SHOWN ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, FIELD_SHOWN)) + "…";
    }
}
