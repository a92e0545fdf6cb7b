package dev.leadkeeper.followup;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.ledger.Activities;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.Queries;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import dev.leadkeeper.settings.FollowUps;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code GET /leads/{id}/activities} and one of them. */
final class SeeActivities {
    private final Reach reach;
    private final Activities activities;
    private final FollowUps followUps;

    SeeActivities(Reach reach, Activities activities, FollowUps followUps) {
        this.reach = reach;
        this.activities = activities;
        this.followUps = followUps;
    }

    /** Oldest first; {@code tags=a,b} keeps those that have all of these tags (FU4). */
    Answer all(Person who, Access access, Ask ask) {
        var flaws = new ArrayList<Flaw>();
        Queries.known(ask, Set.of("tags"), flaws);
        if (!flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
        }
        var tags = ask.parameter("tags").map(text -> List.of(text.split(","))).orElse(List.of());
        var rules = followUps.live();
        return reach.lead(who, access, ask).<Answer>map(lead -> {
            var all = activities.of(lead.id());
            return new Answer.Versioned(new Sheet()
                    .put("items", all.stream().filter(each -> each.tags().containsAll(tags))
                            .map(each -> ActivitySheet.of(each, all, rules, access.masked()).done()).toList())
                    .put("advice", RedLight.of(rules, all).map(RedLight::sheet).orElse(null))
                    .done(), lead.revision());
        }).orElse(new Answer.Missing("lead"));
    }

    Answer one(Person who, Access access, Ask ask) {
        var found = reach.lead(who, access, ask);
        if (found.isEmpty()) {
            return new Answer.Missing("lead");
        }
        var all = activities.of(found.get().id());
        return all.stream().filter(each -> each.id().equals(ask.variable("activity"))).findFirst()
                .<Answer>map(each -> new Answer.Versioned(sheet(each, all, access), found.get().revision()))
                .orElse(new Answer.Missing("activity"));
    }

    private java.util.Map<String, Object> sheet(Activity activity, List<Activity> all, Access access) {
        return ActivitySheet.of(activity, all, followUps.live(), access.masked()).done();
    }
}
