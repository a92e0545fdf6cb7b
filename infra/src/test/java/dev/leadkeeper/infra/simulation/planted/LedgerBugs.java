package dev.leadkeeper.infra.simulation.planted;

import java.util.List;

/** Bugs in how the ledger writes: counters, conditions, histories, customers. */
final class LedgerBugs {
    static final List<Mutant> ALL = List.of(
            new Mutant("counters are written beside the transaction", "ledger/Transactions",
                    "return store.transact(all);",
                    "var staff = all.stream().filter(each -> each.key().table() == dev.leadkeeper.port.Table.STAFF).toList();"
                            + " all.removeAll(staff); var result = store.transact(all);"
                            + " if (result instanceof Store.TransactResult.Committed) { staff.forEach(store::write); }"
                            + " else if (!staff.isEmpty()) { return new Store.TransactResult.Cancelled(java.util.Collections.nCopies(4, new Store.Verdict.Conflict())); }"
                            + " return result;"),
            new Mutant("somebody disabled meanwhile still gets the lead", "ledger/Ownership",
                    "Condition.equal(\"status\", Staff.Status.ACTIVE.word()),", ""),
            new Mutant("somebody who may not receive meanwhile still gets the lead", "ledger/Ownership",
                    "Condition.equal(\"canReceive\", true),", ""),
            new Mutant("the cap is the one that was seen", "ledger/Ownership",
                    "Condition.equal(\"cap\", (long) rep.cap()),", ""),
            new Mutant("the cap is not a condition", "ledger/Ownership",
                    "Condition.below(\"open\", (long) rep.cap()),", ""),
            new Mutant("the limit of the day is the one that was seen", "ledger/Ownership",
                    "Condition.unchanged(\"dayCap\", rep.dayCap() == null ? null : rep.dayCap().longValue()),", ""),
            new Mutant("the limit of the day is not a condition", "ledger/Ownership",
                    "conditions.add(Condition.below(\"today\", rep.dayCap().longValue()));", ""),
            new Mutant("the limit of the backlog is not a condition", "ledger/Ownership",
                    "conditions.add(Condition.below(\"owned\", rep.backlogCap().longValue()));", ""),
            new Mutant("a new day begins for everybody who has not noticed yet", "ledger/Ownership",
                    "Condition.unchanged(\"day\", rep.ledger().day()),", ""),
            new Mutant("turns are not a condition", "ledger/Ownership",
                    "conditions.add(Condition.unchanged(\"turns.\" + turn.pool(), turn.seen()));", ""),
            new Mutant("the pool's count of turns is not a condition", "ledger/Ownership",
                    "Condition.unchanged(\"taken\", turn.poolSeen())", "Condition.NONE"),
            new Mutant("open leads are not counted", "ledger/Ownership", "Change.add(\"open\", 1),", ""),
            new Mutant("owned leads are not counted", "ledger/Ownership", "Change.add(\"owned\", 1),", ""),
            new Mutant("a turn is taken and not counted", "ledger/Ownership",
                    "changes.add(Change.set(\"turns.\" + turn.pool(), turn.next()));", ""),
            new Mutant("the fallback owner gets no to-do", "ledger/Ownership", "more.add(Todos.write(todo));", ""),
            new Mutant("a lead and its history may change while it is given away", "ledger/Step",
                    "Moves.stamped(LeadCodec.toDoc(after), at), unchanged),\n                put(event)));",
                    "Moves.stamped(LeadCodec.toDoc(after), at), Condition.NONE),\n                new Write.Put(Key.of(Table.TIMELINE, event.lead(), event.seq()), EventCodec.toDoc(event), Condition.NONE)));"),
            new Mutant("an event may replace another", "ledger/Step", "Condition.missing(\"lead\"));", "Condition.NONE);"),
            new Mutant("an event holds no hash of the one before", "ledger/Step",
                    "step(draft, before.ver(), before.head(),", "step(draft, before.ver(), \"\","),
            new Mutant("the head is not moved with the lead", "ledger/Step",
                    "var after = LeadChanges.at(draft, event);", "var after = LeadChanges.at(draft, event).but().after(TimelineEvent.of(draft.id(), ver + 1, type, at, by, data, \"\")).done();"),
            new Mutant("the head does not follow an appended event", "ledger/Timelines",
                    "if (store.write(Step.put(event)) instanceof Store.WriteResult.Written) {\n                catchUp(lead, event);",
                    "if (store.write(Step.put(event)) instanceof Store.WriteResult.Written) {"),
            new Mutant("a head left behind by a crash stays there", "ledger/Timelines",
                    "found.ifPresent(event -> catchUp(lead, events.getLast()));", ""),
            new Mutant("what was delivered is not kept", "ledger/Details",
                    "var kept = switch (store.write(new Write.Put(Key.of(Table.DETAILS, submission.lead(), part), item,\n                Condition.missing(\"lead\")))) {",
                    "var kept = switch ((Store.WriteResult) new Store.WriteResult.Written(item)) {"),
            new Mutant("a repeated delivery is a new one", "ledger/Deliveries",
                    "if (lead.seen().contains(mark(submission)) ||", "if ("),
            new Mutant("two customers may claim one key", "ledger/Customers",
                    "return new Write.Put(key, item, Condition.missing(\"key\"));", "return new Write.Put(key, item, Condition.NONE);"),
            new Mutant("a customer's first lead may be given away while it is noted", "ledger/Customers",
                    "writes.addAll(Step.next(first.get(), first.get(), SAME_CUSTOMER, now, \"system\", Map.of(\"lead\", lead)).writes());", ""),
            new Mutant("what is noted of a customer says nothing of its first lead's owner", "ledger/Customers",
                    "return customer.ownedBy(first.get().owner());", "return customer;"),
            new Mutant("customers who are one stay two", "ledger/Customers",
                    "younger.forEach(each -> writes.add(merge(each, eldest)));", ""),
            new Mutant("a customer's owner is overwritten", "ledger/Customers",
                    "Condition.all(Condition.unchanged(\"owner\", seen), Condition.missing(\"mergedInto\"))", "Condition.NONE"),
            new Mutant("an edit of somebody writes the counters as they were read", "ledger/StaffBook",
                    "changes.add(Change.add(EDITS, 1));",
                    "changes.add(Change.add(EDITS, 1)); changes.add(Change.set(\"open\", staff.ledger().open()));"));

    private LedgerBugs() {}
}
