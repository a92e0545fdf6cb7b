package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.StaffCodec;
import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Files;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one door for ownership: whoever gets a lead, by whatever way, gets it here. */
public final class Ownership {
    /** Days of counters and caps begin at midnight there. */
    public static final ZoneId ZONE = Staff.COUNTED_IN;

    private final Transactions transactions;
    private final Decisions decisions;
    private final Planner planner;
    private final Clock clock;

    /** @param planner says when what falls due of a lead that somebody gets */
    public Ownership(Store store, Files files, Planner planner, Clock clock) {
        this.transactions = new Transactions(store, clock);
        this.decisions = new Decisions(files);
        this.planner = planner;
        this.clock = clock;
    }

    /** What became of an attempt to give a lead to somebody. */
    public sealed interface Given {
        /** Done; {@code staff} is the owner with the counters as they are now. */
        record Done(Lead lead, Staff staff) implements Given {}

        /** The lead is not as it was seen: look at it again. */
        record LeadChanged() implements Given {}

        /** The rep is not as seen (full, disabled, another turn …); {@code now} is the rep as stored, {@code null} if gone. */
        record RepChanged(Staff now) implements Given {}

        /** The pool's count of turns, the customer, or a rival's transaction stood in the way: look again. */
        record Contended() implements Given {}
    }

    /**
     * What holds for those who take a lead themselves.
     *
     * @param perDay    most leads that somebody may claim on a day, however many of them they gave back
     * @param mostOwned most leads that somebody who claims may own afterwards
     */
    public record Claiming(int perDay, int mostOwned) {}

    /** {@link #give(Lead, Staff, Decision, String, Customers.Customer, boolean, Todos.Todo, Claiming)} to somebody who did not ask for it. */
    public Given give(Lead lead, Staff rep, Decision decision, String by, Customers.Customer customer, boolean claim,
                      Todos.Todo todo) {
        return give(lead, rep, decision, by, customer, claim, todo, null);
    }

    /**
     * Gives the lead to {@code rep} as {@code decision} says, if everything is still as it was seen.
     *
     * @param by       {@code system} or the staff id of who decided
     * @param customer the lead's customer as seen after the lead, or {@code null}
     * @param claim    whether the rep becomes the owner of the customer
     * @param todo     a to-do that comes with it, or {@code null}
     * @param claiming where the rep takes it themselves: what holds for that; otherwise {@code null}
     * @throws IllegalArgumentException if the lead is not one that can be given away
     */
    public Given give(Lead lead, Staff rep, Decision decision, String by, Customers.Customer customer, boolean claim,
                      Todos.Todo todo, Claiming claiming) {
        if (lead.state() != LeadState.SCORED && lead.state() != LeadState.WAITING && lead.state() != LeadState.NURTURING) {
            throw new IllegalArgumentException("lead " + lead.id() + " is " + lead.state().word());
        }
        var now = clock.now();
        var draft = planner.planned(LeadChanges.assigned(lead, rep.id(), planner.team(rep), decision.rulebookVersion(), now));
        var step = Step.next(lead, draft, "assigned", now, by, decisions.data(lead, decision));
        var turn = decision.target() instanceof Decision.ToRep to ? to.turn() : null;
        var more = new ArrayList<Write>();
        more.add(Counters.count(rep, turn, claiming, now));
        if (turn != null && turn.weighted()) {
            more.add(new Write.Update(Key.of(Table.STAFF, StaffCodec.POOL + turn.pool()), List.of(Change.add("taken", 1)),
                    Condition.unchanged("taken", turn.poolSeen())));
        }
        if (claim && customer != null && !customer.restsOn(lead)) {
            more.add(Customers.own(customer.id(), customer.owner(), rep.id()));
        }
        if (todo != null) {
            more.add(Todos.anew(todo)); // a lead that was taken back may come to the fallback owner once more
        }
        return given(transactions.transact(step, more), step.after(), rep, turn, claiming, now);
    }

    /** What a transaction came to whose third write is the new owner's counters. */
    static Given given(Store.TransactResult result, Lead after, Staff rep, Decision.Turn turn, Claiming claiming, Instant now) {
        return switch (result) {
            case Store.TransactResult.Committed() -> new Given.Done(after, Counters.counted(rep, turn, claiming, now));
            case Store.TransactResult.Cancelled(var verdicts) -> switch (verdicts.get(2)) {
                case Store.Verdict.ConditionFailed(var current) -> new Given.RepChanged(
                        current.map(item -> Counters.withFigures(StaffCodec.fromDoc(Doc.of(item), null), rep)).orElse(null));
                case Store.Verdict.Fine(), Store.Verdict.Conflict() -> leadChanged(verdicts)
                        ? new Given.LeadChanged() : new Given.Contended();
            };
        };
    }

    /** Puts the lead into a pool that people work from; {@code false} if the lead was not as seen. */
    public boolean pool(Lead lead, String pool, Decision decision) {
        var step = Step.next(lead, LeadChanges.pooled(lead, pool, decision.rulebookVersion()), "pooled", clock.now(),
                "system", decisions.data(lead, decision));
        return transactions.commit(step, List.of());
    }

    /** Puts the lead on the waiting list; {@code false} if the lead was not as seen. */
    public boolean wait(Lead lead, String reason, Decision decision) {
        var step = Step.next(lead, LeadChanges.waiting(lead, reason, decision.rulebookVersion()), "waiting", clock.now(),
                "system", decisions.data(lead, decision));
        return transactions.commit(step, List.of());
    }

    /** How long the message that moves a lead on may take before it is sent again: it waits in no queue for so long but in a crowd. */
    public static final Duration RESEND_AFTER = Duration.ofMinutes(5);

    /**
     * Takes the lead back from an owner who did nothing, so that the rules place it anew. Whoever calls this sends it on its way;
     * should that message be lost, {@link dev.leadkeeper.lead.Timer#RESEND} falls due.
     *
     * @param due   when that fell due
     * @param cause the message that let it happen
     * @return the lead as it is then; empty if it was not as seen
     * @throws IllegalArgumentException if nobody owns it or it has ended
     */
    public Optional<DueTimers.Fired> takeBack(Lead lead, Instant due, String cause) {
        if (lead.state() != LeadState.ASSIGNED || lead.outcome() != null) {
            throw new IllegalArgumentException("lead " + lead.id() + " is " + lead.state().word() + " " + lead.outcome());
        }
        var now = clock.now();
        var data = Doc.build().put("due", due).put("owner", lead.owner()).put("round", lead.watch().round() + 1).put("cause", cause).done();
        var step = Step.next(lead, LeadChanges.takenBack(lead, now, now.plus(RESEND_AFTER)), "recycled", now, "system", data);
        var writes = List.of(Endings.left(lead), Compliance.takenBack(lead, now, planner.zone(lead.watch().team())));
        return transactions.commit(step, writes) ? Optional.of(new DueTimers.Fired(step.after(), step.event())) : Optional.empty();
    }

    private static boolean leadChanged(List<Store.Verdict> verdicts) {
        return verdicts.subList(0, 2).stream().anyMatch(Store.Verdict.ConditionFailed.class::isInstance);
    }
}
