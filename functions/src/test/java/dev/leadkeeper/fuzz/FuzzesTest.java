package dev.leadkeeper.fuzz;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A little of everything in every build; each input has a seed of its own, which a failure names. */
class FuzzesTest {
    private static final int INPUTS = 500;

    static Stream<String> kinds() {
        return Fuzzes.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_input_is_answered_as_it_must_be(String kind) {
        var fuzz = Fuzzes.all().get(kind).get();
        for (int seed = 0; seed < INPUTS; seed++) {
            var random = new Random(seed);
            assertDoesNotThrow(() -> fuzz.one(random), "the input of seed " + seed);
        }
    }
}
