package dev.leadkeeper.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimsTest extends Hands {
    @Test
    void claims_of_a_day_are_counted_and_giving_back_does_not_help() {
        handovers.toRules(claim("a", "lin"), SAID).orElseThrow();
        handovers.toRules(claim("b", "lin"), SAID).orElseThrow();
        assertEquals(2, rep("lin").claimedOnDayOf(world.clock.now()));
        assertInstanceOf(Ownership.Given.RepChanged.class, tryToClaim("c", "lin"));

        world.clock.advance(Duration.ofHours(14)); // midnight in Shanghai
        claim("d", "lin");
        assertEquals(1, rep("lin").ledger().claimed());
        assertEquals("2026-11-23", rep("lin").ledger().claimDay());
    }

    @Test
    void two_claims_at_once_of_the_last_one_that_is_allowed_are_one() {
        claim("a", "lin");
        var seen = rep("lin");
        assertInstanceOf(Ownership.Given.Done.class, world.ownership.give(lead("b"), seen, World.to("lin", null), "lin", null, false, null, CLAIMING));
        assertInstanceOf(Ownership.Given.RepChanged.class,
                world.ownership.give(lead("c"), seen, World.to("lin", null), "lin", null, false, null, CLAIMING));
    }

    @Test
    void the_first_claims_of_a_day_by_two_instances_are_both_counted() {
        var seen = rep("lin");
        assertInstanceOf(Ownership.Given.Done.class, world.ownership.give(lead("a"), seen, World.to("lin", null), "lin", null, false, null, CLAIMING));
        assertInstanceOf(Ownership.Given.RepChanged.class,
                world.ownership.give(lead("b"), seen, World.to("lin", null), "lin", null, false, null, CLAIMING));
    }

    @Test
    void whoever_owns_many_claims_none() {
        for (var key : List.of("a", "bb", "ccc")) {
            world.owned(key, "lin");
        }
        assertInstanceOf(Ownership.Given.RepChanged.class, tryToClaim("d", "lin"));
        assertEquals(0, rep("lin").ledger().claimed());
    }
}
