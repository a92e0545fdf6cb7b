package dev.leadkeeper.infra.simulation;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Tells how far a campaign is. On a terminal a bar, written over once a second; anywhere else, where a carriage return would make a
 * log of endless lines, a plain line at every tenth, but not more than one in ten seconds.
 */
final class Progress implements Campaign.Progress {
    private static final int BAR = 24;
    private static final int TENTHS = 10;
    private static final long CALM = 10;

    private final String what;
    private final int all;
    private final boolean terminal;
    private final PrintStream out;
    private long lastSecond = -1;
    private int lastTenth;

    /** @param all schedules there will be */
    Progress(String what, int all) {
        this(what, all, System.console() != null && System.console().isTerminal(), System.out);
    }

    Progress(String what, int all, boolean terminal, PrintStream out) {
        this.what = what;
        this.all = all;
        this.terminal = terminal;
        this.out = out;
    }

    @Override
    public synchronized void done(int schedules, long leads, int violations, Duration elapsed) {
        var second = elapsed.toSeconds();
        if (terminal) {
            bar(schedules, leads, violations, second);
        } else {
            line(schedules, leads, violations, second);
        }
    }

    private void bar(int schedules, long leads, int violations, long second) {
        if (second != lastSecond || schedules == all) {
            lastSecond = second;
            int filled = (int) ((long) BAR * schedules / all);
            out.printf("\r%s%s%s %s ", what, "█".repeat(filled), "░".repeat(BAR - filled), state(schedules, leads, violations, second));
            if (schedules == all) {
                out.println();
            }
        }
    }

    private void line(int schedules, long leads, int violations, long second) {
        int tenth = (int) ((long) TENTHS * schedules / all);
        if (schedules == all || tenth > lastTenth && second - lastSecond >= CALM) {
            lastSecond = second;
            lastTenth = tenth;
            out.println(what + state(schedules, leads, violations, second));
        }
    }

    private String state(int schedules, long leads, int violations, long second) {
        return "%,d of %,d schedules   %,d leads   %,d violations   %d s".formatted(schedules, all, leads, violations, second);
    }
}
