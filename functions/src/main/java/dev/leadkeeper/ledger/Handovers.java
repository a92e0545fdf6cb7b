package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.MoveReason;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Files;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The side of {@link Ownership}'s door where leads have an owner: people hand them over, give them back, send them through
 * the rules again or put them off. Each is one transaction on the lead as it was seen, with the counters of everybody it
 * concerns, so that of a person and the machine who move the same lead at once exactly one does.
 */
public final class Handovers {
    /** Event types, each with {@code owner} (who had it, if anybody) and {@code reason}. */
    public static final String REASSIGNED = "reassigned";
    public static final String RELEASED = "released";
    public static final String REROUTED = "rerouted";
    public static final String SNOOZED = "snoozed";

    private final Transactions transactions;
    private final Decisions decisions;
    private final Planner planner;
    private final Clock clock;

    public Handovers(Store store, Files files, Planner planner, Clock clock) {
        this.transactions = new Transactions(store, clock);
        this.decisions = new Decisions(files);
        this.planner = planner;
        this.clock = clock;
    }

    /**
     * Who moves a lead and why.
     *
     * @param by   staff id
     * @param plan the plan of many moves that this one is part of, {@code null} if it stands alone
     */
    public record Said(String by, MoveReason reason, String plan) {
        Doc.Builder data(Lead lead) {
            return Doc.build().put("owner", lead.owner()).put("reason", reason.word()).put("plan", plan);
        }
    }

    /**
     * Gives an owned lead to somebody else: the counters of both, the clocks of the new owner.
     *
     * @param customer the lead's customer as seen after the lead, or {@code null}
     * @param claim    whether the customer goes along
     * @throws IllegalArgumentException if nobody owns the lead, it has ended, or it is this rep's already
     */
    public Ownership.Given reassign(Lead lead, Staff rep, Decision decision, Said said, Customers.Customer customer, boolean claim) {
        requireOwned(lead);
        if (rep.id().equals(lead.owner())) {
            throw new IllegalArgumentException("lead " + lead.id() + " is " + rep.id() + "'s already");
        }
        var now = clock.now();
        var draft = LeadChanges.handedOver(lead, rep.id(), planner.team(rep), decision.rulebookVersion(), now);
        var data = new HashMap<>(decisions.data(lead, decision));
        data.putAll(said.data(lead).done());
        var step = Step.next(lead, planner.planned(draft), REASSIGNED, now, said.by(), data);
        var more = new ArrayList<Write>(List.of(Counters.count(rep, null, null, now), Endings.left(lead)));
        if (claim && customer != null && !customer.restsOn(lead)) {
            more.add(Customers.own(customer.id(), customer.owner(), rep.id()));
        }
        return Ownership.given(transactions.transact(step, more), step.after(), rep, null, null, now);
    }

    /** Gives an owned lead back to a pool that people work from. Empty if it was not as seen. */
    public Optional<Lead> toPool(Lead lead, String pool, Said said) {
        requireOwned(lead);
        var now = clock.now();
        var data = said.data(lead).put("to", "pool").put("pool", pool).done();
        return commit(Step.next(lead, LeadChanges.givenBack(lead, pool, now), RELEASED, now, said.by(), data), Endings.left(lead));
    }

    /** Gives an owned lead back, to go through the rules again. Whoever calls this sends it on its way. Empty if it was not as seen. */
    public Optional<Lead> toRules(Lead lead, Said said) {
        requireOwned(lead);
        return again(lead, RELEASED, said.data(lead).put("to", "rules").done(), said.by());
    }

    /**
     * Gives an owned lead back as junk: it is kept and flagged and nobody gets it any more.
     *
     * @param owner as seen
     * @param turns the pool of turns by which the owner got it, which owes them another lead now; {@code null} if it took none
     * @return the lead as it is then; empty if it or the owner was not as seen
     */
    public Optional<Lead> junk(Lead lead, Staff owner, String turns, Said said) {
        requireOwned(lead);
        var now = clock.now();
        var data = said.data(lead).put("to", "junk").put("owed", turns).done();
        return commit(Step.next(lead, LeadChanges.junk(lead, now), RELEASED, now, said.by(), data),
                turns == null ? Endings.left(lead) : Counters.leftAsJunk(lead, owner, turns));
    }

    /**
     * Sends a lead through the rules again, whoever has it. Whoever calls this sends it on its way.
     *
     * @return the lead as it is then; empty if it was not as seen
     * @throws IllegalArgumentException if no rule could place it as it stands
     */
    public Optional<Lead> reroute(Lead lead, Said said) {
        if (!mayBeRerouted(lead)) {
            throw new IllegalArgumentException("lead " + lead.id() + " is " + lead.state().word() + " " + lead.reason() + " " + lead.outcome());
        }
        return again(lead, REROUTED, said.data(lead).put("from", lead.state().word()).done(), said.by());
    }

    /** Whether the rules could place it anew: owned and not ended, in a pool, waiting, or taken for junk by somebody. */
    public static boolean mayBeRerouted(Lead lead) {
        return switch (lead.state()) {
            case ASSIGNED -> lead.outcome() == null;
            case NURTURING, WAITING -> true;
            case TEST -> MoveReason.JUNK.word().equals(lead.reason());
            case SCORED, ATTENTION, RESOLVED -> false;
        };
    }

    private Optional<Lead> again(Lead lead, String type, Map<String, Object> data, String by) {
        var now = clock.now();
        var step = Step.next(lead, LeadChanges.rerouted(lead, now, now.plus(Ownership.RESEND_AFTER)), type, now, by, data);
        return lead.owner() == null ? commit(step) : commit(step, Endings.left(lead));
    }

    /**
     * Puts an owned lead off: it is not taken back before then for want of action.
     *
     * @param nth the how manieth time for this owner
     * @return the lead as it is then; empty if it was not as seen
     */
    public Optional<Lead> snooze(Lead lead, Instant until, int nth, Said said) {
        requireOwned(lead);
        var data = said.data(lead).put("until", until).put("n", nth).done();
        return commit(Step.next(lead, planner.planned(LeadChanges.putOff(lead, until)), SNOOZED, clock.now(), said.by(), data));
    }

    private Optional<Lead> commit(Step step, Write... more) {
        return transactions.commit(step, List.of(more)) ? Optional.of(step.after()) : Optional.empty();
    }

    private static void requireOwned(Lead lead) {
        if (lead.state() != LeadState.ASSIGNED || lead.outcome() != null) {
            throw new IllegalArgumentException("lead " + lead.id() + " is " + lead.state().word() + " " + lead.outcome());
        }
    }
}
