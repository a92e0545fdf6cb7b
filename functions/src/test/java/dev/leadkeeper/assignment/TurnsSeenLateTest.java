package dev.leadkeeper.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What the pool's count is for. An instance may see each rep's turns as they were at any earlier moment, each at another one. Here every
 * such sight is tried in every state that can be reached, and a turn counts if the chosen rep's own count is as it was seen.
 */
class TurnsSeenLateTest {
    /** Turns after which a search ends: two rounds of everybody, and more than that in no case. */
    private static final long MOST = 24;

    /** What a decision from these counts would be: whose turn, and how it would be counted. */
    private record Taken(int rep, long next) {
        static Taken from(long[] weights, long[] seen) {
            var pace = MissedTurns.Pace.NONE;
            for (int i = 0; i < seen.length; i++) {
                pace = pace.orThatOf(seen[i], weights[i]);
            }
            var turns = MissedTurns.forgiven(weights, seen, pace);
            int rep = Chairman.rank(weights, turns)[0];
            return new Taken(rep, turns[rep] + 1);
        }
    }

    /** All sights of these counts: each from where it may be seen at the earliest, up to how it is. */
    private static List<long[]> sights(long[] earliest, long[] now) {
        var all = new ArrayList<long[]>();
        var seen = earliest.clone();
        for (int i = 0; i >= 0; ) {
            all.add(seen.clone());
            for (i = seen.length - 1; i >= 0 && seen[i] == now[i]; i--) {
                seen[i] = earliest[i];
            }
            if (i >= 0) {
                seen[i]++;
            }
        }
        return all;
    }

    private static List<Long> key(long[] turns) {
        return Arrays.stream(turns).boxed().toList();
    }

    /** Every state that a circle of these weights can come to. */
    private static Set<List<Long>> reached(long[] weights) {
        long most = Math.min(MOST, 2 * Arrays.stream(weights).sum());
        var reached = new HashSet<List<Long>>();
        var open = new ArrayDeque<long[]>();
        open.add(new long[weights.length]);
        while (!open.isEmpty()) {
            var now = open.remove();
            if (!reached.add(key(now)) || Arrays.stream(now).sum() == most) {
                continue;
            }
            for (var seen : sights(new long[weights.length], now)) {
                var taken = Taken.from(weights, seen);
                if (seen[taken.rep()] == now[taken.rep()]) {
                    var next = now.clone();
                    next[taken.rep()] = taken.next();
                    open.add(next);
                }
            }
        }
        return reached;
    }

    private static List<long[]> weights(int people, int most) {
        var all = new ArrayList<long[]>();
        var least = new long[people];
        var greatest = new long[people];
        Arrays.fill(least, 1);
        Arrays.fill(greatest, most);
        return sights(least, greatest);
    }

    @Test
    void in_a_circle_that_stays_whoever_sees_old_counts_takes_the_turn_that_is_next_or_none() {
        var circles = new ArrayList<long[]>();
        circles.addAll(weights(2, 8));
        circles.addAll(weights(3, 4));
        circles.addAll(weights(4, 2));
        for (var weights : circles) {
            var reached = reached(weights);
            long turns = reached.stream().mapToLong(counts -> counts.stream().mapToLong(Long::longValue).sum()).max().orElseThrow();
            assertEquals(turns + 1, reached.size(), () -> "more than one state after as many turns, weights " + Arrays.toString(weights));
        }
    }

    /** Most turns in a row for somebody who comes back when the other has had ten, of which the last so many may not have been seen. */
    private static int inARow(int unseen) {
        var weights = new long[] {1, 1};
        var now = new long[] {0, 10};
        for (int turns = 0; ; turns++) {
            long had = now[0];
            var given = sights(new long[] {had, 10 - unseen}, now).stream().map(seen -> Taken.from(weights, seen))
                    .filter(taken -> taken.rep() == 0).mapToLong(Taken::next).min();
            if (given.isEmpty()) {
                return turns;
            }
            now[0] = given.getAsLong();
        }
    }

    @Test
    void somebody_who_comes_back_is_flooded_if_others_turns_are_seen_late() {
        assertTrue(inARow(0) <= 2, "as the pool's count makes sure");
        assertTrue(inARow(6) > 6 / 2 + 2, "two turns more than the share of six");
    }
}
