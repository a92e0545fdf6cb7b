package dev.leadkeeper.workbench;

import dev.leadkeeper.people.PeopleHandler;
import dev.leadkeeper.wiring.PrimingEvents;
import dev.leadkeeper.wiring.Snapshot;
import dev.leadkeeper.wiring.Wiring;
import java.util.Map;

/** What people may see: the {@code GET}s of the people's API. */
public final class WorkbenchHandler extends PeopleHandler {
    public WorkbenchHandler() {
        this(Wiring.ofProcess());
        Snapshot.prepare(Wiring.ofProcess(), WorkbenchHandler::new,
                PrimingEvents.request("GET /leads/{id}", Map.of("id", "priming"), ""));
    }

    WorkbenchHandler(Wiring wiring) {
        super(wiring, Workbench.routes(wiring.store(), wiring.files(), wiring.clock()));
    }
}
