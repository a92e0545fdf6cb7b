package dev.leadkeeper.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Why junk is made up for beside the turns and not by taking turns off the counts. */
class MakingUpTest {
    private static final long[] WEIGHTS = {10, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

    /** The largest |x − λn| of anybody, times W(2k−2) as {@link Chairman} counts. */
    private static boolean isFair(long[] turns) {
        long all = 0;
        long n = 0;
        for (int i = 0; i < turns.length; i++) {
            all += WEIGHTS[i];
            n += turns[i];
        }
        long k = turns.length;
        for (int i = 0; i < turns.length; i++) {
            if (Math.abs(turns[i] * all - n * WEIGHTS[i]) * (2 * k - 2) > all * (2 * k - 3)) {
                return false;
            }
        }
        return true;
    }

    @Test
    void turns_taken_off_for_junk_would_break_the_chairmans_bound() {
        var turns = new long[WEIGHTS.length];
        var broken = false;
        for (int n = 0; n < 40; n++) {
            turns[Chairman.rank(WEIGHTS, turns)[0]]++;
            var without = turns.clone();
            without[0]--;
            broken |= turns[0] > 0 && !isFair(without);
        }
        assertTrue(broken);
    }

    @Test
    void with_junk_made_up_for_turns_are_fair_at_every_moment_and_real_leads_once_nothing_is_owed() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var turns = new long[WEIGHTS.length];
            var real = new long[WEIGHTS.length];
            var owed = new long[WEIGHTS.length];
            for (int n = 0; n < 300; n++) {
                int rep = next(turns, owed);
                if (owed[rep] > 0) {
                    owed[rep]--;
                } else {
                    turns[rep]++;
                }
                if (n < 250 && random.nextInt(5) == 0) {
                    owed[rep]++;
                } else {
                    real[rep]++;
                }
                assertTrue(isFair(turns));
            }
            for (int i = 0; i < real.length; i++) {
                assertEquals(turns[i], real[i] + owed[i]);
            }
        }
    }

    private static int next(long[] turns, long[] owed) {
        int most = 0;
        for (int i = 1; i < owed.length; i++) {
            most = owed[i] > owed[most] ? i : most;
        }
        return owed[most] > 0 ? most : Chairman.rank(WEIGHTS, turns)[0];
    }
}
