package dev.leadkeeper.aws.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code -Dsequences=100000} runs that many (1,000 otherwise), {@code -Dfirst=N} begins at another seed. */
class DifferentialTest {
    private static final long IN_EVERY_BUILD = 1_000;
    private static final long SEQUENCES = Long.getLong("sequences", IN_EVERY_BUILD);
    private static final long FIRST = Long.getLong("first", 0);

    @Test
    void the_store_in_memory_says_what_dynamo_db_says() throws InterruptedException {
        assertEquals(List.of(), Differentials.run(FIRST, SEQUENCES, _ -> { }).differences());
    }

    /** The seed is looked for against the right store in memory, which is quick, and then shown against DynamoDB Local. */
    @ParameterizedTest
    @EnumSource
    void a_planted_bug_is_found_within_the_sequences_that_every_build_runs(PlantedBug bug) {
        assertTrue(Differentials.finds(bug, IN_EVERY_BUILD).isPresent(), () -> bug + " was not found");
    }
}
