package dev.leadkeeper.deadlines;

import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.settings.Breaker;
import dev.leadkeeper.telemetry.Metric;
import dev.leadkeeper.wiring.PrimingEvents;
import dev.leadkeeper.wiring.ScheduleHandler;
import dev.leadkeeper.wiring.Snapshot;
import dev.leadkeeper.wiring.Wiring;

/** Every minute. */
public final class DeadlinesHandler extends ScheduleHandler {
    private final SweepMinute sweepMinute;

    /** For Lambda. */
    public DeadlinesHandler() {
        this(Wiring.ofProcess());
        Snapshot.prepare(Wiring.ofProcess(), DeadlinesHandler::new, PrimingEvents.tick());
    }

    DeadlinesHandler(Wiring wiring) {
        super(wiring.telemetry());
        sweepMinute = new SweepMinute(new Leads(wiring.store()), new Breaker(wiring.store(), wiring.clock()), wiring.queue());
    }

    @Override
    protected void tick() {
        if (sweepMinute.sweep()) {
            telemetry().count(Metric.RESENT, "waiting");
        }
    }
}
