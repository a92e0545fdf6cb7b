package dev.leadkeeper.infra.simulation.planted;

import java.util.List;

/** Bugs in what falls due: when, of whom, how often, who learns of it, and what becomes of leads that are taken back. */
final class DeadlineBugs {
    static final List<Mutant> ALL = List.of(
            new Mutant("a timer fires whatever the lead is by now", "ledger/Step",
                    "return new Step(LeadChanges.aside(draft, event), event, Condition.equal(\"ver\", before.ver()));",
                    "return new Step(LeadChanges.aside(draft, event), event, List.of(new Write.Put(Key.of(Table.LEADS, draft.id()),"
                            + " Moves.stamped(LeadCodec.toDoc(LeadChanges.aside(draft, event)), event.at()), Condition.NONE),"
                            + " new Write.Put(Key.of(Table.TIMELINE, event.lead(), event.seq()), EventCodec.toDoc(event), Condition.NONE)));"),
            new Mutant("a timer that fired is forgotten", "lead/Watch", "var all = EnumSet.of(timer);", "var all = EnumSet.noneOf(Timer.class);"),
            new Mutant("an answer does not end the response lock", "lead/Watch", "var all = EnumSet.copyOf(UNTIL_CONTACT);", "var all = EnumSet.noneOf(Timer.class);"),
            new Mutant("the index of what is due keeps the first timer", "codec/WatchCodec",
                    "return lead.watch().listed().map(due -> dueAt(due.at())).orElse(null);",
                    "return lead.watch().timers().values().stream().min(java.util.Comparator.naturalOrder()).map(at -> dueAt(at)).orElse(null);"),
            new Mutant("what is due after something slow waits for it", "lead/Watch",
                    "return next().map(first -> first.timer().lane() == Timer.Lane.MINUTE ? first :", "return next().map(first -> first.at() != null ? first :"),
            new Mutant("a lead that was taken back still counts", "ledger/Ownership",
                    "var writes = List.of(Endings.left(lead), Compliance", "var writes = List.of(Compliance"),
            new Mutant("a lead that was taken back goes to whoever had it", "deadline/Plans",
                    ".filter(each -> each.getValue().isAfter(until)).map(", ".filter(each -> until == null).map("),
            new Mutant("a lead goes round for ever", "deadline/Plans",
                    "if (lead.watch().round() < recycle.rounds() &&", "if (lead.watch().round() < 99 &&"),
            new Mutant("what fell due is told by whoever let it fire or by nobody", "deadlines/FireDue",
                    "if (cause.equals(event.data().get(\"cause\"))) {", "if (fresh.contains(event.seq())) {"),
            new Mutant("a lead that was taken back and lost its message is lost", "ledger/LeadChanges",
                    ".nextRound().unowned(LeadState.SCORED, null, null)\n                .due(Map.of(Timer.RESEND, resend)).done();",
                    ".nextRound().unowned(LeadState.SCORED, null, null).done();"),
            new Mutant("a lead that comes to the next one runs by the organisation's calendar", "ledger/Ownership",
                    "planner.planned(LeadChanges.assigned(lead, rep.id(), planner.team(rep),",
                    "planner.planned(LeadChanges.assigned(lead, rep.id(), lead.watch().past().isEmpty() ? planner.team(rep) : \"\","),
            new Mutant("a lead that is handed over keeps its calendar", "ledger/Handovers",
                    "LeadChanges.handedOver(lead, rep.id(), planner.team(rep),", "LeadChanges.handedOver(lead, rep.id(), lead.watch().team(),"),
            new Mutant("planning anew sets the clock back", "deadlines/FireDue",
                    "return timers.replanned(lead, planned, cause);",
                    "return timers.replanned(lead, planner.planned(planned.but().acted(clock.now()).done()), cause);"),
            new Mutant("leads are planned anew only up to the first person who has some", "deadlines/FollowChanges",
                    "walk = from == null ? new Walk(rules, id + \"\\u0000\", null) :", "walk = from == null ? new Walk(rules, null, null) :"),
            new Mutant("a sweep leaves out a shard", "codec/WatchCodec", "for (int shard = 0;", "for (int shard = 1;"),
            new Mutant("the day's sweep looks into the minute's lane", "deadline/SweepDue",
                    "var asked = ask(Timer.Lane.DAILY, Duration.ZERO, MOST);", "var asked = ask(Timer.Lane.MINUTE, Duration.ZERO, MOST);"),
            new Mutant("the daily timers are in the quick lane", "codec/WatchCodec",
                    "due -> due.timer().lane().word() + \"#\"", "due -> Timer.Lane.MINUTE.word() + \"#\""),
            new Mutant("an opportunity that moves stands still once in its life", "lead/Watch",
                    "return new Watch(team, timers, without(Timer.FREEZE), actedAt,", "return new Watch(team, timers, settled, actedAt,"),
            new Mutant("an opportunity that moves stays frozen", "lead/Watch",
                    "without(Timer.FREEZE), actedAt, keptUntil, at, null, dormantAt,", "without(Timer.FREEZE), actedAt, keptUntil, at, frozenAt, dormantAt,"),
            new Mutant("a customer who was woken sleeps on", "lead/Watch",
                    "at, keptUntil, stageAt, frozenAt, null, round, past, earlier);", "at, keptUntil, stageAt, frozenAt, dormantAt, round, past, earlier);"),
            new Mutant("who puts a lead off has it taken all the same", "ledger/LeadChanges", "return lead.but().kept(until).done();", "return lead;"),
            new Mutant("a lock that was missed counts against nobody", "ledger/DueTimers",
                    "List.of(Compliance.missed(seen, clock.now(), zone)));", "List.of());"),
            new Mutant("an answer counts although its lock was missed", "ledger/Compliance",
                    "if (seen.watch().settled().contains(Timer.ESCALATE)) {", "if (seen.ver() > 999) {"),
            new Mutant("supervisors do not learn of a missed lock", "deadlines/Telling",
                    "toSupervisors(about, fresh, supervisor -> DeadlineNotices.breached(about, supervisor));", ""),
            new Mutant("a claim is counted on whatever day was seen", "ledger/Counters",
                    "conditions.add(Condition.unchanged(\"claimDay\", rep.ledger().claimDay()));", ""));

    private DeadlineBugs() {}
}
