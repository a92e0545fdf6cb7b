package dev.leadkeeper.dormancy;

import dev.leadkeeper.deadline.SweepDue;
import dev.leadkeeper.ledger.DueTimers;
import dev.leadkeeper.telemetry.Field;
import dev.leadkeeper.telemetry.Metric;
import dev.leadkeeper.telemetry.Telemetry;
import dev.leadkeeper.wiring.PrimingEvents;
import dev.leadkeeper.wiring.ScheduleHandler;
import dev.leadkeeper.wiring.Snapshot;
import dev.leadkeeper.wiring.Wiring;

/** Every day. A tick that comes twice, or again after it failed half-way, does what is left. */
public final class DormancyHandler extends ScheduleHandler {
    private final SweepDue sweepDue;
    private final JudgeWeek judgeWeek;
    private final SilentReps silentReps;

    /** For Lambda. */
    public DormancyHandler() {
        this(Wiring.ofProcess());
        Snapshot.prepare(Wiring.ofProcess(), DormancyHandler::new, PrimingEvents.tick());
    }

    DormancyHandler(Wiring wiring) {
        super(wiring.telemetry());
        sweepDue = new SweepDue(new DueTimers(wiring.store(), wiring.clock()), wiring.queue());
        judgeWeek = new JudgeWeek(wiring.store(), wiring.queue(), wiring.clock());
        silentReps = new SilentReps(wiring.store(), wiring.queue(), wiring.clock());
    }

    @Override
    protected void tick() {
        var due = sweepDue.sweepDay();
        var judged = judgeWeek.judge();
        judgeWeek.warn();
        var silent = silentReps.tell();
        telemetry().log(Telemetry.Level.INFO, "day-swept", Field.COUNT.is(due + judged + silent));
        telemetry().count(Metric.SWEPT, "daily"); // the last thing: a sweep that fails half-way is missed by the alarm
    }
}
