package dev.leadkeeper.deadlines;

import dev.leadkeeper.deadline.SweepDue;
import dev.leadkeeper.ledger.DueTimers;
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
    private final FollowChanges followChanges;
    private final SweepDue sweepDue;
    private final ExpireUploads expireUploads;
    private final WeighForgotten weighForgotten;
    private final ReleaseNotices releaseNotices;

    /** For Lambda. */
    public DeadlinesHandler() {
        this(Wiring.ofProcess());
        Snapshot.prepare(Wiring.ofProcess(), DeadlinesHandler::new, PrimingEvents.tick());
    }

    DeadlinesHandler(Wiring wiring) {
        super(wiring.telemetry());
        sweepMinute = new SweepMinute(new Leads(wiring.store()), new Breaker(wiring.store(), wiring.clock()), wiring.queue());
        followChanges = new FollowChanges(wiring.store(), wiring.queue(), wiring.clock());
        sweepDue = new SweepDue(new DueTimers(wiring.store(), wiring.clock()), wiring.queue());
        expireUploads = new ExpireUploads(wiring.store(), wiring.queue(), wiring.clock(), wiring.ids());
        weighForgotten = new WeighForgotten(wiring.store(), wiring.queue(), wiring.clock(), wiring.ids());
        releaseNotices = new ReleaseNotices(wiring.store(), wiring.queue(), wiring.clock(), wiring.setting("PUBLIC_URL"));
    }

    @Override
    protected void tick() {
        if (releaseNotices.sweep() > 0) {
            telemetry().count(Metric.RESENT, "notices");
        }
        if (sweepMinute.sweep()) {
            telemetry().count(Metric.RESENT, "waiting");
        }
        followChanges.follow();
        sweepDue.sweep();
        for (var expired = expireUploads.sweep(); expired > 0; expired--) {
            telemetry().count(Metric.EVIDENCE, "expired");
        }
        for (var weighed = weighForgotten.sweep(); weighed > 0; weighed--) {
            telemetry().count(Metric.RESENT, "weighing");
        }
        telemetry().count(Metric.SWEPT, "minute"); // the last thing: a sweep that fails half-way is missed by the alarm
    }
}
