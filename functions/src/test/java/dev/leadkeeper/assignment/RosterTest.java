package dev.leadkeeper.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.leadkeeper.lead.Staff;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RosterTest {
    private static final List<String> BOTH = List.of("north", "south");

    private final Staff ann = People.rep("ann").groups("north").is();
    private final Staff bob = People.rep("bob").groups("north", "south").is();
    private final Staff cat = People.rep("cat").groups("south").is();
    private final Roster roster = Roster.of(List.of(cat, ann, bob), Map.of("hot", 3L));

    @Test
    void lists_are_in_the_order_of_ids() {
        assertEquals(List.of(ann, bob, cat), roster.reps());
        assertEquals(List.of(ann, bob), roster.members(List.of("north")));
        assertEquals(List.of(ann, bob, cat), roster.members(BOTH));
    }

    @Test
    void everybody_is_found_by_id_and_nobody_else() {
        for (var each : List.of(ann, bob, cat)) {
            assertSame(each, roster.person(each.id()));
        }
        assertNull(roster.person("abe"));
        assertNull(roster.person("zoe"));
    }

    @Test
    void somebody_with_more_leads_is_the_same_everywhere_they_stand() {
        roster.members(BOTH);
        var busy = People.rep("bob").groups("north", "south").open(5).is();

        var after = roster.with(busy);

        assertSame(busy, after.person("bob"));
        assertEquals(List.of(ann, busy, cat), after.reps());
        assertEquals(List.of(ann, busy), after.members(List.of("north")));
        assertEquals(List.of(busy, cat), after.members(List.of("south")));
        assertEquals(List.of(ann, busy, cat), after.members(BOTH));
        assertEquals(3L, after.taken("hot"));
        assertSame(bob, roster.person("bob"), "the roster before stays what it was");
        assertEquals(List.of(ann, bob, cat), roster.members(BOTH));
    }

    @Test
    void somebody_in_another_group_is_in_the_newcomer_only() {
        roster.members(BOTH);
        var moved = People.rep("ann").groups("south").is();

        var after = roster.with(moved);

        assertEquals(List.of(bob), after.members(List.of("north")));
        assertEquals(List.of(moved, bob, cat), after.members(List.of("south")));
    }

    @Test
    void somebody_in_another_role_is_no_rep_any_more() {
        assertEquals(List.of(bob, cat), roster.with(People.rep("ann").groups("north").role(Staff.Role.MANAGER).is()).reps());
    }

    @Test
    void somebody_new_is_added() {
        var newcomer = People.rep("abe").groups("north").is();

        assertEquals(List.of(newcomer, ann, bob), roster.with(newcomer).members(List.of("north")));
    }

    @Test
    void a_turn_taken_is_counted_and_changes_nobody() {
        var after = roster.with("hot", 4);

        assertEquals(4L, after.taken("hot"));
        assertEquals(3L, roster.taken("hot"));
        assertEquals(roster.reps(), after.reps());
    }
}
