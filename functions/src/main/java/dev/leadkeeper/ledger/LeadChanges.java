package dev.leadkeeper.ledger;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.TimelineEvent;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** The ways in which a lead changes, each a function from the lead before to the lead after. */
final class LeadChanges {
    private LeadChanges() {}

    static Lead at(Lead lead, TimelineEvent event) {
        return new Lead(lead.id(), event.seq(), event.hash(), lead.state(), lead.form(), lead.details(), lead.seen(),
                lead.order(), lead.createdAt(), lead.priority(), lead.score(), lead.tier(), lead.rulebook(),
                lead.customer(), lead.owner(), lead.pool(), lead.reason(), lead.assignedAt(), lead.contacted(), lead.trace());
    }

    static Lead assigned(Lead lead, String owner, String rulebook, Instant at) {
        return new Lead(lead.id(), lead.ver(), lead.head(), LeadState.ASSIGNED, lead.form(), lead.details(), lead.seen(),
                lead.order(), lead.createdAt(), lead.priority(), lead.score(), lead.tier(), rulebook, lead.customer(),
                owner, null, null, at, false, lead.trace());
    }

    static Lead pooled(Lead lead, String pool, String rulebook) {
        return new Lead(lead.id(), lead.ver(), lead.head(), LeadState.NURTURING, lead.form(), lead.details(), lead.seen(),
                lead.order(), lead.createdAt(), lead.priority(), lead.score(), lead.tier(), rulebook, lead.customer(),
                null, pool, null, null, false, lead.trace());
    }

    static Lead waiting(Lead lead, String reason, String rulebook) {
        return new Lead(lead.id(), lead.ver(), lead.head(), LeadState.WAITING, lead.form(), lead.details(), lead.seen(),
                lead.order(), lead.createdAt(), lead.priority(), lead.score(), lead.tier(), rulebook, lead.customer(),
                null, "waiting", reason, null, false, lead.trace());
    }

    static Lead resolved(Lead lead, String reason) {
        return new Lead(lead.id(), lead.ver(), lead.head(), LeadState.RESOLVED, lead.form(), lead.details(), lead.seen(),
                lead.order(), lead.createdAt(), lead.priority(), lead.score(), lead.tier(), lead.rulebook(),
                lead.customer(), null, null, reason, null, false, lead.trace());
    }

    /** The same lead that has now seen this body as well. */
    static Lead seen(Lead lead, String body) {
        return new Lead(lead.id(), lead.ver(), lead.head(), lead.state(), lead.form(), lead.details(),
                with(lead.seen(), body), lead.order(), lead.createdAt(), lead.priority(), lead.score(), lead.tier(),
                lead.rulebook(), lead.customer(), lead.owner(), lead.pool(), lead.reason(), lead.assignedAt(),
                lead.contacted(), lead.trace());
    }

    /** A delivery applied to a lead: an owned lead keeps its state and score, any other starts its way again. */
    static Lead delivered(Lead lead, LeadState state, String details, String body, Instant order, Priority priority,
                          Integer score, String tier, String rulebook, String customer, String reason) {
        var owned = lead.state() == LeadState.ASSIGNED;
        return new Lead(lead.id(), lead.ver(), lead.head(), owned ? lead.state() : state, lead.form(), details,
                with(lead.seen(), body), order, lead.createdAt(), owned ? lead.priority() : priority,
                owned ? lead.score() : score, owned ? lead.tier() : tier, owned ? lead.rulebook() : rulebook, customer,
                lead.owner(), null, owned ? null : reason, lead.assignedAt(), lead.contacted(), lead.trace());
    }

    private static Set<String> with(Set<String> seen, String body) {
        var all = new TreeSet<>(seen);
        all.add(body);
        return all;
    }
}
