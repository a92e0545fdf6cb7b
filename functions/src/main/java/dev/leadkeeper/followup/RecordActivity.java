package dev.leadkeeper.followup;

import dev.leadkeeper.json.JsonRefused;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadId;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.ledger.Activities;
import dev.leadkeeper.ledger.Room;
import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.notice.Announcements;
import dev.leadkeeper.notice.Notices;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Body;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import dev.leadkeeper.rulebook.FollowUp;
import dev.leadkeeper.settings.FollowUps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * {@code POST /leads/{id}/activities}: records an activity and answers with a form for each declared file. Records are only
 * ever added, so one written on an older look at the lead stands as well and says what its author had not seen.
 */
final class RecordActivity {
    private final Reach reach;
    private final Activities activities;
    private final FollowUps followUps;
    private final Forms forms;
    private final Room room;
    private final Announcements announcements;
    private final Rounds rounds;
    private final Clock clock;
    private final Ids ids;

    RecordActivity(Reach reach, Activities activities, FollowUps followUps, Forms forms, Room room, Announcements announcements,
                   Rounds rounds, Clock clock, Ids ids) {
        this.reach = reach;
        this.activities = activities;
        this.followUps = followUps;
        this.forms = forms;
        this.room = room;
        this.announcements = announcements;
        this.rounds = rounds;
        this.clock = clock;
        this.ids = ids;
    }

    /** @param id {@code null} where the request names no key: then it is another record each time */
    private record Request(ActivityForm form, String id, String body, Long seen, FollowUp rules) {}

    Answer answer(Person who, Access access, Ask ask) throws JsonRefused {
        var flaws = new ArrayList<Flaw>();
        var rules = followUps.live();
        var form = ActivityForm.read(Body.of(ask.object(), flaws), rules, clock.now());
        var seen = Reach.seen(ask, flaws);
        var key = Keyed.of(ask, flaws);
        var lead = ask.variable("id");
        var request = new Request(form, key == null ? ids.next() : Activity.id(lead, who.id(), key),
                HexFormat.of().formatHex(LeadId.sha256(ask.body())), seen, rules);
        if (!flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
        }
        return rounds.until(() -> reach.lead(who, access, ask).map(found -> attempt(found, request, who))
                .orElse(Optional.of(new Answer.Missing("lead"))));
    }

    private Optional<Answer> attempt(Lead lead, Request request, Person who) {
        var all = activities.of(lead.id());
        var before = all.stream().filter(each -> each.id().equals(request.id())).findFirst();
        if (before.isPresent()) {
            return Optional.of(before.get().body().equals(request.body()) ? done(lead, before.get(), all, request.rules()) : another(before.get(), all, request));
        }
        switch (lead.state()) {
            case SCORED, ASSIGNED, NURTURING, WAITING -> { }
            case ATTENTION, TEST, RESOLVED -> {
                return Optional.of(Reach.refused(lead));
            }
        }
        if (needsResult(request, all)) {
            return Optional.of(new Answer.Wrong(List.of(new Flaw("result", "is missing: the first record of a lead says the result, one of "
                    + request.rules().results().stream().map(FollowUp.Result::id).toList(), "缺少：首次跟进须选择结果（"
                    + String.join("、", request.rules().results().stream().map(each -> each.name().zh()).toList()) + "）"))));
        }
        var understood = Understood.of(request.form().said(), request.rules(), request.form().happenedAt());
        var activity = activity(lead, request, understood, who);
        var filesBy = activity.files().isEmpty() ? null
                : activity.at().plus(Duration.ofHours(request.rules().uploads().expireHours()));
        var wasFull = lead.state() == LeadState.ASSIGNED && !lead.contacted() && room.isFull(lead.owner());
        var follows = new Activities.Follows(understood.todo(lead, activity), filesBy,
                request.form().type().unmet(activity).isEmpty(), understood.keptUntil());
        return switch (activities.record(lead, activity, request.rules().stages().getFirst().id(), follows)) {
            case Activities.Recorded.Done(var after, var recorded) -> {
                if (wasFull) {
                    room.made();
                }
                var now = new ArrayList<>(all);
                now.add(recorded);
                yield Optional.of(done(after, recorded, now, request.rules()));
            }
            case Activities.Recorded.Before _, Activities.Recorded.Another _, Activities.Recorded.LeadChanged _ -> Optional.empty();
        };
    }

    /** FU3: the first record of a lead picks one; papers and check-ins are none. */
    private static boolean needsResult(Request request, List<Activity> all) {
        return request.form().type().says() && request.form().result() == null && all.stream().allMatch(each -> each.result() == null);
    }

    private Activity activity(Lead lead, Request request, Understood understood, Person who) {
        var form = request.form();
        var now = clock.now();
        var tags = new TreeSet<>(form.tags());
        tags.addAll(understood.tags());
        return new Activity(lead.id(), request.id(), 1, who.id(), now, form.happenedAt(), form.type().id(), understood.said(), form.result(),
                tags, form.people(), form.fields(), declared(lead.id(), request.id(), form.files(), 0, now), request.seen(), 0, request.body(),
                ids.next(), Map.of(), Map.of());
    }

    /** @param already how many files the activity has */
    static Map<String, EvidenceFile> declared(String lead, String activity, List<ActivityForm.Declared> files, int already, Instant now) {
        var declared = new LinkedHashMap<String, EvidenceFile>();
        for (var file : files) {
            var id = "f" + (already + declared.size() + 1);
            declared.put(id, EvidenceFile.declared(lead, activity, id, file.name(), file.type(), file.bytes(), file.sha256(), now));
        }
        return declared;
    }

    /** Also for a repeat: the forms are made anew, and whoever died before could not advise. The same advice is delivered once. */
    private Answer done(Lead lead, Activity activity, List<Activity> all, FollowUp rules) {
        var light = RedLight.of(rules, all);
        if (light.isPresent() && lead.owner() != null && lead.outcome() == null) {
            announcements.send(Notices.advice(lead, light.get().why(), light.get().advice()), activity.at());
        }
        var reading = Understood.of(activity.said(), rules, activity.happenedAt()).reading();
        return new Answer.Versioned(ActivitySheet.of(activity, all, rules, false)
                .put("moved", moved(lead, activity))
                .put("uploads", forms.of(activity, rules.uploads()))
                .put("reading", reading.saysSomething() ? Understood.sheet(reading) : null)
                .put("advice", light.map(RedLight::sheet).orElse(null))
                .done(), lead.revision());
    }

    /** Whether the lead had changed since its author saw it, {@code null} where they did not say what they saw. */
    private static Map<String, Object> moved(Lead lead, Activity activity) {
        return activity.seenFrom() == null || activity.seenFrom() == activity.revision() - 1 ? null
                : new Sheet().put("yours", activity.seenFrom()).put("current", Reach.sheet(lead).done()).done();
    }

    private static Answer another(Activity stands, List<Activity> all, Request request) {
        return new Answer.Refused("another activity was recorded under this Idempotency-Key 此幂等键已用于另一条记录",
                new Sheet().put("yours", new Sheet().put("type", request.form().type().id()).put("solved", request.form().said().solved())
                        .put("nextStep", request.form().said().nextStep()).put("promise", request.form().said().promise()).done())
                        .put("current", ActivitySheet.of(stands, all, request.rules(), false).done()).done());
    }
}
