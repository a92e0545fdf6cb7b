package dev.leadkeeper.deadline;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Timer;
import java.time.Instant;
import java.util.Locale;

/** How a lead stands with its response lock (DL1). It follows from the lead and the time alone, so that it is true between two ticks as well. */
public enum Standing {
    /** Nothing runs: nobody owns it, or it has ended. */
    NONE,
    /** There is time to respond. */
    ON_TIME,
    /** The last part of the lock has begun. */
    AT_RISK,
    /** The lock is over. */
    BREACHED,
    /** The lock is long over. */
    RED,
    /** The owner responded within the lock. */
    MET,
    /** The owner responded after it. */
    MET_LATE;

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether somebody waits for an answer longer than they were to. */
    public boolean overdue() {
        return this == BREACHED || this == RED;
    }

    /** How this lead stands at a moment. */
    public static Standing of(Lead lead, Instant now) {
        var breach = lead.watch().at(Timer.ESCALATE);
        if (lead.state() != LeadState.ASSIGNED || lead.outcome() != null || breach == null) {
            return NONE;
        }
        if (lead.contacted()) {
            return lead.contactedAt().isAfter(breach) ? MET_LATE : MET;
        }
        return since(lead, Timer.RED, now) ? RED : since(lead, Timer.ESCALATE, now) ? BREACHED : since(lead, Timer.REMIND, now) ? AT_RISK : ON_TIME;
    }

    private static boolean since(Lead lead, Timer timer, Instant now) {
        var at = lead.watch().at(timer);
        return at != null && !at.isAfter(now);
    }
}
