package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes leads off their owner's counters: followed up, won or lost. Who owns a lead is {@link Ownership}'s. */
public final class Endings {
    private final Transactions transactions;
    private final Clock clock;

    public Endings(Store store, Clock clock) {
        this.transactions = new Transactions(store, clock);
        this.clock = clock;
    }

    /**
     * Ends the opportunity: it counts in nobody's leads any more.
     *
     * @param outcome {@link Lead#WON} or {@link Lead#LOST}
     * @param reason  the rulebook's word for why, or {@code null}
     * @param by      staff id of who says so
     * @return the lead as it is then; empty if it was not as seen
     * @throws IllegalArgumentException if nobody owns it or it has ended
     */
    public Optional<Lead> end(Lead lead, String outcome, String reason, String by) {
        if (lead.state() != LeadState.ASSIGNED || lead.outcome() != null) {
            throw new IllegalArgumentException("lead " + lead.id() + " is " + lead.state().word() + " " + lead.outcome());
        }
        var data = Doc.build().put("outcome", outcome).put("stage", lead.stage()).put("reason", reason).done();
        var step = Step.next(lead, LeadChanges.ended(lead, outcome), "ended", clock.now(), by, data);
        return transactions.commit(step, List.of(left(lead))) ? Optional.of(step.after()) : Optional.empty();
    }

    /** Its owner has this lead no more: it counts in neither of their counters. */
    static Write.Update left(Lead lead) {
        var changes = new ArrayList<>(List.of(Change.add("owned", -1)));
        if (isOpen(lead)) {
            changes.add(Change.add("open", -1));
        }
        return new Write.Update(Key.of(Table.STAFF, lead.owner()), changes, Condition.exists("id"));
    }

    /** Whether the lead counts in its owner's {@code open}. */
    static boolean isOpen(Lead lead) {
        return lead.state() == LeadState.ASSIGNED && !lead.contacted() && lead.outcome() == null;
    }

    /** The owner has followed this open lead up, so it counts in {@code open} no more. */
    static Write followedUp(Lead lead) {
        return new Write.Update(Key.of(Table.STAFF, lead.owner()), List.of(Change.add("open", -1)), Condition.exists("id"));
    }
}
