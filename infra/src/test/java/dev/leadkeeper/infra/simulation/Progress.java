package dev.leadkeeper.infra.simulation;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A line that tells how far a campaign is, written over once a second. */
final class Progress implements Campaign.Progress {
    private static final int BAR = 24;

    private final String what;
    private final int all;
    private final AtomicLong last = new AtomicLong(-1);

    /** @param all schedules there will be */
    Progress(String what, int all) {
        this.what = what;
        this.all = all;
    }

    @Override
    public void done(int schedules, long leads, int violations, Duration elapsed) {
        var second = elapsed.toSeconds();
        if (last.getAndSet(second) != second || schedules == all) {
            int filled = (int) ((long) BAR * schedules / all);
            System.out.printf("\r%s %s%s %,d of %,d schedules   %,d leads   %,d violations   %d s ", what, "█".repeat(filled),
                    "░".repeat(BAR - filled), schedules, all, leads, violations, second);
            if (schedules == all) {
                System.out.println();
            }
        }
    }
}
