package dev.leadkeeper.infra.bench.sweep;

import dev.leadkeeper.codec.LeadCodec;
import dev.leadkeeper.deadline.Plans;
import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.infra.bench.units.Organisation;
import dev.leadkeeper.infra.bench.units.Visitors;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadId;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Timer;
import dev.leadkeeper.lead.Watch;
import dev.leadkeeper.ledger.Leads;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Leads as they lie in storage by the thousand: like one that the product took in and assigned, planned by it and written by its codec. */
public final class Stored {
    private static final int REPS = 200;
    /** When the customers want to be called again: from a week ahead to five. */
    private static final Duration SOONEST = Duration.ofDays(7);
    private static final int DAYS = 28;
    private static final int HOURS = 72;

    private final Lead like;
    private final Plans plans;
    private final Instant now;

    private Stored(Lead like, Plans plans, Instant now) {
        this.like = like;
        this.plans = plans;
        this.now = now;
    }

    /** As things stand at this moment. */
    public static Stored at(Instant now) {
        try (var organisation = Organisation.takingOneAtATime()) {
            organisation.post("entry-0", Visitors.usual(0), Duration.ZERO);
            organisation.work();
            organisation.check();
            var one = new Leads(organisation.store()).all(1, null).leads().getFirst();
            return new Stored(one, new Plans(organisation.store(), new VirtualClock(now)), now);
        }
    }

    /** A lead whose owner made contact within the last days and promised to come back in some weeks: in both indexes, and not due for long. */
    Map<String, Object> owned(int number) {
        var acted = now.minus(Duration.ofHours(number % HOURS));
        var kept = now.plus(SOONEST).plus(Duration.ofDays(number % DAYS)).plusSeconds(number % 86_400);
        var watch = new Watch(like.watch().team(), Map.of(), Set.of(Timer.REMIND, Timer.ESCALATE, Timer.RED), acted, kept, null, null, null, 0, Map.of(), null);
        var planned = plans.planned(lead(like.id(), LeadState.ASSIGNED, acted.minusSeconds(3600), watch, number));
        return LeadCodec.toDoc(lead(id(number), LeadState.ASSIGNED, acted.minusSeconds(3600), planned.watch(), number));
    }

    /** A lead on the waiting list, on which no clock runs. */
    Map<String, Object> waiting(int number) {
        return LeadCodec.toDoc(lead(id(number), LeadState.WAITING, now.minus(Duration.ofHours(1)).plusMillis(number), Watch.NONE, number));
    }

    private static String id(int number) {
        return LeadId.of("demo", "stored-" + number);
    }

    private Lead lead(String id, LeadState state, Instant at, Watch watch, int number) {
        var owned = state == LeadState.ASSIGNED;
        return new Lead(id, like.ver(), like.head(), state, like.form(), like.details(), like.seen(), at, at, like.priority(), like.score(), like.tier(),
                like.rulebook(), like.customer(), owned ? "rep-%03d".formatted(number % REPS) : null, owned ? null : "waiting",
                owned ? null : "everybody-full", owned ? at : null, owned ? watch.actedAt() : null, null, null, like.revision(), watch, like.trace());
    }
}
