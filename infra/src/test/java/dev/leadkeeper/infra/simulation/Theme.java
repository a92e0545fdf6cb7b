package dev.leadkeeper.infra.simulation;

import static dev.leadkeeper.infra.simulation.Company.EVEN;
import static dev.leadkeeper.infra.simulation.Company.MERIT;
import static dev.leadkeeper.infra.simulation.Company.NOBODY;
import static dev.leadkeeper.infra.simulation.Company.OTHER;
import static dev.leadkeeper.infra.simulation.Company.WEIGHTED;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a schedule is mostly about. Everything can happen in most of them; a theme brings together what gets in each other's way,
 * which by chance alone would meet once in hundreds of schedules.
 */
enum Theme {
    /** A bit of everything. */
    MIXED(true, List.of(EVEN, WEIGHTED, MERIT, NOBODY, OTHER), 3),
    /** Nobody interferes and there is room for all. */
    CALM(false, List.of(EVEN, WEIGHTED, MERIT, NOBODY, OTHER), 3),
    /** Everybody comes at once for the same few people, who take equal turns. */
    EQUAL_TURNS(false, List.of(EVEN), 1),
    /** The same with weights. */
    WEIGHTED_TURNS(false, List.of(WEIGHTED), 1),
    /** Somebody comes back from leave at midnight, in the middle of a rush of leads for whom turns have weights. */
    RETURN(false, List.of(WEIGHTED), 1),
    /** More leads than people may have: one is at the cap, one at the limit of the day, one at that of the backlog. */
    LIMITS(false, List.of(MERIT), 1),
    /** Two people's caps, limits and status are changed while they are given leads. */
    EDITS(true, List.of(MERIT), 1),
    /** The same few customers ask again and again. */
    RETURNING(false, List.of(EVEN, MERIT), 1),
    /** People give leads by hand that the machine is about to give, pool or put on the waiting list. */
    HANDS(true, List.of(EVEN, MERIT, OTHER, OTHER), 1),
    /** Everybody claims several leads at once, who had others on that day or did not. */
    CLAIMS(true, List.of(EVEN, OTHER, OTHER, OTHER), 1),
    /** People claim, hand over, give back and call junk what came to them by turns. */
    GIVEN_BACK(true, List.of(EVEN, WEIGHTED, WEIGHTED, OTHER, OTHER), 2),
    /** Somebody else's transactions are always in the way, and many leads belong into a pool. */
    RIVALS(false, List.of(OTHER, OTHER, EVEN, WEIGHTED), 2),
    /** For some minutes most calls fail. */
    OUTAGE(true, List.of(EVEN, WEIGHTED, MERIT, OTHER), 2),
    /** Reps record what happened, upload evidence of it, and supervisors look at it; a day passes. */
    EVIDENCE(false, List.of(EVEN), 1),
    /** Days pass: owners answer, late or never, leads go round, rules and calendars change, schedules fail. */
    DEADLINES(false, List.of(EVEN, EVEN, MERIT), 1);

    /**
     * Twice what meets less often: edits are of five kinds, and who comes back must be given a lead by somebody who knows little. Thrice
     * where days pass, in which the most happens.
     */
    private static final List<Theme> DRAWN = Stream.concat(Stream.of(values()), Stream.of(EDITS, RETURN, DEADLINES, DEADLINES)).toList();

    private final boolean people;
    private final List<String> sources;
    private final int rushes;

    Theme(boolean people, List<String> sources, int rushes) {
        this.people = people;
        this.sources = sources;
        this.rushes = rushes;
    }

    /** The theme that a seed draws. */
    static Theme of(long seed) {
        return DRAWN.get(Math.floorMod(seed, DRAWN.size()));
    }

    /** Whether people interfere. */
    boolean people() {
        return people;
    }

    /** Whether staff are edited. */
    boolean edits() {
        return people && this != GIVEN_BACK && this != CLAIMS;
    }

    /** Whether everybody can receive all the time, so that nobody is passed over but for leads that they had before. */
    boolean allCanReceive() {
        return !edits() && this != LIMITS && this != RETURN;
    }

    /** Where leads come from, each as often as it stands here. */
    List<String> sources() {
        return sources;
    }

    /** Times at which many leads come at once. */
    int rushes() {
        return rushes;
    }

    /**
     * Virtual milliseconds by which a rush at midnight begins earlier: half its length or, where somebody is to come back while it is on,
     * so many that only the clocks that are most ahead have them back, and the others have taken some turns.
     */
    long before() {
        return this == RETURN ? 4_000 : rush() / 2;
    }

    /** Whether it is all about midnight. */
    boolean midnight() {
        return this == RETURN;
    }

    /** Share of what comes in a rush. */
    double rushed() {
        return rushes == 1 ? 0.9 : 0.7;
    }

    /** Virtual milliseconds of a rush: where things are to meet an old roster, longer than it takes for one to become old. */
    long rush() {
        return this == RETURN ? 1_500 : this == EDITS || this == WEIGHTED_TURNS ? 3_000 : 300;
    }

    /**
     * How much likelier than on average a call goes wrong. What has failed comes back half a minute later and by itself, so
     * where leads are to meet they must mostly get through at once; the others make up for it.
     */
    double troubled() {
        return switch (this) {
            case EQUAL_TURNS, WEIGHTED_TURNS, RETURN, LIMITS, EDITS, RETURNING, EVIDENCE, CLAIMS, DEADLINES -> 0.4;
            case HANDS, GIVEN_BACK -> 0.8;
            case OUTAGE -> 1.6;
            case MIXED, CALM, RIVALS -> 2.3;
        };
    }

    /** Share of leads with a budget so small that, where no other rule takes them, they go to a pool. */
    double small() {
        return switch (this) {
            case HANDS, CLAIMS, GIVEN_BACK, RIVALS -> 0.8;
            case MIXED, CALM, EQUAL_TURNS, WEIGHTED_TURNS, RETURN, LIMITS, EDITS, RETURNING, OUTAGE, EVIDENCE, DEADLINES -> 0.2;
        };
    }

    /** How often somebody else's transaction holds one of the items, beside the faults of calls. */
    double rivals() {
        return this == RIVALS ? 0.2 : 0;
    }

    /** Phones in use; half as many addresses. */
    int phones() {
        return this == RETURNING ? 5 : 30;
    }

    /** Deliveries of a schedule that would have so many: where days pass, much happens to each. */
    int deliveries(int most) {
        return this == DEADLINES ? Math.max(1, Math.ceilDiv(most, 3)) : most;
    }

    /** Who works there: few, so that leads meet. */
    Company company() {
        return switch (this) {
            case MIXED, HANDS, OUTAGE -> new Company(List.of(1, 2, 3), 3, Company.Limits.OF_MERIT);
            case CALM -> new Company(List.of(1, 2, 3, 1), 1_000, Company.Limits.OF_MERIT);
            case EQUAL_TURNS, RETURNING, RIVALS, EVIDENCE, CLAIMS, GIVEN_BACK -> new Company(List.of(1, 2, 3), 1_000, Company.Limits.NONE);
            case WEIGHTED_TURNS -> new Company(List.of(3, 2), 1_000, Company.Limits.NONE);
            case RETURN -> new Company(List.of(5, 1), 1_000, Company.Limits.FIRST_ON_LEAVE);
            case LIMITS -> new Company(List.of(1, 2, 3), 3, Company.Limits.ONE_EACH);
            case EDITS -> new Company(List.of(1, 2), 10, Company.Limits.NONE);
            case DEADLINES -> new Company(List.of(1, 2, 3), 1_000, Company.Limits.OF_TIME);
        };
    }
}
