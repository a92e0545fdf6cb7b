package dev.leadkeeper.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.MoveReason;
import dev.leadkeeper.lead.Staff;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    private static final Handovers.Said SAID = new Handovers.Said("boss", MoveReason.OVERLOADED, null);
    private static final Ownership.Claiming CLAIMING = new Ownership.Claiming(2, 3);

    private final World world = new World();
    private final Handovers handovers = new Handovers(world.store, world.files, Planner.NONE, world.clock);

    @BeforeEach
    void people() {
        world.hire("lin", 8);
        world.hire("wu", 8);
    }

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

    private Ownership.Given reassign(Lead lead, String to) {
        return give(lead, rep(to));
    }

    private Ownership.Given give(Lead lead, Staff rep) {
        return handovers.reassign(lead, rep, World.to(rep.id(), null), SAID, null, false);
    }

    private Lead claim(String key, String rep) {
        return assertInstanceOf(Ownership.Given.Done.class, tryToClaim(key, rep)).lead();
    }

    private Ownership.Given tryToClaim(String key, String rep) {
        return world.ownership.give(lead(key), rep(rep), World.to(rep, null), rep, null, false, null, CLAIMING);
    }

    private Lead lead(String key) {
        return world.take(world.submission(key, "body of " + key)).lead();
    }

    private Staff rep(String id) {
        return world.staff.find(id).orElseThrow();
    }
}
