package dev.leadkeeper.assignment;

import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Refusal;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.ledger.Todos;
import dev.leadkeeper.rulebook.Rulebook;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What is written where a lead could not go the way the rules meant. */
final class Waiting {
    private Waiting() {}

    /** The decision while the breaker is open: nobody is considered. */
    static Decision breakerOpen(Rulebook rulebook) {
        var refusal = Refusal.BREAKER_OPEN;
        return new Decision(rulebook.version(), "none", "none", refusal.sentence(), List.of(), Map.of(),
                new Decision.Waits(refusal.word()));
    }

    /** What the fallback owner (兜底) has to do. */
    static Todos.Todo fallbackTodo(Lead lead, Decision.ToRep to, Instant at) {
        var why = Refusal.of(to.failure()).orElseThrow().sentence();
        return new Todos.Todo(to.rep(), "fallback#" + lead.id(), "fallback", lead.id(), new Sentence(
                "线索 " + lead.id() + " 未能按规则分配(" + why.zh() + "),已由您兜底,请跟进或转派",
                "Lead " + lead.id() + " could not be assigned by the rules (" + why.en()
                        + ") and came to you as the fallback owner: follow it up or dispatch it"), at);
    }
}
