package dev.leadkeeper.aws.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.aws.DynamoStores;
import dev.leadkeeper.fake.InMemoryStore;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code -Dsequences=100000} runs that many (1,000 otherwise), {@code -Dfirst=N} begins at another seed. */
class DifferentialTest {
    private static final long IN_EVERY_BUILD = 1_000;
    private static final long SEQUENCES = Long.getLong("sequences", IN_EVERY_BUILD);
    private static final long FIRST = Long.getLong("first", 0);
    /** Sequences on one database: it gets slower as it fills. */
    private static final long FRESH_AFTER = 2_000;

    @Test
    void the_store_in_memory_says_what_dynamo_db_says() {
        for (long seed = FIRST; seed < FIRST + SEQUENCES; seed += FRESH_AFTER) {
            try (var dynamo = new EmbeddedDynamo()) {
                var differential = new Differential(DynamoStores.on(dynamo.client(), EmbeddedDynamo.names()), new InMemoryStore());
                for (long each = seed; each < Math.min(seed + FRESH_AFTER, FIRST + SEQUENCES); each++) {
                    assertEquals(Optional.empty(), differential.run(each));
                }
            }
        }
    }

    /** The seed is looked for against the right store in memory, which is quick, and then shown against DynamoDB Local. */
    @ParameterizedTest
    @EnumSource
    void a_planted_bug_is_found_within_the_sequences_that_every_build_runs(PlantedBug bug) {
        var quick = new Differential(new InMemoryStore(), bug.planted());
        var seed = LongStream.range(0, IN_EVERY_BUILD).filter(each -> quick.run(each).isPresent()).findFirst();
        assertTrue(seed.isPresent(), () -> bug + " was not found");
        try (var dynamo = new EmbeddedDynamo()) {
            var differential = new Differential(DynamoStores.on(dynamo.client(), EmbeddedDynamo.names()), bug.planted());
            assertTrue(differential.run(seed.getAsLong()).isPresent());
        }
    }
}
