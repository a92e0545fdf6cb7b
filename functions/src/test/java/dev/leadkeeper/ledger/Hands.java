package dev.leadkeeper.ledger;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.MoveReason;
import dev.leadkeeper.lead.Staff;
import org.junit.jupiter.api.BeforeEach;

/** Two reps between whom leads go from hand to hand. */
abstract class Hands {
    static final Handovers.Said SAID = new Handovers.Said("boss", MoveReason.OVERLOADED, null);
    static final Ownership.Claiming CLAIMING = new Ownership.Claiming(2, 3);

    final World world = new World();
    final Handovers handovers = new Handovers(world.store, world.files, Planner.NONE, world.clock);

    @BeforeEach
    void people() {
        world.hire("lin", 8);
        world.hire("wu", 8);
    }

    Ownership.Given reassign(Lead lead, String to) {
        return give(lead, rep(to));
    }

    Ownership.Given give(Lead lead, Staff rep) {
        return handovers.reassign(lead, rep, World.to(rep.id(), null), SAID, null, false);
    }

    Lead claim(String key, String rep) {
        return assertInstanceOf(Ownership.Given.Done.class, tryToClaim(key, rep)).lead();
    }

    Ownership.Given tryToClaim(String key, String rep) {
        return world.ownership.give(lead(key), rep(rep), World.to(rep, null), rep, null, false, null, CLAIMING);
    }

    Lead lead(String key) {
        return world.take(world.submission(key, "body of " + key)).lead();
    }

    Staff rep(String id) {
        return world.staff.find(id).orElseThrow();
    }
}
