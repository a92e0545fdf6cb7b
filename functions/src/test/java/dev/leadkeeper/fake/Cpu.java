package dev.leadkeeper.fake;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Bounds what a test may compute by the processor time that it takes, which other work on the machine does not change. */
public final class Cpu {
    private static final int LOOKED_AT_EVERY_MILLIS = 20;

    private Cpu() {}

    /** Runs it in a thread of its own and gives it up when it has computed for longer than this. */
    public static void within(Duration most, Runnable work, String slow) {
        var failure = new Throwable[1];
        var worker = Thread.ofPlatform().daemon().name("bounded").start(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                failure[0] = e;
            }
        });
        var threads = ManagementFactory.getThreadMXBean();
        try {
            while (!worker.join(Duration.ofMillis(LOOKED_AT_EVERY_MILLIS))) {
                if (threads.getThreadCpuTime(worker.threadId()) > most.toNanos()) {
                    throw new AssertionError(slow + ": more than " + most + " of processor time");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
        if (failure[0] != null) {
            throw new AssertionError(failure[0]);
        }
    }
}
