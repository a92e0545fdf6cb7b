package dev.leadkeeper.deadlines;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.WatchCodec;
import dev.leadkeeper.deadline.SweepDue;
import dev.leadkeeper.ledger.DueTimers;
import dev.leadkeeper.telemetry.Field;
import dev.leadkeeper.telemetry.Metric;
import dev.leadkeeper.telemetry.Telemetry;
import dev.leadkeeper.wiring.BatchHandler;
import dev.leadkeeper.wiring.PrimingEvents;
import dev.leadkeeper.wiring.Snapshot;
import dev.leadkeeper.wiring.Wiring;
import java.util.Map;

/** Messages of the queue of what is due: leads of which something is, and requests to look for more of them. */
public final class DueHandler extends BatchHandler {
    private final FireDue fireDue;
    private final SweepDue sweepDue;

    /** For Lambda. */
    public DueHandler() {
        this(Wiring.ofProcess());
        Snapshot.prepare(Wiring.ofProcess(), DueHandler::new, () -> PrimingEvents.message(Map.of("lead", "priming", "at", "000000000000000")));
    }

    /** Over these ports. */
    public DueHandler(Wiring wiring) {
        super(wiring.telemetry());
        fireDue = Deadlines.fireDue(wiring.store(), wiring.queue(), wiring.files(), wiring.clock(), wiring.ids());
        sweepDue = new SweepDue(new DueTimers(wiring.store(), wiring.clock()), wiring.queue());
    }

    @Override
    protected void handle(Message message) {
        var body = Doc.of(message.body());
        if (body.text("lane") != null) { // the day's sweep had more to ask for than it could at once
            sweepDue.sweepRest(Math.toIntExact(body.number("look")));
            return;
        }
        for (var fired : fireDue.fire(body.required("lead"), WatchCodec.dueAt(body.required("at")))) {
            telemetry().count(Metric.FIRED, fired.event().type());
            telemetry().log(Telemetry.Level.INFO, fired.event().type(), Field.LEAD.is(fired.lead().id()), Field.STAFF.is((String) fired.event().data().get("owner")),
                    Field.TRACE.is(fired.lead().trace()));
        }
    }
}
