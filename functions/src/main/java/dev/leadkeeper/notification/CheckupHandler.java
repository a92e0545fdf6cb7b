package dev.leadkeeper.notification;

import dev.leadkeeper.telemetry.Field;
import dev.leadkeeper.telemetry.Metric;
import dev.leadkeeper.telemetry.Telemetry.Level;
import dev.leadkeeper.wiring.PrimingEvents;
import dev.leadkeeper.wiring.ScheduleHandler;
import dev.leadkeeper.wiring.Snapshot;
import dev.leadkeeper.wiring.Wiring;

/** Every morning: whether notices could reach everybody. */
public final class CheckupHandler extends ScheduleHandler {
    private final Checkup checkup;

    /** For Lambda. */
    public CheckupHandler() {
        this(Wiring.ofProcess());
        Snapshot.prepare(Wiring.ofProcess(), CheckupHandler::new, PrimingEvents.tick());
    }

    CheckupHandler(Wiring wiring) {
        super(wiring.telemetry());
        checkup = new Checkup(wiring.store(), wiring.queue(), wiring.clock(), wiring.notifier());
    }

    @Override
    protected void tick() {
        telemetry().log(Level.INFO, "checked-addresses", Field.COUNT.is(checkup.check()));
        telemetry().count(Metric.SWEPT, "checkup"); // the last thing: a check that fails half-way is missed by the alarm
    }
}
