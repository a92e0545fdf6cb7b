package dev.leadkeeper.deadline;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.ledger.Activities;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.settings.FollowUps;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;

/** What the customer agreed to do next, by the last real record of a lead. A day that its present owner was given stands with the lead already. */
final class NextSteps {
    private final Store store;
    private final FollowUps followUps;

    NextSteps(Store store) {
        this.store = store;
        this.followUps = new FollowUps(store);
    }

    /**
     * Until when the step that the last real record left, whoever made it, is one that somebody may still take.
     *
     * @param withoutDay until when that is if the record named no day
     * @param zone       in which a day ends
     * @return empty if there is none; may be past
     */
    Optional<Instant> ahead(Lead lead, Instant withoutDay, ZoneId zone) {
        if (lead.recordedAt() == null) {
            return Optional.empty();
        }
        var rules = followUps.live();
        return Activities.of(store, lead.id()).stream().filter(each -> Acting.isReal(each, rules)).max(Comparator.comparing(Activity::at)).flatMap(last -> {
            var said = last.said();
            if (said.promiseBy() != null) {
                return Optional.of(said.promiseBy().plusDays(1).atStartOfDay(zone).toInstant());
            }
            return says(said.nextStep()) && !hadDay(lead, last) ? Optional.of(withoutDay) : Optional.empty();
        });
    }

    private static boolean says(String step) {
        return step != null && !step.isBlank();
    }

    /** A day that the text named is kept with the lead, and lies behind every record before it. */
    private static boolean hadDay(Lead lead, Activity last) {
        return lead.watch().keptUntil() != null && lead.watch().keptUntil().isAfter(last.at());
    }
}
