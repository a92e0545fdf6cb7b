package dev.leadkeeper.infra.simulation.planted;

import java.util.List;

/** Bugs in turns: whose is next, how it counts, what becomes of it when the lead goes away, and what is owed for junk. */
final class TurnBugs {
    private static final String TAKES_OFF_WHAT_IS_OWED = "changes.add(Change.add(\"credits.\" + turn.pool(), -1));";

    static final List<Mutant> ALL = List.of(
            new Mutant("a lead that is taken back gives its turn back", "ledger/Ownership",
                    "var writes = List.of(Endings.left(lead), Compliance",
                    "var left = Endings.left(lead); var changes = new ArrayList<>(left.changes()); if (lead.owner().startsWith(\"even\")) {"
                            + " changes.add(Change.add(\"turns.even\", -1)); }"
                            + " var writes = List.of(new Write.Update(left.key(), changes, left.condition()), Compliance"),
            new Mutant("junk gives its turn back", "ledger/Counters",
                    "if (credits == null) {",
                    "if (pool != null) { changes.add(Change.add(\"turns.\" + pool, -1)); return new Write.Update(left.key(), changes, left.condition()); }\n"
                            + "        if (credits == null) {"),
            new Mutant("junk is owed twice", "ledger/Counters", "owner.ledger().owed(pool) + 1));", "owner.ledger().owed(pool) + 2));"),
            new Mutant("what is made up for is owed for ever", "ledger/Counters", TAKES_OFF_WHAT_IS_OWED, ""),
            new Mutant("making up takes a turn as well", "ledger/Counters", TAKES_OFF_WHAT_IS_OWED,
                    TAKES_OFF_WHAT_IS_OWED + " changes.add(Change.set(\"turns.\" + turn.pool(), turn.next() + 1));"),
            new Mutant("who is owed a lead waits for a turn", "assignment/MakingUp", "owed(pool) > 0", "owed(pool) > 1"),
            new Mutant("a lead that was handed over and is junk is owed to whoever got it by hand", "admin/moves/Release",
                    ".filter(event -> ChangesOfHands.GIVEN.contains(event.type()))", ".filter(event -> event.type().equals(\"assigned\"))"),
            new Mutant("a weighted turn counts for two", "assignment/ByTurns", "long next = turns[rank[0]] + 1;", "long next = turns[rank[0]] + 2;"),
            new Mutant("weighted turns are off by one", "assignment/Chairman",
                    "Arrays.stream(turns).sum() - rounds * all + 1;", "Arrays.stream(turns).sum() - rounds * all;"),
            new Mutant("whoever is latest with a weighted turn goes next", "assignment/Chairman",
                    "due[a] != due[b] ? Boolean.compare(due[b], due[a])", "due[a] != due[b] ? Boolean.compare(due[a], due[b])"));

    private TurnBugs() {}
}
