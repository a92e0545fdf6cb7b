package dev.leadkeeper.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.port.Ids;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Randomness. */
public abstract class IdsContract {
    /** The ids under test. */
    protected abstract Ids ids();

    @Test
    void an_id_is_26_characters_of_base_32_and_never_the_same() {
        var ids = Stream.generate(ids()::next).limit(1_000).collect(Collectors.toSet());
        assertEquals(1_000, ids.size());
        assertTrue(ids.stream().allMatch(id -> id.matches("[a-z2-7]{26}")));
    }

    @Test
    void a_number_is_any_below_the_bound() {
        var numbers = IntStream.range(0, 500).mapToObj(i -> ids().below(3)).collect(Collectors.toSet());
        assertEquals(Set.of(0, 1, 2), numbers);
    }
}
