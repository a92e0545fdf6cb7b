package dev.leadkeeper.infra.simulation.planted;

import java.util.List;

/** Bugs in how leads move on: what is sent, what is swallowed, what is done twice. */
final class FlowBugs {
    static final List<Mutant> ALL = List.of(
            new Mutant("a repeat ends its post", "scoring/ScoreLeads",
                    "            all.add(take(submission, post, rulebook));",
                    "            all.add(take(submission, post, rulebook));\n"
                            + "            if (all.getLast() instanceof Delivered.Repeat) { break; }"),
            new Mutant("who comes back gets all weighted turns they missed", "assignment/ByTurns",
                    "var turns = forgiven(people, choice.scope().members(), pool);",
                    "var turns = people.stream().mapToLong(each -> turns(each, pool)).toArray();"),
            new Mutant("a lead's id is random", "form/PostReader",
                    "new Submission(LeadId.of(form.id(), key), form.id(),", "new Submission(LeadId.of(form.id(), key + trace), form.id(),"),
            new Mutant("a post is answered although it could not be sent", "intake/TakePost",
                    "PostMessages.of(post).forEach(message -> queue.send(Queue.Channel.LEADS_RECEIVED, message, delay));",
                    "try { PostMessages.of(post).forEach(message -> queue.send(Queue.Channel.LEADS_RECEIVED, message, delay)); } catch (Store.Fault fault) { }"),
            new Mutant("only the first lead of a post is sent", "codec/PostMessages",
                    "chunks.add(chunk);\n        return chunks;", "chunks.add(chunk.subList(0, 1));\n        return chunks;"),
            new Mutant("a scored lead is not sent on when it is a repeat", "scoring/ScoreLeads",
                    "if (lead.state() == LeadState.SCORED) {", "if (lead.state() == LeadState.SCORED && delivered instanceof Delivered.Created) {"),
            new Mutant("an error while a scored lead is sent on is swallowed", "scoring/ScoreLeads",
                    "queue.send(lead.priority() == Priority.URGENT ? Queue.Channel.LEADS_SCORED_URGENT : Queue.Channel.LEADS_SCORED,\n                    Map.of(\"lead\", lead.id(), \"trace\", lead.trace()));",
                    "try { queue.send(lead.priority() == Priority.URGENT ? Queue.Channel.LEADS_SCORED_URGENT : Queue.Channel.LEADS_SCORED,\n                    Map.of(\"lead\", lead.id(), \"trace\", lead.trace())); } catch (RuntimeException fault) { }"),
            new Mutant("unknown fields are counted on repeats", "scoring/ScoreLeads", "drift.check(submission);", "drift.count(submission);"),
            new Mutant("nobody is told of an unknown field after a crash", "scoring/ScoreLeads", "drift.check(submission);", "{ }"),
            new Mutant("the owner is not told again on a repeat", "assignment/AssignLead", "newOwner.tellAgain(lead);", ""),
            new Mutant("an error while the owner is told is swallowed", "assignment/AssignLead",
                    "newOwner.tell(owned, facts, decision.sentence());",
                    "try { newOwner.tell(owned, facts, decision.sentence()); } catch (RuntimeException fault) { }"),
            new Mutant("the breaker is not looked at", "assignment/AssignLead", "if (today.breakerOpen()) {", "if (today.breakerOpen() && lead.ver() > 99) {"),
            new Mutant("a rep who changed meanwhile ends the attempt", "assignment/AssignLead",
                    "rosters.learn(now);\n                }\n                yield Optional.empty();",
                    "rosters.learn(now);\n                }\n                yield Optional.of(new Assigned.NotAssignable(lead.id()));"),
            new Mutant("a conflict ends the attempt", "assignment/AssignLead",
                    "case Ownership.Given.Contended() -> {\n                rosters.forget();\n                yield Optional.empty();",
                    "case Ownership.Given.Contended() -> {\n                rosters.forget();\n                yield Optional.of(new Assigned.NotAssignable(lead.id()));"),
            new Mutant("a pooled lead is taken for granted", "assignment/AssignLead",
                    "if (!ownership.pool(lead, to.pool(), decision)) {", "if (!ownership.pool(lead, to.pool(), decision) && lead.ver() > 99) {"),
            new Mutant("a waiting lead is taken for granted", "assignment/AssignLead",
                    "if (!ownership.wait(lead, failure, decision)) {", "if (!ownership.wait(lead, failure, decision) && lead.ver() > 99) {"),
            new Mutant("every look at a waiting lead is an event", "assignment/AssignLead",
                    "if (lead.state() == LeadState.WAITING && failure.equals(lead.reason())) {", "if (lead.ver() > 99) {"),
            new Mutant("nobody is reminded of a lead given from the waiting list", "assignment/AssignLead",
                    "return assign(id, today, reminders::leave);", "return assign(id, today);"),
            new Mutant("the waiting list is never worked through again", "deadlines/SweepMinute",
                    "queue.send(Queue.Channel.DRAINS, Map.of(\"why\", \"sweep\"));", ""),
            new Mutant("an owner is not told when the message was a dead letter in between", "assignment/AssignLead",
                    "newOwner.tellAgain(lead);", "if (clock.now().isBefore(lead.assignedAt().plusSeconds(400))) { newOwner.tellAgain(lead); }"),
            new Mutant("nobody is reminded of a lead given by hand", "admin/AssignByHand", "reminders.leave(lead);", ""),
            new Mutant("a replayed entry is not sent", "admin/ReplayAttention",
                    "PostMessages.of(post).forEach(message -> queue.send(Queue.Channel.LEADS_RECEIVED, message));", ""),
            new Mutant("turns go to whoever had most", "assignment/ByTurns",
                    "lift), Ranked.least());",
                    "lift), Comparator.<Figured<Long>>comparingLong(each -> -each.figure()).thenComparing(each -> each.staff().id()));"),
            new Mutant("weights are not looked at", "assignment/ByTurns", "mapToLong(Staff::weight)", "mapToLong(each -> 1)"),
            new Mutant("a weighted pool does not take part in its own turns", "assignment/ByTurns",
                    "new Turn(pool, chosen.ledger().turns().get(pool), next, true, choice.roster().taken(pool))",
                    "new Turn(pool, chosen.ledger().turns().get(pool), next, false, null)"));

    private FlowBugs() {}
}
