package dev.leadkeeper.infra.simulation;

import java.util.Map;

/**
 * What decides a schedule.
 *
 * @param seed    decides everything else
 * @param leads   deliveries with a key of their own
 * @param faults  probability of a fault at each port call
 * @param calls   faults at exactly these calls instead, {@code null} for chance
 * @param theme   what it is mostly about
 * @param weather whether the environment makes trouble: duplicates, delays, late ticks …
 * @param telling whether to tell the story
 */
record Plan(long seed, int leads, double faults, Map<Long, FaultKind> calls, Theme theme, boolean weather, boolean telling) {
    /** Everything at once, about what the seed draws. */
    static Plan random(long seed, int leads, double faults) {
        return new Plan(seed, leads, faults, null, Theme.of(seed), true, false);
    }

    /** Nothing but leads, and faults at exactly these calls. */
    static Plan core(long seed, int leads, boolean people, Map<Long, FaultKind> calls) {
        return new Plan(seed, leads, 0, calls, people ? Theme.MIXED : Theme.CALM, false, false);
    }

    /** Reps, supervisors and their papers, a day of them, and faults at exactly these calls. */
    static Plan papers(long seed, int leads, Map<Long, FaultKind> calls) {
        return new Plan(seed, leads, 0, calls, Theme.EVIDENCE, false, false);
    }

    /** Days in which much falls due, rules change, and faults at exactly these calls. */
    static Plan days(long seed, int leads, Map<Long, FaultKind> calls) {
        return new Plan(seed, leads, 0, calls, Theme.DEADLINES, false, false);
    }

    Plan with(Map<Long, FaultKind> exactly) {
        return new Plan(seed, leads, 0, exactly, theme, weather, telling);
    }

    Plan withLeads(int fewer) {
        return new Plan(seed, fewer, faults, calls, theme, weather, telling);
    }

    Plan about(Theme other) {
        return new Plan(seed, leads, faults, calls, other, weather, telling);
    }

    Plan inFairWeather() {
        return new Plan(seed, leads, faults, calls, theme, false, telling);
    }

    Plan told() {
        return new Plan(seed, leads, faults, calls, theme, weather, true);
    }
}
