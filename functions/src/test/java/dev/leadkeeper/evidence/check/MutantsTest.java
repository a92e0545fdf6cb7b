package dev.leadkeeper.evidence.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MutantsTest {
    /** {@code -Dmutants=100000 -Dseed=7} for more of them, and others. */
    @Test
    void whatever_becomes_of_a_file_is_a_verdict_in_time_and_never_another_format() {
        var outcome = new Mutants(Long.getLong("seed", 1)).run(Long.getLong("mutants", 2_000));
        assertEquals(List.of(), outcome.failures());
        assertTrue(outcome.verdicts().size() > 8, outcome::toString);
    }
}
