package dev.leadkeeper.assignment;

import static dev.leadkeeper.assignment.Leads.lead;
import static dev.leadkeeper.assignment.People.rep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Decision.ToRep;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.rulebook.Rulebook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Promise 6: fairness is a ledger. The ledger here commits only what its conditions allow, as the transaction does. */
class TurnsTest {
    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
    private static final Rulebook EQUAL = Books.withStrategy("round-robin");
    private static final Rulebook WEIGHTED = Books.withStrategy("weighted-round-robin");
    private static final String POOL = "only";

    /** A circle whose members have a weight, a count and may be away. */
    private static final class Circle {
        final Map<String, Integer> weights = new HashMap<>();
        final Map<String, Long> turns = new HashMap<>();
        final Set<String> away = new HashSet<>();
        Long taken;

        Circle(int... weights) {
            for (int i = 0; i < weights.length; i++) {
                this.weights.put("r%02d".formatted(i), weights[i]);
            }
        }

        Roster snapshot() {
            var staff = new ArrayList<Staff>();
            weights.forEach((id, weight) -> {
                var person = rep(id).weight(weight).cap(Integer.MAX_VALUE);
                if (turns.containsKey(id)) {
                    person.turns(POOL, turns.get(id));
                }
                staff.add((away.contains(id) ? person.status(Staff.Status.LEAVE) : person).is());
            });
            return Roster.of(staff, taken == null ? Map.of() : Map.of(POOL, taken));
        }

        /** Commits if the chosen rep's turns, and for weights the pool's count, are as they were seen. */
        boolean commit(ToRep to) {
            var turn = to.turn();
            var asSeen = Objects.equals(turns.get(to.rep()), turn.seen())
                    && (!turn.weighted() || Objects.equals(taken, turn.poolSeen()));
            if (asSeen) {
                turns.put(to.rep(), turn.next());
                taken = turn.weighted() ? Long.valueOf(taken == null ? 1 : taken + 1) : taken;
            }
            return asSeen;
        }

        String next(Rulebook rulebook) {
            var to = decide(rulebook, snapshot());
            assertTrue(commit(to));
            return to.rep();
        }

        long spread() {
            return weights.keySet().stream().mapToLong(id -> turns.getOrDefault(id, 0L)).max().orElse(0)
                    - weights.keySet().stream().mapToLong(id -> turns.getOrDefault(id, 0L)).min().orElse(0);
        }
    }

    private static ToRep decide(Rulebook rulebook, Roster roster) {
        return (ToRep) DecisionEngine.decide(lead().question(), roster, rulebook, NOW).target();
    }

    /** After each of the turns nobody is a full turn from the ideal share, over whoever is given. */
    private static void assertWithinATurn(Map<String, Integer> weights, List<String> took) {
        long all = weights.values().stream().mapToLong(each -> each).sum();
        var counts = new HashMap<String, Long>();
        for (int n = 1; n <= took.size(); n++) {
            counts.merge(took.get(n - 1), 1L, Long::sum);
            for (var each : weights.entrySet()) {
                long off = Math.abs(counts.getOrDefault(each.getKey(), 0L) * all - (long) each.getValue() * n);
                assertTrue(off < all, () -> each + ": " + counts);
            }
        }
    }

