package dev.leadkeeper.infra.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Not by chance but everywhere: a fault at every single port call, and at every pair of them. */
final class Exhaustive {
    private static final List<FaultKind> OF_A_CALL = List.of(FaultKind.CRASH_BEFORE, FaultKind.CRASH_AFTER, FaultKind.ERROR,
            FaultKind.ERROR_AFTER_EFFECT, FaultKind.CONFLICT, FaultKind.THROTTLE);
    private static final List<FaultKind> CRASHES = List.of(FaultKind.CRASH_BEFORE, FaultKind.CRASH_AFTER);
    /** A seed whose one lead goes all the way to its owner's channel. */
    static final long CORE = 4;
    /** A seed in whose schedule every function is invoked and people interfere. */
    static final long BROAD = 7;
    private static final int BROAD_LEADS = 8;
    /** A seed in whose schedule files are found valid, rejected and expire, another is declared, and a supervisor accepts one record and rejects one. */
    static final long PAPERS = 6;
    private static final int PAPERS_LEADS = 2;

    /** A seed in whose days something of every kind falls due by either sweep, a lead goes round, and rules and calendar change. */
    static final long DAYS = 50;
    private static final int DAYS_LEADS = 4;

    private Exhaustive() {}

    /** One lead on its way, undisturbed. */
    static Plan core() {
        return Plan.core(CORE, 1, false, Map.of());
    }

    /** Several leads and people. */
    static Plan broad() {
        return Plan.core(BROAD, BROAD_LEADS, true, Map.of());
    }

    /** Evidence from record to verdict, review and expiry. */
    static Plan papers() {
        return Plan.papers(PAPERS, PAPERS_LEADS, Map.of());
    }

    /** Days in which all falls due that can: what sweeps, fires and follows changes. */
    static Plan days() {
        return Plan.days(DAYS, DAYS_LEADS, Map.of());
    }

    /** A crash before and after every port call of the schedule, one at a time. */
    static List<Plan> crashes(Plan plan) {
        var plans = new ArrayList<Plan>();
        var calls = new Schedule(plan).run().calls();
        for (long call = 0; call < calls; call++) {
            for (var kind : CRASHES) {
                plans.add(plan.with(Map.of(call, kind)));
            }
        }
        return plans;
    }

    /** Every n-th of them. */
    static List<Plan> thinned(List<Plan> plans, int every) {
        var some = new ArrayList<Plan>();
        for (int i = 0; i < plans.size(); i += every) {
            some.add(plans.get(i));
        }
        return some;
    }

    /** Every kind of fault at every port call of the schedule, one at a time. */
    static List<Plan> singles(Plan plan) {
        var plans = new ArrayList<Plan>();
        var calls = new Schedule(plan).run().calls();
        for (long call = 0; call < calls; call++) {
            for (var kind : OF_A_CALL) {
                plans.add(plan.with(Map.of(call, kind)));
            }
        }
        return plans;
    }

    /** Crashes at every pair of port calls; the second is counted in the world that the first has left behind. */
    static List<Plan> pairs(Plan plan) {
        var plans = new ArrayList<Plan>();
        var calls = new Schedule(plan).run().calls();
        for (long one = 0; one < calls; one++) {
            for (long other = one + 1; other < 2 * calls; other++) {
                for (var first : CRASHES) {
                    for (var second : CRASHES) {
                        plans.add(plan.with(Map.of(one, first, other, second)));
                    }
                }
            }
        }
        return plans;
    }
}
