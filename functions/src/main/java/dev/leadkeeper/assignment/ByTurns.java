package dev.leadkeeper.assignment;

import dev.leadkeeper.assignment.Ranked.Figured;
import dev.leadkeeper.lead.Decision.Turn;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Staff;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Strategies that take turns. The ledger of turns is what makes them fair: within a fixed circle nobody is ever a full turn
 * from the ideal share (equal weights: at most one turn between any two).
 * <p>
 * A turn missed is not owed: whoever joins, comes back from leave or was full for a while counts as if they had kept up,
 * so nobody is flooded on return. The lifted count is written back with their next turn. A turn that brought junk is made up
 * for beside all turns ({@link MakingUp}), so that it changes nobody's place.
 */
final class ByTurns {
    private ByTurns() {}

    /** Fewest turns first, then the id. The transaction conditions on the chosen rep's turns alone: others can only have more. */
    static Ranked equal(Choice choice) {
        var pool = pool(choice);
        if (MakingUp.isOwed(choice.eligible(), pool)) {
            return MakingUp.rank(choice.eligible(), pool);
        }
        long lift = choice.scope().members().stream().mapToLong(each -> turns(each, pool)).max().orElse(0) - 1;
        var order = Ranked.by(choice.eligible(), each -> Math.max(turns(each, pool), lift), Ranked.least());
        var chosen = order.chosen();
        return order.told(each -> new Sentence("已轮 " + each.figure() + " 次", each.figure() + " turns"),
                new Sentence("按轮询轮到您(第 " + (chosen.figure() + 1) + " 轮)", "It is your turn (turn " + (chosen.figure() + 1) + ")"),
                new Turn(pool, chosen.staff().ledger().turns().get(pool), chosen.figure() + 1, false, null));
    }

    /** The chairman rule. The transaction conditions on the pool's count as well: the rule weighs everybody's turns. */
    static Ranked weighted(Choice choice) {
        var pool = pool(choice);
        var people = choice.eligible();
        if (MakingUp.isOwed(people, pool)) {
            return MakingUp.rank(people, pool);
        }
        var turns = forgiven(people, choice.scope().members(), pool);
        var rank = Chairman.rank(weights(people), turns);
        var place = new IdentityHashMap<Staff, Integer>();
        for (int i = 0; i < rank.length; i++) {
            place.put(people.get(rank[i]), i);
        }
        var chosen = people.get(rank[0]);
        long next = turns[rank[0]] + 1;
        long all = Arrays.stream(weights(people)).sum();
        return Ranked.by(people, place::get, Comparator.comparingInt(Figured<Integer>::figure))
                .told(each -> new Sentence("已轮 " + turns(each.staff(), pool) + " 次,权重 " + each.staff().weight(),
                                turns(each.staff(), pool) + " turns at weight " + each.staff().weight()),
                        new Sentence("按加权轮询轮到您(权重 " + chosen.weight() + "/" + all + ",第 " + next + " 轮)",
                                "It is your weighted turn (weight " + chosen.weight() + " of " + all + ", turn " + next + ")"),
                        new Turn(pool, chosen.ledger().turns().get(pool), next, true, choice.roster().taken(pool)));
    }

    private static long[] forgiven(List<Staff> people, List<Staff> circle, String pool) {
        var pace = MissedTurns.Pace.NONE;
        for (var each : circle) {
            pace = pace.orThatOf(turns(each, pool), each.weight());
        }
        return MissedTurns.forgiven(weights(people), people.stream().mapToLong(each -> turns(each, pool)).toArray(), pace);
    }

    private static long[] weights(List<Staff> people) {
        return people.stream().mapToLong(Staff::weight).toArray();
    }

    private static String pool(Choice choice) {
        return choice.rule().strategy().pool() + choice.scope().circle();
    }

    private static long turns(Staff staff, String pool) {
        return staff.ledger().turns().getOrDefault(pool, 0L);
    }
}
