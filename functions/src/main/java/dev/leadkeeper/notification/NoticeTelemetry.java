package dev.leadkeeper.notification;

import dev.leadkeeper.notice.Notices;
import dev.leadkeeper.telemetry.Field;
import dev.leadkeeper.telemetry.Metric;
import dev.leadkeeper.telemetry.Telemetry;
import dev.leadkeeper.notice.HeldNotices;
import java.time.Duration;
import java.time.Instant;

/** Tells operators how notices fare. Only notices of new leads that nobody wanted later count in the time from post to notice. */
public final class NoticeTelemetry implements Measures {
    private final Telemetry telemetry;

    public NoticeTelemetry(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    public void attempted(NoticeMessage message, Receipt receipt) {
        var notice = message.notice();
        telemetry.count(Metric.NOTICES, receipt.outcome());
        telemetry.log(Telemetry.Level.INFO, receipt.event(), Field.LEAD.is(notice.lead()), Field.TRACE.is(notice.trace()),
                Field.NOTICE.is(notice.id()), Field.STAFF.is(notice.recipient()), Field.CHANNEL.is(receipt.channel()),
                Field.OUTCOME.is(receipt.outcome()), Field.REASON.is(receipt.because()), Field.STEP.is(message.step()),
                Field.ATTEMPT.is(message.attempt()));
    }

    @Override
    public void reached(NoticeMessage message, Duration sinceCause) {
        if (message.notice().kind().equals(Notices.NEW_LEAD) && message.way() != Way.LATE) {
            telemetry.measure(Metric.POST_TO_NOTICE, null, sinceCause);
        }
    }

    @Override
    public void held(NoticeMessage message, HeldNotices.Why why, Instant until) {
        var notice = message.notice();
        telemetry.count(Metric.HELD, why.word());
        telemetry.log(Telemetry.Level.INFO, "held", Field.LEAD.is(notice.lead()), Field.TRACE.is(notice.trace()), Field.NOTICE.is(notice.id()),
                Field.STAFF.is(notice.recipient()), Field.REASON.is(why.word()), Field.AT.is(until));
    }

    @Override
    public void undelivered(NoticeMessage message, Rung told) {
        var notice = message.notice();
        telemetry.count(Metric.UNDELIVERED);
        telemetry.log(Telemetry.Level.ERROR, "undelivered", Field.LEAD.is(notice.lead()), Field.TRACE.is(notice.trace()),
                Field.NOTICE.is(notice.id()), Field.STAFF.is(notice.recipient()), Field.STEP.is(told.word()));
    }
}
