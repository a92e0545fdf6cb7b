package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.lead.Submission;
import dev.leadkeeper.notification.NoticeMessage;
import dev.leadkeeper.notification.Receipt;
import java.time.Duration;
import java.util.List;

/** Measures nothing. */
final class Unmeasured implements dev.leadkeeper.intake.Measures, dev.leadkeeper.notification.Measures {
    @Override
    public void accepted(String form, List<Submission> submissions) { }

    @Override
    public void delayed(String form, Duration delay) { }

    @Override
    public void refused(String form, String reason) { }

    @Override
    public void attempted(NoticeMessage message, Receipt receipt) { }

    @Override
    public void reached(NoticeMessage message, Duration sinceCause) { }

    @Override
    public void undelivered(NoticeMessage message) { }
}
