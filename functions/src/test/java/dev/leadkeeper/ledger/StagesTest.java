package dev.leadkeeper.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Timer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StagesTest {
    private final World world = new World();

    @Test
    void an_opportunity_that_stood_still_thaws_when_it_moves_and_may_freeze_again_in_its_next_stage() {
        world.hire("lin", 8);
        var staged = world.stages.move(world.owned("a", "lin"), "first-contact", "lin", List.of()).orElseThrow();
        var frozen = new DueTimers(world.store, world.clock).frozen(staged, "cause").orElseThrow().lead();
        assertNotNull(frozen.watch().frozenAt());
        assertTrue(frozen.watch().settled().contains(Timer.FREEZE));
        world.clock.advance(Duration.ofHours(1));

        var moved = world.stages.move(frozen, "analysis", "lin", List.of()).orElseThrow();

        assertNull(moved.watch().frozenAt());
        assertFalse(moved.watch().settled().contains(Timer.FREEZE));
        assertEquals(world.clock.now(), moved.watch().stageAt());
        assertEquals(true, world.timelines.of(moved.id()).getLast().data().get("thawed"));
    }
}
