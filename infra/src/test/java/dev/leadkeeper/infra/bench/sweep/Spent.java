package dev.leadkeeper.infra.bench.sweep;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/**
 * What something took.
 *
 * @param wall milliseconds by the clock
 * @param cpu  milliseconds of processor time of all threads of Java code, the emulator's among them
 */
record Spent(double wall, double cpu) {
    /** Of one of so many times. */
    static Spent on(int times, Runnable work) {
        var cpu = now();
        var start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            work.run();
        }
        var wall = System.nanoTime() - start;
        return new Spent(wall / 1e6 / times, (now() - cpu) / 1e6 / times);
    }

    /** The process's own count has a resolution of 10 ms. */
    private static long now() {
        var threads = ManagementFactory.getThreadMXBean();
        LongUnaryOperator of = threads::getThreadCpuTime;
        return Arrays.stream(threads.getAllThreadIds()).map(of).filter(each -> each > 0).sum();
    }
}