    @Test
    void equal_turns_go_round_in_the_order_of_ids() {
        var circle = new Circle(1, 1, 1);
        var took = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            took.add(circle.next(EQUAL));
        }
        assertEquals(List.of("r00", "r01", "r02", "r00", "r01", "r02"), took);
    }

    @Test
    void weighted_turns_stay_within_a_turn_at_every_prefix() {
        var random = new Random(1);
        for (int game = 0; game < 12; game++) {
            var weights = game == 0 ? new int[] {10, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}
                    : random.ints(2 + random.nextInt(59), 1, 21).toArray();
            var circle = new Circle(weights);
            var took = new ArrayList<String>();
            for (int n = 0; n < 600; n++) {
                took.add(circle.next(WEIGHTED));
            }
            assertWithinATurn(circle.weights, took);
            circle.turns.forEach((id, turns) -> assertEquals(took.stream().filter(id::equals).count(), turns, "nothing is lifted"));
        }
    }

    @Test
    void stale_snapshots_never_break_the_bound_because_their_commits_fail() {
        var random = new Random(2);
        for (var rulebook : List.of(EQUAL, WEIGHTED)) {
            var circle = rulebook == EQUAL ? new Circle(1, 1, 1, 1, 1, 1, 1) : new Circle(10, 1, 1, 1, 3, 3, 2);
            var took = new ArrayList<String>();
            var old = new ArrayList<Roster>();
            for (int i = 0; i < 8; i++) {
                old.add(circle.snapshot());
            }
            while (took.size() < 2_000) {
                int worker = random.nextInt(old.size());
                var to = decide(rulebook, old.get(worker));
                if (circle.commit(to)) {
                    took.add(to.rep());
                } else {
                    old.set(worker, circle.snapshot());
                }
                if (random.nextInt(10) == 0) {
                    old.set(random.nextInt(old.size()), circle.snapshot());
                }
                assertTrue(rulebook == WEIGHTED || circle.spread() <= 1);
            }
            assertWithinATurn(circle.weights, took);
        }
    }

    @Test
    void whoever_comes_back_from_leave_gets_the_usual_share_and_no_burst() {
        for (var rulebook : List.of(EQUAL, WEIGHTED)) {
            var circle = rulebook == EQUAL ? new Circle(1, 1, 1, 1) : new Circle(4, 1, 2, 1);
            circle.away.add("r00");
            for (int n = 0; n < 400; n++) {
                circle.next(rulebook);
            }
            circle.away.clear();
            var since = new HashMap<String, Long>();
            long all = circle.weights.values().stream().mapToLong(each -> each).sum();
            for (int n = 1; n <= 400; n++) {
                since.merge(circle.next(rulebook), 1L, Long::sum);
                assertTrue(since.getOrDefault("r00", 0L) * all <= (long) circle.weights.get("r00") * n + 2 * all);
            }
        }
    }

    @Test
    void whoever_joins_starts_with_the_others_and_does_not_catch_up_on_the_past() {
        var circle = new Circle(1, 1, 1);
        for (int n = 0; n < 300; n++) {
            circle.next(EQUAL);
        }
        circle.weights.put("r99", 1);
        var took = new ArrayList<String>();
        for (int n = 0; n < 8; n++) {
            took.add(circle.next(EQUAL));
        }
        assertEquals(2, took.stream().filter("r99"::equals).count());
        assertEquals(101L, circle.turns.get("r99"));
    }

    @Test
    void however_people_come_and_go_nobody_gets_more_than_the_share_of_the_time_they_were_there_and_two_turns() {
        var random = new Random(3);
        for (int game = 0; game < 40; game++) {
            var circle = new Circle(random.ints(3 + random.nextInt(10), 1, 8).toArray());
            var fair = new HashMap<String, Double>();
            var got = new HashMap<String, Long>();
            for (int stretch = 0; stretch < 6; stretch++) {
                circle.away.clear();
                circle.weights.keySet().stream().filter(_ -> random.nextInt(3) == 0).limit(circle.weights.size() - 2L).forEach(circle.away::add);
                fair.clear();
                got.clear();
                for (int n = 0; n < 80; n++) {
                    long all = circle.weights.entrySet().stream().filter(each -> !circle.away.contains(each.getKey()))
                            .mapToLong(Map.Entry::getValue).sum();
                    circle.weights.forEach((id, weight) -> fair.merge(id, circle.away.contains(id) ? 0.0 : (double) weight / all, Double::sum));
                    got.merge(circle.next(WEIGHTED), 1L, Long::sum);
                    got.forEach((id, count) -> assertTrue(count <= fair.get(id) + 2 + 1e-9, () -> id + " has " + count + " of " + fair.get(id)));
                }
            }
        }
    }

    @Test
    void a_circle_of_a_narrowed_target_has_its_own_count() {
        var rulebook = Books.of("""
                rules:
                  - id: only
                    title: {zh: 只有, en: only}
                    target: {group: sales, narrow: [region, size]}
                    strategy: {name: round-robin, pool: circle}
                """);
        var roster = People.roster(rep("a").regions("310000"), rep("b").regions("110000"), rep("c"));
        var decision = DecisionEngine.decide(lead().region(Leads.PUDONG).question(), roster, rulebook, NOW);
        assertEquals(new Decision.Turn("circle/310000/*", null, 1, false, null), ((ToRep) decision.target()).turn());
    }
}
