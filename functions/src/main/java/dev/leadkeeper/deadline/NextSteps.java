package dev.leadkeeper.deadline;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.ledger.Activities;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.settings.FollowUps;
import java.util.Comparator;

/** What the customer agreed to do next, by the last real record of a lead. A day that it names stands with the lead already. */
final class NextSteps {
    private final Store store;
    private final FollowUps followUps;

    NextSteps(Store store) {
        this.store = store;
        this.followUps = new FollowUps(store);
    }

    /** Whether the last contact of the present owner left a next step, and no day for it. */
    boolean openWithoutDay(Lead lead) {
        if (!lead.contacted()) {
            return false;
        }
        var rules = followUps.live();
        return Activities.of(store, lead.id()).stream().filter(each -> !each.at().isBefore(lead.assignedAt()) && Acting.isReal(each, rules))
                .max(Comparator.comparing(Activity::at)).filter(last -> says(last.said().nextStep()) && !hasDay(lead, last)).isPresent();
    }

    private static boolean says(String step) {
        return step != null && !step.isBlank();
    }

    /** A day that was named is kept with the lead, and lies behind every record before it. */
    private static boolean hasDay(Lead lead, Activity last) {
        return last.said().promiseBy() != null || lead.watch().keptUntil() != null && lead.watch().keptUntil().isAfter(last.at());
    }
}
