package dev.leadkeeper.assignment;

import java.util.Arrays;

/**
 * A turn missed is not owed: lifts the counts of those who joined, came back from leave or were full for a while, so that
 * they are not flooded. In a circle whose people never change nothing is lifted: Tijdeman's bound keeps everybody at
 * {@code floor(λn)} at least, and nobody a whole turn above the ideal.
 */
final class MissedTurns {
    private MissedTurns() {}

    /**
     * Raises each count to at least {@code floor(pace · weight)} and then, as little as possible, until nobody is a whole turn
     * behind: {@code x ≥ floor(λn)} with λ the share among these and n the sum of the raised counts.
     *
     * @param weights of those who can receive, each ≥ 1
     * @param turns   recorded so far
     * @param pace    the furthest anybody of the circle got, less the last turn, for one unit of weight
     */
    static long[] forgiven(long[] weights, long[] turns, Pace pace) {
        var counts = turns.clone();
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Math.max(counts[i], pace.turns() * weights[i] / pace.weight());
        }
        long all = Arrays.stream(weights).sum();
        long n = Arrays.stream(counts).sum();
        var raised = counts.length > 1;
        while (raised) {
            raised = false;
            for (int i = 0; i < counts.length; i++) {
                // The least x with x ≥ floor(w(others + x) / W), that is (W − w)x > w·others − W.
                long least = Math.floorDiv(weights[i] * (n - counts[i]) - all, all - weights[i]) + 1;
                if (least > counts[i]) {
                    n += least - counts[i];
                    counts[i] = least;
                    raised = true;
                }
            }
        }
        return counts;
    }

    /** A number of turns at a weight, as a fraction. */
    record Pace(long turns, long weight) {
        static final Pace NONE = new Pace(0, 1);

        /** The larger fraction of this and somebody's turns but the last. */
        Pace orThatOf(long turns, long weight) {
            long before = Math.max(0, turns - 1);
            return before * this.weight > this.turns * weight ? new Pace(before, weight) : this;
        }
    }
}
