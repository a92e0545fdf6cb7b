package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.evidence.JudgeUpload;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.Submission;
import dev.leadkeeper.notice.HeldNotices;
import dev.leadkeeper.notification.NoticeMessage;
import dev.leadkeeper.notification.Receipt;
import dev.leadkeeper.notification.Rung;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Measures nothing. */
public final class Unmeasured implements dev.leadkeeper.intake.Measures, dev.leadkeeper.notification.Measures, JudgeUpload.Measures {
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
    public void held(NoticeMessage message, HeldNotices.Why why, Instant until) { }

    @Override
    public void undelivered(NoticeMessage message, Rung told) { }

    @Override
    public void judged(String lead, EvidenceFile.State verdict, List<String> reasons, String detail) { }

    @Override
    public void stray(String because) { }
}
