package dev.leadkeeper.infra.bench.report;

import java.util.Arrays;

/**
 * One measured quantity.
 *
 * @param name   what was measured
 * @param unit   such as {@code USD}, {@code leads/s}, {@code ms}; {@code ×} for a ratio
 * @param median of the runs
 * @param low    least of the runs
 * @param high   most of the runs
 * @param runs   how many
 * @param target what it should be, or {@code null}
 */
public record Figure(String name, String unit, double median, double low, double high, int runs, Target target) {

    /** @param most true if the bound is the most allowed, false if it is the least */
    public record Target(boolean most, double bound) {
        boolean met(double value) {
            return most ? value <= bound : value >= bound;
        }

        @Override
        public String toString() {
            return most && bound == 0 ? "none" : (most ? "≤ " : "≥ ") + Numbers.plain(bound);
        }
    }

    /** A figure that is counted, not measured: it has no spread. */
    public static Figure counted(String name, String unit, double value) {
        return new Figure(name, unit, value, value, value, 1, null);
    }

    /** Median and spread of these runs. */
    public static Figure of(String name, String unit, double... runs) {
        var sorted = runs.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        var median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Figure(name, unit, median, sorted[0], sorted[sorted.length - 1], sorted.length, null);
    }

    public Figure atMost(double bound) {
        return new Figure(name, unit, median, low, high, runs, new Target(true, bound));
    }

    public Figure atLeast(double bound) {
        return new Figure(name, unit, median, low, high, runs, new Target(false, bound));
    }

    /** Must be nought. */
    public Figure none() {
        return atMost(0);
    }

    /** What it is and what it should be. */
    public String inWords() {
        return name + " is " + Numbers.plain(median) + (target == null ? "" : ", should be " + target);
    }

    /** Whether it has a target and is beside it. */
    boolean missed() {
        return target != null && !target.met(median);
    }

    /** Least and most where they differ, else empty. */
    String spread() {
        return runs == 1 ? "" : Numbers.plain(low) + " – " + Numbers.plain(high);
    }

    /** The target and whether it is met, empty if there is none. */
    String verdict() {
        return target == null ? "" : target + (target.met(median) ? " ✓" : " ✗");
    }
}
