package dev.leadkeeper.admin;

import dev.leadkeeper.people.PeopleHandler;
import dev.leadkeeper.wiring.PrimingEvents;
import dev.leadkeeper.wiring.RulesForecast;
import dev.leadkeeper.wiring.Snapshot;
import dev.leadkeeper.wiring.Wiring;
import java.util.Map;

/** What people may change: the {@code PUT}s and {@code POST}s of the people's API. */
public final class AdminHandler extends PeopleHandler {
    public AdminHandler() {
        this(Wiring.ofProcess());
        Snapshot.prepare(Wiring.ofProcess(), AdminHandler::new,
                PrimingEvents.request("PUT /assignment/breaker", Map.of(), "{\"open\":false}"));
    }

    AdminHandler(Wiring wiring) {
        super(wiring, Admin.routes(wiring.store(), wiring.queue(), wiring.files(), wiring.secrets(), wiring.clock(), wiring.ids(),
                new RulesForecast(wiring)));
    }
}
