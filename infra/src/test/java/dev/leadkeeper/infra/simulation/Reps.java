package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.fake.Ports;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.deadline.Plans;
import dev.leadkeeper.ledger.Activities;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.Endings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reps who follow their leads up and end some, which makes room for more while the machine gives them more. */
final class Reps {
    private static final double ENDED = 0.3;
    private static final String STAGE = "first";

    private final Cosmos cosmos;
    private final Promises promises;
    private final Leads leads;
    private final Activities activities;
    private final Endings endings;
    private int checkIns;

    Reps(Cosmos cosmos, Promises promises, Ports ports) {
        this.cosmos = cosmos;
        this.promises = promises;
        this.leads = new Leads(ports.store());
        this.activities = new Activities(ports.store(), new Plans(ports.store(), ports.clock()), ports.clock(), ports.ids());
        this.endings = new Endings(ports.store(), ports.clock());
    }

    /** Somebody looks at one of their leads and says that they called, or that nothing will come of it. Who is too late leaves it. */
    void followUp() {
        var owned = promises.owned();
        if (owned.isEmpty()) {
            return;
        }
        var lead = leads.find(cosmos.dice().pick(owned)).orElseThrow();
        if (lead.owner() == null || lead.outcome() != null) {
            return;
        }
        if (cosmos.dice().chance(ENDED)) {
            endings.end(lead, Lead.LOST, null, lead.owner());
        } else {
            activities.record(lead, checkIn(lead), STAGE);
        }
    }

    private Activity checkIn(Lead lead) {
        var now = Instant.ofEpochMilli(cosmos.clock());
        return new Activity(lead.id(), Activity.id(lead.id(), lead.owner(), "check-in-" + checkIns++), 1, lead.owner(), now, now,
                Activity.CHECK_IN, Activity.Said.NOTHING, null, Set.of(), List.of(), Map.of(), Map.of(), null, 0, "body", "salt",
                Map.of(), Map.of());
    }
}
