package dev.leadkeeper.evidence.check;

import dev.leadkeeper.fuzz.Fuzz;
import java.util.Random;

/** Files that somebody tampered with. */
public final class FileFuzz implements Fuzz {
    @Override
    public void one(Random random) {
        var outcome = new Mutants(random.nextLong()).run(1);
        if (!outcome.failures().isEmpty()) {
            throw new AssertionError(outcome.failures().getFirst());
        }
    }
}
