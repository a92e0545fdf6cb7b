package dev.leadkeeper.infra.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** All chance of one schedule, from one seed. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Whether something of this probability happens. */
    boolean chance(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    /** From 0 to {@code bound} − 1. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From {@code low} to {@code high}, both inclusive. */
    long between(long low, long high) {
        return random.nextLong(low, high + 1);
    }

    <T> T pick(List<T> things) {
        return things.get(below(things.size()));
    }

    long bits() {
        return random.nextLong();
    }

    /** Dice that go their own way from here, so that one part's rolls do not shift another's. */
    Dice split() {
        return new Dice(random.nextLong());
    }
}
