package dev.leadkeeper.aws.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs sequences on two stores and tells of the first difference, with as few operations as show it. */
final class Differential {
    private static final int LENGTH = 16;

    private final Side right;
    private final Side twin;
    private int runs;
    private long done;
    private long conflicts;

    /** @param right what is taken to be right */
    Differential(Side right, Side twin) {
        this.right = right;
        this.twin = twin;
    }

    /** What differs in the sequence of this seed, as a story; empty if nothing does. */
    Optional<String> run(long seed) {
        var length = difference(seed, LENGTH, List.of());
        if (length.isEmpty()) {
            return Optional.empty();
        }
        // Operations are drawn from the seed again for each attempt, with other keys, and some are left out.
        var leftOut = new ArrayList<Integer>();
        for (int i = length.get().at() - 1; i >= 0; i--) {
            leftOut.add(i);
            if (difference(seed, length.get().at() + 1, leftOut).isEmpty()) {
                leftOut.removeLast();
            }
        }
        return difference(seed, length.get().at() + 1, leftOut).map(found -> "seed " + seed + "\n" + found.story());
    }

    /** Operations done on each so far. */
    long operations() {
        return done;
    }

    /** Transactions so far that another one got in the way of. */
    long conflicts() {
        return conflicts;
    }

    private record Found(int at, String story) {}

    private Optional<Found> difference(long seed, int length, List<Integer> leftOut) {
        var operations = new RandomOperations(seed, "r" + runs++ + "-").sequence(length);
        var story = new StringBuilder();
        for (int i = 0; i < operations.size(); i++) {
            if (leftOut.contains(i)) {
                continue;
            }
            var operation = operations.get(i);
            var expected = operation.on(right);
            var actual = operation.on(twin);
            done++;
            conflicts += expected.contains("conflict") ? 1 : 0;
            story.append(operation).append("\n  ").append(expected).append('\n');
            if (!expected.equals(actual)) {
                return Optional.of(new Found(i, story + "  but the twin says " + actual));
            }
        }
        return Optional.empty();
    }
}
