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
import java.time.LocalDate;
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
     * Gives the lead to {@code rep} as {@code decision} says, if everything is still as it was seen.
     *
     * @param by       {@code system} or the staff id of who decided
     * @param customer the lead's customer as seen after the lead, or {@code null}
     * @param claim    whether the rep becomes the owner of the customer
     * @param todo     a to-do that comes with it, or {@code null}
     * @throws IllegalArgumentException if the lead is not one that can be given away
     */
    public Given give(Lead lead, Staff rep, Decision decision, String by, Customers.Customer customer, boolean claim,
                      Todos.Todo todo) {
        if (lead.state() != LeadState.SCORED && lead.state() != LeadState.WAITING && lead.state() != LeadState.NURTURING) {
            throw new IllegalArgumentException("lead " + lead.id() + " is " + lead.state().word());
        }
        var now = clock.now();
        var draft = planner.planned(LeadChanges.assigned(lead, rep.id(), planner.team(rep), decision.rulebookVersion(), now));
        var step = Step.next(lead, draft, "assigned", now, by, decisions.data(lead, decision));
        var turn = decision.target() instanceof Decision.ToRep to ? to.turn() : null;
        var more = new ArrayList<Write>();
        more.add(count(rep, turn, now));
        if (turn != null && turn.weighted()) {
            more.add(new Write.Update(Key.of(Table.STAFF, StaffCodec.POOL + turn.pool()), List.of(Change.add("taken", 1)),
                    Condition.unchanged("taken", turn.poolSeen())));
        }
        if (claim && customer != null && !customer.restsOn(lead)) {
            more.add(Customers.own(customer.id(), customer.owner(), rep.id()));
        }
        if (todo != null) {
            more.add(Todos.write(todo));
        }
        var result = transactions.transact(step, more);
        return switch (result) {
            case Store.TransactResult.Committed() -> new Given.Done(step.after(), counted(rep, turn, now));
            case Store.TransactResult.Cancelled(var verdicts) -> switch (verdicts.get(2)) {
                case Store.Verdict.ConditionFailed(var current) -> new Given.RepChanged(
                        current.map(item -> withFigures(StaffCodec.fromDoc(Doc.of(item), null), rep)).orElse(null));
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
        return transactions.commit(step, List.of(Endings.left(lead))) ? Optional.of(new DueTimers.Fired(step.after(), step.event())) : Optional.empty();
    }

    private static boolean leadChanged(List<Store.Verdict> verdicts) {
        return verdicts.subList(0, 2).stream().anyMatch(Store.Verdict.ConditionFailed.class::isInstance);
    }

    /** The rep's counters go up, if the rep may still have the lead and, where turns are taken, has had no other since. */
    private static Write count(Staff rep, Decision.Turn turn, Instant now) {
        var today = day(rep, now);
        var sameDay = today.equals(rep.ledger().day());
        var conditions = new ArrayList<Condition>(List.of(
                Condition.equal("status", Staff.Status.ACTIVE.word()),
                Condition.equal("canReceive", true),
                Condition.equal("cap", (long) rep.cap()),
                Condition.below("open", (long) rep.cap()),
                Condition.unchanged("day", rep.ledger().day()),
                Condition.unchanged("dayCap", rep.dayCap() == null ? null : rep.dayCap().longValue()),
                Condition.unchanged("backlogCap", rep.backlogCap() == null ? null : rep.backlogCap().longValue())));
        if (rep.dayCap() != null && sameDay) { // on a new day the count starts anew, and "day" is as it was seen
            conditions.add(Condition.below("today", rep.dayCap().longValue()));
        }
        if (rep.backlogCap() != null) {
            conditions.add(Condition.below("owned", rep.backlogCap().longValue()));
        }
        var changes = new ArrayList<Change>(List.of(
                Change.add("open", 1),
                Change.add("owned", 1),
                sameDay ? Change.add("today", 1) : Change.set("today", 1L),
                Change.set("day", today),
                Change.set("lastAt", now.toString())));
        if (turn != null) {
            conditions.add(Condition.unchanged("turns." + turn.pool(), turn.seen()));
            changes.add(Change.set("turns." + turn.pool(), turn.next()));
        }
        return new Write.Update(Key.of(Table.STAFF, rep.id()), changes, new Condition.All(conditions));
    }

    private static Staff counted(Staff rep, Decision.Turn turn, Instant now) {
        var before = rep.ledger();
        var turns = new java.util.HashMap<>(before.turns());
        if (turn != null) {
            turns.put(turn.pool(), turn.next());
        }
        var today = day(rep, now);
        return withLedger(rep, new Staff.Ledger(before.open() + 1, before.owned() + 1, today,
                today.equals(before.day()) ? before.today() + 1 : 1, turns, now));
    }

    /** The day on which a lead given now counts: the clock's, unless an instance whose clock is ahead has begun the next one. */
    private static String day(Staff rep, Instant now) {
        var today = LocalDate.ofInstant(now, ZONE).toString();
        var begun = rep.ledger().day();
        return begun == null || begun.compareTo(today) < 0 ? today : begun;
    }

    private static Staff withLedger(Staff staff, Staff.Ledger ledger) {
        return new Staff(staff.id(), staff.name(), staff.role(), staff.groups(), staff.status(), staff.canReceive(),
                staff.skills(), staff.industries(), staff.regions(), staff.sizes(), staff.weight(), staff.cap(),
                staff.dayCap(), staff.backlogCap(), staff.hours(), staff.leaves(), staff.figures(), staff.channels(), ledger);
    }

    private static Staff withFigures(Staff now, Staff seen) {
        return new Staff(now.id(), now.name(), now.role(), now.groups(), now.status(), now.canReceive(), now.skills(),
                now.industries(), now.regions(), now.sizes(), now.weight(), now.cap(), now.dayCap(), now.backlogCap(),
                now.hours(), now.leaves(), seen.figures(), now.channels(), now.ledger());
    }
}
