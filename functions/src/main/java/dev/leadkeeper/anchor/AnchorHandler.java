package dev.leadkeeper.anchor;

import dev.leadkeeper.ledger.Anchors;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.telemetry.Field;
import dev.leadkeeper.telemetry.Metric;
import dev.leadkeeper.telemetry.Telemetry.Level;
import dev.leadkeeper.wiring.PrimingEvents;
import dev.leadkeeper.wiring.ScheduleHandler;
import dev.leadkeeper.wiring.Snapshot;
import dev.leadkeeper.wiring.Wiring;

/** Every hour. */
public final class AnchorHandler extends ScheduleHandler {
    private final Anchors anchors;
    private final Store store;
    private final Clock clock;

    /** For Lambda. */
    public AnchorHandler() {
        this(Wiring.ofProcess());
        Snapshot.prepare(Wiring.ofProcess(), AnchorHandler::new, PrimingEvents.tick());
    }

    AnchorHandler(Wiring wiring) {
        super(wiring.telemetry());
        anchors = new Anchors(wiring.files());
        store = wiring.store();
        clock = wiring.clock();
    }

    @Override
    protected void tick() {
        switch (anchors.take(store, clock)) {
            case Anchors.Taken.New(var anchor) -> {
                telemetry().count(Metric.ANCHORED);
                telemetry().log(Level.INFO, "anchored", Field.STEP.is(anchor.number()), Field.COUNT.is(anchor.heads()));
            }
            case Anchors.Taken.Already(var anchor) ->
                    telemetry().log(Level.INFO, "anchored-already", Field.STEP.is(anchor.number()));
        }
    }
}
