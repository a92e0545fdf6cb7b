package dev.leadkeeper.deadlines;

import dev.leadkeeper.credibility.Believing;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.ledger.Activities;
import dev.leadkeeper.ledger.FileVerdicts;
import dev.leadkeeper.ledger.Uploads;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import java.util.List;

/** Files that were declared and never came expire, so that nobody waits for them. Reads what is due and nothing else. */
public final class ExpireUploads {
    /** Activities a minute; more of them wait for the next one. */
    private static final int MOST = 100;

    private final Uploads uploads;
    private final Activities activities;
    private final FileVerdicts verdicts;
    private final Believing believing;
    private final Clock clock;

    public ExpireUploads(Store store, Queue queue, Clock clock, Ids ids) {
        this.uploads = new Uploads(store);
        this.activities = new Activities(store, clock, ids);
        this.verdicts = new FileVerdicts(store, clock, ids);
        this.believing = new Believing(store, queue, clock, ids);
        this.clock = clock;
    }

    /** Expires what is due. What is owed is forgotten last, so that a tick that dies leaves it to the next. @return files */
    public int sweep() {
        var expired = 0;
        for (var due : uploads.due(clock.now(), MOST)) {
            var waited = false;
            var files = activities.find(due.lead(), due.activity()).map(activity -> activity.files().values().stream().limit(due.files()).toList())
                    .orElse(List.of());
            for (var file : files) {
                switch (file.state()) {
                    // An expired one once more, for its event may be missing.
                    case AWAITED, EXPIRED -> {
                        verdicts.expired(due.lead(), due.activity(), file.id());
                        expired += file.state() == EvidenceFile.State.AWAITED ? 1 : 0;
                        waited = true;
                    }
                    case CHECKING, VALID, REJECTED -> { }
                }
            }
            if (waited) {
                believing.refresh(due.lead());
            }
            uploads.settle(due);
        }
        return expired;
    }
}
