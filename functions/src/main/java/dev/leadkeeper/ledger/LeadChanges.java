package dev.leadkeeper.ledger;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.MoveReason;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.lead.Timer;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** The ways in which a lead changes, each a function from the lead before to the lead after. */
final class LeadChanges {
    private LeadChanges() {}

    static Lead at(Lead lead, TimelineEvent event) {
        return lead.but().after(event).done();
    }

    /** The same lead after an event that changes nothing of what is known. */
    static Lead aside(Lead lead, TimelineEvent event) {
        return lead.but().followedBy(event).done();
    }

    static Lead assigned(Lead lead, String owner, String team, String rulebook, Instant at) {
        return lead.but().ownedBy(owner, at, team).decidedUnder(rulebook).done();
    }

    /** Taken from its owner for want of action, and on its way again; if its message is lost, that is found at {@code resend}. */
    static Lead takenBack(Lead lead, Instant at, Instant resend) {
        return lead.but().leftBy(lead.owner(), at).nextRound().unowned(LeadState.SCORED, null, null)
                .due(Map.of(Timer.RESEND, resend)).done();
    }

    /** From its owner to this one. */
    static Lead handedOver(Lead lead, String owner, String team, String rulebook, Instant at) {
        return lead.but().leftBy(lead.owner(), at).ownedBy(owner, at, team).decidedUnder(rulebook).done();
    }

    /** On its way through the rules again, whoever had it; if its message is lost, that is found at {@code resend}. */
    static Lead rerouted(Lead lead, Instant at, Instant resend) {
        var draft = lead.but();
        if (lead.owner() != null) {
            draft.leftBy(lead.owner(), at);
        }
        return draft.unowned(LeadState.SCORED, null, null).due(Map.of(Timer.RESEND, resend)).done();
    }

    /** Given back to a pool that people work from. */
    static Lead givenBack(Lead lead, String pool, Instant at) {
        return lead.but().leftBy(lead.owner(), at).unowned(LeadState.NURTURING, pool, null).done();
    }

    /** Found to be no lead at all. */
    static Lead junk(Lead lead, Instant at) {
        return lead.but().leftBy(lead.owner(), at).unowned(LeadState.TEST, null, MoveReason.JUNK.word()).done();
    }

    /** Put off until then. */
    static Lead putOff(Lead lead, Instant until) {
        return lead.but().kept(until).done();
    }

    static Lead pooled(Lead lead, String pool, String rulebook) {
        return lead.but().unowned(LeadState.NURTURING, pool, null).decidedUnder(rulebook).done();
    }

    static Lead waiting(Lead lead, String reason, String rulebook) {
        return lead.but().unowned(LeadState.WAITING, "waiting", reason).decidedUnder(rulebook).done();
    }

    static Lead resolved(Lead lead, String reason) {
        return lead.but().unowned(LeadState.RESOLVED, null, reason).done();
    }

    static Lead ended(Lead lead, String outcome) {
        return lead.but().ended(outcome).done();
    }

    static Lead staged(Lead lead, String stage, Instant at) {
        return lead.but().in(stage, at).done();
    }

    /** The same lead that has now seen this delivery as well. */
    static Lead seen(Lead lead, Set<String> marks) {
        return lead.but().hasSeen(marks).done();
    }

    /** A delivery applied to a lead: an owned lead keeps its state and score, any other starts its way again. */
    static Lead delivered(Lead lead, LeadState state, String details, Set<String> marks, Instant order, Priority priority,
                          Integer score, String tier, String rulebook, String customer, String reason) {
        var draft = lead.but().delivered(details, order, customer).hasSeen(marks);
        return lead.state() == LeadState.ASSIGNED ? draft.done()
                : draft.unowned(state, null, reason).scored(priority, score, tier, rulebook).done();
    }
}
