package dev.leadkeeper.infra.simulation.planted;

import java.util.List;

/** Bugs in how leads go from hand to hand: counters, who may have them again, who learns of it. */
final class MoveBugs {
    static final List<Mutant> ALL = List.of(
            new Mutant("who gives a followed-up lead back has room for two", "ledger/Endings", "if (isOpen(lead)) {", "if (lead.owner() != null) {"),
            new Mutant("junk is not made up for", "ledger/Handovers",
                    "turns == null ? Endings.left(lead) : Counters.leftAsJunk(lead, owner, turns)",
                    "Endings.left(lead)"),
            new Mutant("a rerouted lead still counts", "ledger/Handovers",
                    "return lead.owner() == null ? commit(step) : commit(step, Endings.left(lead));",
                    "return commit(step);"),
            new Mutant("a lead that is handed over still counts for whoever had it", "ledger/Handovers",
                    "List.of(Counters.count(rep, null, null, now), Endings.left(lead))",
                    "List.of(Counters.count(rep, null, null, now))"),
            new Mutant("a lead that is given back to a pool still counts", "ledger/Handovers",
                    "return commit(Step.next(lead, LeadChanges.givenBack(lead, pool, now), RELEASED, now, said.by(), data), Endings.left(lead));",
                    "return commit(Step.next(lead, LeadChanges.givenBack(lead, pool, now), RELEASED, now, said.by(), data));"),
            new Mutant("who had a rerouted lead may get it again", "ledger/LeadChanges", "            draft.leftBy(lead.owner(), at);", "            draft.done();"),
            new Mutant("who handed a lead over may get it again", "ledger/LeadChanges",
                    "return lead.but().leftBy(lead.owner(), at).ownedBy(owner, at, team)",
                    "return lead.but().ownedBy(owner, at, team)"),
            new Mutant("who had it before may get it again by rules", "assignment/Eligibility",
                    "(at, staff) -> at.cooling().contains(staff.id())",
                    "(at, staff) -> at.cooling().size() > 99"),
            new Mutant("a lead that is put off keeps its timers", "ledger/Handovers",
                    "Step.next(lead, planner.planned(LeadChanges.putOff(lead, until)), SNOOZED",
                    "Step.next(lead, LeadChanges.putOff(lead, until), SNOOZED"),
            new Mutant("the reminder of a handover names the event before", "admin/moves/Handing",
                    "reminders.leave(lead, lead.ver() + 1);",
                    "reminders.leave(lead, lead.ver());"),
            new Mutant("no reminder of a release", "admin/moves/Release", "        reminders.leave(lead, lead.ver() + 1);", ""),
            new Mutant("no reminder of a claim", "admin/moves/Claim", "        reminders.leave(lead);", ""),
            new Mutant("every claim is the first of its day", "ledger/Counters",
                    "changes.add(sameDay ? Change.add(\"claimed\", 1) : Change.set(\"claimed\", 1L));",
                    "changes.add(Change.set(\"claimed\", 1L));"));

    private MoveBugs() {}
}
