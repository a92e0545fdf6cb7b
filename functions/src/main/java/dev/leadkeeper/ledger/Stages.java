package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Store;
import java.util.List;
import java.util.Optional;

/** Moves opportunities from stage to stage, also those that stood still for too long. Whether one may move is decided before. */
public final class Stages {
    private final Transactions transactions;
    private final Planner planner;
    private final Clock clock;

    public Stages(Store store, Planner planner, Clock clock) {
        this.transactions = new Transactions(store, clock);
        this.planner = planner;
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
        var now = clock.now();
        var data = Doc.build().put("from", seen.stage()).put("to", stage).put("thawed", seen.watch().frozenAt() == null ? null : true)
                .putAll("evidence", evidence).done();
        var step = Step.next(seen, planner.planned(LeadChanges.staged(seen, stage, now)), "stage-moved", now, by, data);
        return transactions.commit(step, List.of()) ? Optional.of(step.after()) : Optional.empty();
    }
}
