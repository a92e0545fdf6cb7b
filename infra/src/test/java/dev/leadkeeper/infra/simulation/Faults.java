package dev.leadkeeper.infra.simulation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides which port calls go wrong, and counts what does. Either by chance, or at exactly the named calls (numbered from 0
 * in the order in which the schedule makes them), for exhaustive runs and to tell a story with as few faults as it takes.
 */
final class Faults {
    private final Dice dice;
    private final Map<Long, FaultKind> planned;
    private final EnumMap<FaultKind, Long> injected = new EnumMap<>(FaultKind.class);
    private final TreeMap<Long, FaultKind> happened = new TreeMap<>();
    private double rate;
    private double factor = 1;
    private long calls;
    private long exposed;

    private Faults(Dice dice, double rate, Map<Long, FaultKind> planned) {
        this.dice = dice;
        this.rate = rate;
        this.planned = planned;
    }

    /** Each call goes wrong with this probability. */
    static Faults random(Dice dice, double rate) {
        return new Faults(dice, rate, Map.of());
    }

    /** Exactly these calls go wrong. */
    static Faults planned(Dice dice, Map<Long, FaultKind> planned) {
        return new Faults(dice, 0, planned);
    }

    /** From now on calls go wrong so many times as often as usually. */
    void worse(double times) {
        factor = times;
    }

    /** No more faults from now on. */
    void off() {
        rate = 0;
    }

    /** What goes wrong with the next call, among the kinds that make sense for it; {@code null} for nothing. */
    FaultKind next(List<FaultKind> possible) {
        var call = calls++;
        exposed += rate > 0 ? 1 : 0;
        var fault = planned.get(call);
        if (fault != null && !possible.contains(fault)) {
            fault = null;
        }
        if (dice.chance(rate * factor)) {
            fault = dice.pick(possible);
        }
        if (fault != null) {
            happened.put(call, fault);
            count(fault);
        }
        return fault;
    }

    /** Counts something that went wrong. */
    void count(FaultKind kind) {
        injected.merge(kind, 1L, Long::sum);
    }

    /** Calls made so far. */
    long calls() {
        return calls;
    }

    /** Calls made while they could go wrong by chance. */
    long exposed() {
        return exposed;
    }

    /** How often what went wrong. */
    Map<FaultKind, Long> injected() {
        return injected;
    }

    /** Which calls went wrong, and how. */
    Map<Long, FaultKind> happened() {
        return happened;
    }
}
