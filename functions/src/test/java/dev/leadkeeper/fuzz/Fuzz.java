package dev.leadkeeper.fuzz;

import java.util.Random;

/** Inputs of one kind, drawn from a source of randomness, each tried as it is drawn. */
@FunctionalInterface
public interface Fuzz {
    /**
     * Draws one input, or a few that follow each other, and tries it.
     *
     * @throws RuntimeException | AssertionError if the input was not answered as it must be
     */
    void one(Random random);

    /** How many inputs one draw holds. */
    default int inputs() {
        return 1;
    }
}
