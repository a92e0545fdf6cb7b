package dev.leadkeeper.intake;

import dev.leadkeeper.lead.Submission;
import dev.leadkeeper.telemetry.Field;
import dev.leadkeeper.telemetry.Metric;
import dev.leadkeeper.telemetry.Telemetry;
import java.time.Duration;
import java.util.List;

/** Tells operators, without a word about persons. */
final class TelemetryMeasures implements Measures {
    private final Telemetry telemetry;

    TelemetryMeasures(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    public void accepted(String form, List<Submission> submissions) {
        telemetry.count(Metric.ACCEPTED, form);
        for (var each : submissions) {
            if (each.attention() == null) {
                telemetry.log(Telemetry.Level.INFO, "accepted", Field.LEAD.is(each.lead()), Field.FORM.is(form), Field.TRACE.is(each.trace()));
            } else {
                telemetry.count(Metric.ATTENTION, each.attention());
                telemetry.log(Telemetry.Level.WARN, "attention", Field.LEAD.is(each.lead()), Field.FORM.is(form), Field.TRACE.is(each.trace()),
                        Field.REASON.is(each.attention()));
            }
        }
    }

    @Override
    public void delayed(String form, Duration delay) {
        telemetry.log(Telemetry.Level.INFO, "delayed", Field.FORM.is(form), Field.MILLIS.is(delay));
    }

    @Override
    public void refused(String form, String reason) {
        telemetry.count(Metric.REFUSED, reason);
        telemetry.log(Telemetry.Level.WARN, "refused", Field.FORM.is(form), Field.REASON.is(reason));
    }
}
