package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Store;
import java.util.List;
import java.util.Optional;

/** Moves opportunities from stage to stage. Whether one may move is decided before. */
public final class Stages {
    private final Transactions transactions;
    private final Clock clock;

    public Stages(Store store, Clock clock) {
        this.transactions = new Transactions(store, clock);
        this.clock = clock;
    }

    /**
     * Moves the lead.
     *
     * @param by       staff id of who moves it
     * @param evidence ids of the activities that the move rests on
     * @return the lead as it is then; empty if it was not as seen
     */
    public Optional<Lead> move(Lead seen, String stage, String by, List<String> evidence) {
        var data = Doc.build().put("from", seen.stage()).put("to", stage).putAll("evidence", evidence).done();
        var step = Step.next(seen, LeadChanges.staged(seen, stage), "stage-moved", clock.now(), by, data);
        return transactions.commit(step, List.of()) ? Optional.of(step.after()) : Optional.empty();
    }
}
