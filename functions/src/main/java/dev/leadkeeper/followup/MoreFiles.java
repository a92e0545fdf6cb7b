package dev.leadkeeper.followup;

import dev.leadkeeper.json.JsonRefused;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.ledger.Activities;
import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Body;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import dev.leadkeeper.rulebook.FollowUp;
import dev.leadkeeper.settings.FollowUps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code POST /leads/{id}/activities/{activity}/uploads}: forms for what has not come yet, so that an upload that broke off
 * goes on later; with {@code files}, further ones are declared before, such as one in place of one that was rejected.
 */
final class MoreFiles {
    private final Reach reach;
    private final Activities activities;
    private final FollowUps followUps;
    private final Forms forms;
    private final Rounds rounds;
    private final Clock clock;

    MoreFiles(Reach reach, Activities activities, FollowUps followUps, Forms forms, Rounds rounds, Clock clock) {
        this.reach = reach;
        this.activities = activities;
        this.followUps = followUps;
        this.forms = forms;
        this.rounds = rounds;
        this.clock = clock;
    }

    Answer answer(Person who, Access access, Ask ask) throws JsonRefused {
        var flaws = new ArrayList<Flaw>();
        var rules = followUps.live();
        var body = Body.of(ask.objectIfAny(), flaws);
        body.only(Set.of("files"));
        var files = ActivityForm.files(body, "files", rules.uploads());
        if (!flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
        }
        return rounds.until(() -> {
            var lead = reach.lead(who, access, ask);
            if (lead.isEmpty()) {
                return Optional.of(new Answer.Missing("lead"));
            }
            return activities.find(lead.get().id(), ask.variable("activity")).map(activity -> attempt(lead.get(), activity, files, rules, who))
                    .orElse(Optional.of(new Answer.Missing("activity")));
        });
    }

    private Optional<Answer> attempt(Lead lead, Activity activity, List<ActivityForm.Declared> files, FollowUp rules, Person who) {
        // The same bytes that are on their way, or stand, need no second declaration: a repeat changes nothing.
        var more = files.stream().filter(file -> activity.files().values().stream().noneMatch(each -> each.sha256().equals(file.sha256())
                && each.state() != EvidenceFile.State.REJECTED && each.state() != EvidenceFile.State.EXPIRED)).toList();
        if (more.isEmpty()) {
            return Optional.of(done(activity, rules));
        }
        if (activity.files().size() + more.size() > rules.uploads().mostFiles()) {
            return Optional.of(new Answer.Wrong(List.of(new Flaw("files", "at most " + rules.uploads().mostFiles() + " files for one activity",
                    "一个动作最多 " + rules.uploads().mostFiles() + " 个文件"))));
        }
        var declared = RecordActivity.declared(lead.id(), activity.id(), more, activity.files().size(), clock.now());
        return activities.declare(lead, activity, List.copyOf(declared.values()), who.id(),
                clock.now().plus(Duration.ofHours(rules.uploads().expireHours()))).map(now -> done(now, rules));
    }

    private Answer done(Activity activity, FollowUp rules) {
        return new Answer.Done(new Sheet().put("activity", activity.id()).put("uploads", forms.of(activity, rules.uploads())).done());
    }
}
