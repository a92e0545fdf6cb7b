package dev.leadkeeper.assignment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChairmanTest {
    private static final int TURNS = 3_000;

    /** Takes turns and checks after each that nobody is further from the ideal than {@code 1 − 1/(2k−2)}. */
    private static long[] play(long[] weights, int turns) {
        int k = weights.length;
        long all = Arrays.stream(weights).sum();
        var taken = new long[k];
        for (int n = 1; n <= turns; n++) {
            taken[Chairman.rank(weights, taken)[0]]++;
            for (int i = 0; i < k; i++) {
                // |x − wn/W| ≤ 1 − 1/(2k−2), times W(2k−2)
                long off = Math.abs(taken[i] * all - weights[i] * n) * (2L * k - 2);
                assertTrue(off <= (2L * k - 3) * all, () -> Arrays.toString(weights) + ": " + Arrays.toString(taken));
            }
        }
        return taken;
    }

    @Test
    void ten_and_ten_times_one_stays_within_a_turn_where_the_lowest_quotient_is_several_off() {
        play(LongStream.concat(LongStream.of(10), LongStream.generate(() -> 1).limit(10)).toArray(), TURNS);
    }

    @Test
    void every_prefix_of_every_random_pool_stays_within_the_bound() {
        var random = new Random(19_800_323);
        for (int game = 0; game < 150; game++) {
            var weights = random.longs(2 + random.nextInt(59), 1, 2 + random.nextInt(100)).toArray();
            play(weights, game < 20 ? TURNS : 500);
        }
    }

    @Test
    void equal_weights_never_differ_by_more_than_a_turn() {
        for (int k = 2; k <= 60; k += 7) {
            var ones = LongStream.generate(() -> 1).limit(k).toArray();
            var taken = new long[k];
            for (int n = 0; n < 1_000; n++) {
                taken[Chairman.rank(ones, taken)[0]]++;
                assertTrue(Arrays.stream(taken).max().orElseThrow() - Arrays.stream(taken).min().orElseThrow() <= 1);
            }
        }
    }

    @Test
    void after_as_many_turns_as_all_weights_together_everybody_has_exactly_their_weight() {
        assertArrayEquals(new long[] {5, 3, 1, 1}, play(new long[] {5, 3, 1, 1}, 10));
    }

    @Test
    void one_alone_always_has_the_turn() {
        assertArrayEquals(new int[] {0}, Chairman.rank(new long[] {7}, new long[] {123}));
    }

    @Test
    void a_long_history_decides_like_a_short_one_and_never_overflows() {
        var random = new Random(5);
        for (int game = 0; game < 200; game++) {
            int k = 2 + random.nextInt(20);
            var weights = random.longs(k, 1, 1_001).toArray();
            var few = random.longs(k, 0, 3).toArray();
            var many = new long[k];
            for (int i = 0; i < k; i++) {
                many[i] = few[i] + 1_000_000_000L * weights[i];
            }
            assertArrayEquals(Chairman.rank(weights, few), Chairman.rank(weights, many));
            assertEquals(exact(weights, many), Chairman.rank(weights, many)[0]);
        }
    }

    /** The rule as the paper has it, in numbers of any size. */
    private static int exact(long[] weights, long[] turns) {
        int k = weights.length;
        var all = BigInteger.valueOf(Arrays.stream(weights).sum());
        var n = BigInteger.valueOf(Arrays.stream(turns).sum() + 1);
        int best = -1;
        BigInteger bestSlack = null;
        for (int i = 0; i < k; i++) {
            var w = BigInteger.valueOf(weights[i]);
            var behind = w.multiply(n).subtract(all.multiply(BigInteger.valueOf(turns[i]))).multiply(BigInteger.valueOf(2L * k - 2));
            var slack = all.multiply(BigInteger.valueOf(2L * k - 3)).subtract(behind);
            if (behind.compareTo(all) >= 0 && (best < 0
                    || slack.multiply(BigInteger.valueOf(weights[best])).compareTo(bestSlack.multiply(w)) < 0)) {
                best = i;
                bestSlack = slack;
            }
        }
        return best;
    }
}
