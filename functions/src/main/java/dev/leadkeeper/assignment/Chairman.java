package dev.leadkeeper.assignment;

import java.util.ArrayList;
import java.util.Arrays;

/**
 * Whose weighted turn it is: R. Tijdeman, "The chairman assignment problem", Discrete Mathematics 32 (1980) 323–330.
 * With k people of shares λ, x turns taken each and n = Σx + 1, among those with {@code λn − x ≥ 1/(2k−2)} the one who would
 * exceed it last, by {@code (1 − 1/(2k−2) − λn + x) / λ}, is the first to be in danger and goes next. Then at every moment
 * {@code |x − λn| ≤ 1 − 1/(2k−2)} for everybody, the best possible bound. Computed in whole numbers, so there is no rounding.
 */
final class Chairman {
    private Chairman() {}

    /**
     * @param weights each ≥ 1
     * @param turns   taken so far, each ≥ 0
     * @return positions in the order in which they would be considered; the first takes the turn
     */
    static int[] rank(long[] weights, long[] turns) {
        int k = weights.length;
        if (k == 1) {
            return new int[] {0};
        }
        long all = Arrays.stream(weights).sum();
        long rounds = rounds(weights, turns);
        long n = Arrays.stream(turns).sum() - rounds * all + 1;
        var due = new boolean[k];
        var slack = new long[k];
        for (int i = 0; i < k; i++) {
            // Both sides of the paper's inequality times W(2k−2), with λ = w/W.
            long behind = (2L * k - 2) * (weights[i] * n - all * (turns[i] - rounds * weights[i]));
            due[i] = behind >= all;
            slack[i] = (2L * k - 3) * all - behind;
        }
        var order = new ArrayList<Integer>();
        for (int i = 0; i < k; i++) {
            order.add(i);
        }
        order.sort((a, b) -> due[a] != due[b] ? Boolean.compare(due[b], due[a])
                : compare(slack[a], weights[a], slack[b], weights[b]) != 0
                        ? compare(slack[a], weights[a], slack[b], weights[b]) : Integer.compare(a, b));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Rounds that everybody has completed; leaving them out of all counts changes nothing and keeps the numbers small. */
    private static long rounds(long[] weights, long[] turns) {
        long rounds = Long.MAX_VALUE;
        for (int i = 0; i < weights.length; i++) {
            rounds = Math.min(rounds, turns[i] / weights[i]);
        }
        return rounds;
    }

    /** Compares {@code a/v} with {@code b/w} without overflow: whole parts first, then remainders, which are below the weights. */
    private static int compare(long a, long v, long b, long w) {
        int whole = Long.compare(Math.floorDiv(a, v), Math.floorDiv(b, w));
        return whole != 0 ? whole : Long.compare(Math.floorMod(a, v) * w, Math.floorMod(b, w) * v);
    }
}
