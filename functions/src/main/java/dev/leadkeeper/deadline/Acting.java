package dev.leadkeeper.deadline;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.ledger.Activities;
import dev.leadkeeper.ledger.DueTimers;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.rulebook.FollowUp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Knows what a real activity is: a check-in, or a record all of whose evidence is there and valid, and that no supervisor rejected.
 * Keeps the moment of the owner's last one with the lead, also where evidence came or a record was rejected since. Everything follows from what
 * is stored, so that a repeat changes nothing.
 */
public final class Acting {
    private final Leads leads;
    private final Activities activities;
    private final DueTimers timers;
    private final Plans plans;
    private final Rounds rounds;

    public Acting(Store store, Clock clock, Ids ids) {
        this.leads = new Leads(store);
        this.activities = new Activities(store, clock, ids);
        this.timers = new DueTimers(store, clock);
        this.plans = new Plans(store, clock);
        this.rounds = new Rounds(clock, ids);
    }

    /** Whether this shows that somebody did something. */
    public static boolean isReal(Activity activity, FollowUp rules) {
        return activity.counts() && (activity.type().equals(Activity.CHECK_IN)
                || rules.activity(activity.type()).filter(type -> type.unmet(activity).isEmpty()).isPresent());
    }

    /**
     * Sets the lead's clock by its records.
     *
     * @param seen the lead's records as they were a moment ago; they are read again, after the lead, where they say something new
     */
    public void refresh(String id, List<Activity> seen, FollowUp rules) {
        var known = leads.find(id).filter(lead -> differs(lead, seen, rules)).isEmpty();
        if (!known) {
            rounds.until(() -> leads.find(id).flatMap(lead -> {
                var all = activities.of(id); // whatever is recorded after the lead was read moves the lead on, and this step is refused
                return differs(lead, all, rules) ? timers.acted(lead, last(lead, all, rules), plans).map(_ -> true) : Optional.of(true);
            }));
        }
    }

    private static boolean differs(Lead lead, List<Activity> all, FollowUp rules) {
        return lead.state() == LeadState.ASSIGNED && lead.outcome() == null && !Objects.equals(lead.watch().actedAt(), last(lead, all, rules));
    }

    /** The owner's last real activity since the lead is theirs, {@code null} if there is none. */
    private static Instant last(Lead lead, List<Activity> all, FollowUp rules) {
        return all.stream().filter(each -> each.staff().equals(lead.owner()) && !each.at().isBefore(lead.assignedAt()) && isReal(each, rules))
                .map(each -> each.at().truncatedTo(ChronoUnit.MILLIS)).max(Instant::compareTo).orElse(null);
    }
}
