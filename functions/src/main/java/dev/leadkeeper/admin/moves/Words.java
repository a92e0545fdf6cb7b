package dev.leadkeeper.admin.moves;

import dev.leadkeeper.codec.SentenceCodec;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.MoveReason;
import dev.leadkeeper.lead.Refusal;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Body;
import dev.leadkeeper.people.LeadNow;
import dev.leadkeeper.people.Sheet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What requests that move leads say, and how they are refused. */
final class Words {
    private Words() {}

    /** The reason, which must be one of these. */
    static Optional<MoveReason> reason(Body body, List<MoveReason> reasons) {
        return body.needs("reason").word("reason", reasons.toArray(MoveReason[]::new), MoveReason::word);
    }

    /** The lead as it is after the deed. */
    static Answer done(Lead lead) {
        return new Answer.Versioned(LeadNow.sheet(lead).put("pool", lead.pool()).put("assignedAt", lead.assignedAt())
                .put("keptUntil", lead.watch().keptUntil()).done(), lead.revision());
    }

    /** It cannot be theirs, and why; with how the lead stands. */
    static Answer refused(String rep, Refusal refusal, Lead lead) {
        var words = refusal.sentence();
        return refused(refusal, new Sentence(rep + " " + words.zh(), rep + " " + words.en()), lead);
    }

    /** It cannot be done, in these words; with how the lead stands. */
    static Answer refused(Refusal refusal, Sentence words, Lead lead) {
        return new Answer.Refused(words.en() + " " + words.zh(), Map.of("refusal", refusal.word(), "sentence", SentenceCodec.toDoc(words),
                "current", LeadNow.sheet(lead).done()));
    }

    /** Somebody was faster, or it was never so: this is how it stands. */
    static Answer standsOtherwise(Lead lead) {
        var state = lead.outcome() != null ? lead.outcome() : lead.state().word();
        var owner = lead.owner() == null ? new Sentence("", "") : new Sentence("，负责人 " + lead.owner(), " and owned by " + lead.owner());
        return refused(Refusal.NOT_MOVABLE, new Sentence("线索状态为 " + state + owner.zh(), "the lead is " + state + owner.en()), lead);
    }

    /** What belongs to a refusal in a list. */
    static Sheet refusal(String lead, Refusal refusal) {
        return new Sheet().put("lead", lead).put("refusal", refusal.word()).put("sentence", SentenceCodec.toDoc(refusal.sentence()));
    }
}
