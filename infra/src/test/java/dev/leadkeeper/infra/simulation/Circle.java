package dev.leadkeeper.infra.simulation;

import static dev.leadkeeper.infra.simulation.Promises.require;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The people who share the turns of one pool: where each stands, and whether the next turn is the right one's. In a circle for which all can
 * receive all the time nobody is ever a turn from the ideal share. Where somebody is passed over, they count as if they had kept up; then
 * this holds of whatever stretch of turns the same people could take: nobody is more than two turns from their share of it.
 */
final class Circle {
    private static final int MOST_OFF = 2;

    private final String pool;
    private final boolean weighted;
    private final List<String> members;
    private final Map<String, Long> weights = new HashMap<>();
    private final Map<String, Long> places = new HashMap<>();
    private long taken;
    /** Whether nobody was ever passed over. */
    private boolean fixed = true;
    private List<String> stretch = List.of();
    private final Map<String, Long> since = new HashMap<>();

    Circle(Company company, String pool) {
        this.pool = pool;
        this.weighted = pool.equals(Company.WEIGHTED);
        this.members = company.reps(pool);
        for (int n = 0; n < members.size(); n++) {
            weights.put(members.get(n), weighted ? company.weight(n) : 1L);
        }
    }

    /** Turns that count for somebody: those that they had and those that they missed. */
    long place(String rep) {
        return places.getOrDefault(rep, 0L);
    }

    long taken() {
        return taken;
    }

    /**
     * Somebody takes a turn.
     *
     * @param able  who could, this one included
     * @param place where they say that they stand after it
     */
    void take(String rep, List<String> able, long place) {
        var standing = weighted ? weighted(able) : equal(able);
        if (weighted) {
            require(standing.get(rep) + 1 == place, () -> rep + " took turn " + place + " of " + pool + " and stood at " + standing);
            require(isNext(rep, standing), () -> rep + " took a turn of " + pool + ", which was not theirs: " + standing + ", weights " + weights);
        } else { // what the others had may have been seen late, which lifts less
            require(place(rep) < place && place <= standing.get(rep) + 1, () -> rep + " took turn " + place + " of " + pool + " and stood at " + standing);
            require(standing.values().stream().allMatch(each -> each >= standing.get(rep)), () -> rep + " took a turn of " + pool
                    + " although others had fewer: " + standing);
        }
        taken++;
        places.put(rep, place);
        fixed &= able.size() == members.size();
        if (fixed) {
            fair();
        }
        stretch(rep, able);
    }

    /** Whoever is more than a turn behind the furthest counts as one turn behind. */
    private Map<String, Long> equal(List<String> able) {
        long furthest = members.stream().mapToLong(this::place).max().orElseThrow();
        var standing = new TreeMap<String, Long>();
        able.forEach(each -> standing.put(each, Math.max(place(each), furthest - 1)));
        return standing;
    }

    /** With weights: nobody behind where the furthest was a turn ago, and nobody a whole turn behind their share; lifted turn by turn. */
    private Map<String, Long> weighted(List<String> able) {
        var standing = new TreeMap<String, Long>();
        for (var each : able) {
            long least = members.stream().mapToLong(other -> Math.max(0, place(other) - 1) * weights.get(each) / weights.get(other)).max().orElseThrow();
            standing.put(each, Math.max(place(each), least));
        }
        long all = able.stream().mapToLong(weights::get).sum();
        for (var behind = true; behind; ) {
            long turns = sum(standing);
            var whole = able.stream().filter(each -> standing.get(each) < turns * weights.get(each) / all).findFirst();
            whole.ifPresent(each -> standing.merge(each, 1L, Long::sum));
            behind = whole.isPresent();
        }
        return standing;
    }

    /**
     * By Tijdeman's rule: of those whom the next turn may be for, the one who has to have it soonest. With share λ, x turns of n and k
     * people it may be for those with λ(n + 1) − x ≥ 1/(2k − 2); the turn by which they have to have it is (x + 1 − 1/(2k − 2)) / λ.
     */
    private boolean isNext(String rep, Map<String, Long> standing) {
        if (standing.size() == 1) {
            return true;
        }
        var mayBe = standing.keySet().stream().filter(each -> mayBe(each, standing)).toList();
        return mayBe.contains(rep) && mayBe.stream().allMatch(each ->
                latest(rep, standing) * weights.get(each) <= latest(each, standing) * weights.get(rep));
    }

    private boolean mayBe(String rep, Map<String, Long> standing) {
        long all = standing.keySet().stream().mapToLong(weights::get).sum();
        return (weights.get(rep) * (sum(standing) + 1) - all * standing.get(rep)) * (2L * standing.size() - 2) >= all;
    }

    /** The turn by which they have to have it, times the weight and (2k − 2) and over the sum of weights. */
    private static long latest(String rep, Map<String, Long> standing) {
        long k = standing.size();
        return (standing.get(rep) + 1) * (2 * k - 2) - 1;
    }

    private static long sum(Map<String, Long> standing) {
        return standing.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Nobody is a turn from the ideal share: by Tijdeman at the most 1 − 1/(2k − 2), here without fractions. */
    private void fair() {
        long all = weights.values().stream().mapToLong(Long::longValue).sum();
        long turns = members.stream().mapToLong(this::place).sum();
        long k = members.size();
        for (var each : members) {
            require(Math.abs(place(each) * all - turns * weights.get(each)) * (2 * k - 2) <= all * (2 * k - 3), () -> each + " had " + place(each)
                    + " of " + turns + " turns of pool " + pool + " with weight " + weights.get(each) + " of " + all);
        }
    }

    /** The same people may take this turn as the one before, or a new stretch begins. */
    private void stretch(String rep, List<String> able) {
        var sorted = able.stream().sorted().toList();
        if (!sorted.equals(stretch)) {
            stretch = sorted;
            since.clear();
        }
        since.merge(rep, 1L, Long::sum);
        long all = stretch.stream().mapToLong(weights::get).sum();
        long turns = sum(since);
        for (var each : stretch) {
            long had = since.getOrDefault(each, 0L);
            require(Math.abs(had * all - turns * weights.get(each)) <= MOST_OFF * all, () -> each + " had " + had + " of " + turns
                    + " turns of pool " + pool + " that were " + stretch + "'s, with weight " + weights.get(each) + " of " + all);
        }
    }
}
