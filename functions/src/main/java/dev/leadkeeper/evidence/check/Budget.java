package dev.leadkeeper.evidence.check;

import dev.leadkeeper.lead.FileReason;

/**
 * The work that one check may cost, counted in bytes that are read or unpacked, so that it ends after the same steps on every
 * machine. Shared with the thread that waits, which may end the check at once.
 */
final class Budget {
    /** A whole file of 50 MB read ten times and half a gigabyte unpacked; about five seconds of one slow core. */
    private static final long WORK = 1_000_000_000L;

    private long left = WORK;
    private volatile boolean stopped;

    /** @throws Refusal if nothing is left */
    void spend(long bytes) {
        left -= bytes;
        if (left < 0 || stopped) {
            throw new Refusal(FileReason.TOO_COMPLEX, stopped ? "out of time" : "out of work");
        }
    }

    /** Makes the next step the last. */
    void stop() {
        stopped = true;
    }
}
