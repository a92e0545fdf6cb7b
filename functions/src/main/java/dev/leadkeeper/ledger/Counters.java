package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.StandingCodec;
import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is counted of a rep, and on which conditions, as parts of the transactions that give leads and take them. */
final class Counters {
    private Counters() {}

    /**
     * The rep's counters go up, if the rep may still have the lead and, where turns are taken, has had no other since.
     *
     * @param claiming where the rep takes the lead themselves, otherwise {@code null}
     */
    static Write count(Staff rep, Decision.Turn turn, Ownership.Claiming claiming, Instant now) {
        var today = day(rep.ledger().day(), now);
        var sameDay = today.equals(rep.ledger().day());
        var conditions = new ArrayList<Condition>(List.of(
                Condition.equal("status", Staff.Status.ACTIVE.word()),
                Condition.equal("canReceive", true),
                Condition.equal("cap", (long) rep.cap()),
                Condition.below("open", (long) rep.cap()),
                Condition.unchanged("day", rep.ledger().day()),
                Condition.unchanged("standing", StandingCodec.text(rep.ledger().standing())),
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
        if (turn != null && turn.makesUp()) {
            conditions.add(Condition.equal("credits." + turn.pool(), turn.owed()));
            changes.add(Change.add("credits." + turn.pool(), -1));
        } else if (turn != null) {
            conditions.add(Condition.unchanged("turns." + turn.pool(), turn.seen()));
            changes.add(Change.set("turns." + turn.pool(), turn.next()));
        }
        if (claiming != null) {
            claim(rep, claiming, now, conditions, changes);
        }
        return new Write.Update(Key.of(Table.STAFF, rep.id()), changes, new Condition.All(conditions));
    }

    /** Claims of a day are counted and never taken back, so that whoever claims and gives back gets no more than others. */
    private static void claim(Staff rep, Ownership.Claiming claiming, Instant now, List<Condition> conditions, List<Change> changes) {
        var today = day(rep.ledger().claimDay(), now);
        var sameDay = today.equals(rep.ledger().claimDay());
        conditions.add(Condition.unchanged("claimDay", rep.ledger().claimDay()));
        if (sameDay) {
            conditions.add(Condition.below("claimed", (long) claiming.perDay()));
        }
        conditions.add(Condition.below("owned", (long) claiming.mostOwned()));
        changes.add(sameDay ? Change.add("claimed", 1) : Change.set("claimed", 1L));
        changes.add(Change.set("claimDay", today));
    }

    /** The rep with the counters as they are after {@link #count}. */
    static Staff counted(Staff rep, Decision.Turn turn, Ownership.Claiming claiming, Instant now) {
        var before = rep.ledger();
        var turns = new HashMap<>(before.turns());
        var credits = before.credits() == null ? null : new HashMap<>(before.credits());
        if (turn != null && turn.makesUp()) {
            credits.merge(turn.pool(), -1L, Long::sum);
        } else if (turn != null) {
            turns.put(turn.pool(), turn.next());
        }
        var today = day(before.day(), now);
        var claimDay = claiming == null ? before.claimDay() : day(before.claimDay(), now);
        var claimed = claiming == null ? before.claimed() : claimDay.equals(before.claimDay()) ? before.claimed() + 1 : 1;
        return rep.with(new Staff.Ledger(before.open() + 1, before.owned() + 1, today,
                today.equals(before.day()) ? before.today() + 1 : 1, turns, now, credits, claimDay, claimed, before.standing()));
    }

    /**
     * A lead that came by a turn of this pool was junk: its owner has it no more and is owed another one in its place.
     *
     * @param owner as seen
     */
    static Write leftAsJunk(Lead lead, Staff owner, String pool) {
        var left = Endings.left(lead);
        var changes = new ArrayList<>(left.changes());
        var credits = owner.ledger().credits();
        if (credits == null) {
            changes.add(Change.set("credits", Map.of(pool, 1L)));
            return new Write.Update(left.key(), changes, Condition.all(left.condition(), Condition.missing("credits")));
        }
        changes.add(Change.set("credits." + pool, owner.ledger().owed(pool) + 1));
        return new Write.Update(left.key(), changes, Condition.all(left.condition(), Condition.exists("credits"),
                Condition.unchanged("credits." + pool, credits.get(pool))));
    }

    /** The day on which a lead given now counts: the clock's, unless an instance whose clock is ahead has begun the next one. */
    private static String day(String begun, Instant now) {
        var today = LocalDate.ofInstant(now, Ownership.ZONE).toString();
        return begun == null || begun.compareTo(today) < 0 ? today : begun;
    }

    /** Somebody as they are now, with the figures as they were seen. */
    static Staff withFigures(Staff now, Staff seen) {
        return new Staff(now.id(), now.name(), now.role(), now.groups(), now.status(), now.canReceive(), now.skills(),
                now.industries(), now.regions(), now.sizes(), now.weight(), now.cap(), now.dayCap(), now.backlogCap(),
                now.hours(), now.leaves(), seen.figures(), now.channels(), now.preferences(), now.ledger());
    }
}
