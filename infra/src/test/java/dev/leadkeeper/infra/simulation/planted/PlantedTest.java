package dev.leadkeeper.infra.simulation.planted;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlantedTest {
    private static final Path SOURCES = Path.of("../functions/src/main/java");
    private static final int MOST = 40;

    @Test
    void there_are_at_least_thirty_planted_bugs_and_each_finds_its_place_in_the_sources() {
        assertTrue(Planted.all().size() >= 30);
        Planted.all().forEach(mutant -> assertDoesNotThrow(() -> mutant.mutated(SOURCES)));
    }

    static Stream<Mutant> sample() {
        var wanted = List.of("open leads are not counted", "a lead's id is random", "a scored lead is not sent on when it is a repeat",
                "an attempt is made although its receipt is there", "the head does not follow an appended event");
        return Planted.all().stream().filter(mutant -> wanted.contains(mutant.what()));
    }

    /** All of them: {@code ./mvnw -Pplanted}. */
    @ParameterizedTest
    @MethodSource("sample")
    void a_planted_bug_is_found(Mutant mutant) throws IOException {
        assertTrue(Planted.hunt(mutant, SOURCES, 1, MOST).isPresent());
    }
}
