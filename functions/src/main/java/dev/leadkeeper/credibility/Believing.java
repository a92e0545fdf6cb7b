package dev.leadkeeper.credibility;

import dev.leadkeeper.deadline.Acting;
import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.ledger.Activities;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.notice.Announcements;
import dev.leadkeeper.notice.Notices;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Write;
import dev.leadkeeper.settings.Calendars;
import dev.leadkeeper.settings.FollowUps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what is stored of how far activities are believed up to date: points, review queue, counters of success, events and
 * the supervisors' notices. Everything follows from what is stored, so that a repeat changes nothing and mends what a crash
 * left undone.
 */
public final class Believing {
    private final Activities activities;
    private final Timelines timelines;
    private final Leads leads;
    private final FollowUps followUps;
    private final Calendars calendars;
    private final StaffBook book;
    private final Tallies tallies;
    private final Supervisors supervisors;
    private final Announcements announcements;
    private final Rounds rounds;
    private final Acting acting;
    private final Clock clock;

    public Believing(Store store, Queue queue, Clock clock, Ids ids) {
        this.activities = new Activities(store, clock, ids);
        this.timelines = new Timelines(store, clock);
        this.leads = new Leads(store);
        this.followUps = new FollowUps(store);
        this.calendars = new Calendars(store);
        this.book = new StaffBook(store);
        this.tallies = new Tallies(store, clock);
        this.supervisors = new Supervisors(book, clock);
        this.announcements = new Announcements(queue);
        this.rounds = new Rounds(clock, ids);
        this.acting = new Acting(store, clock, ids);
        this.clock = clock;
    }

    /**
     * Looks at everything recorded of a lead and brings it up to date. To be called after anything that bears on it: a
     * record, a verdict on a file, a decision about a review, a change of stage, an outcome.
     */
    public void refresh(String lead) {
        var scene = new Scene[1];
        var now = rounds.until(() -> {
            var all = activities.of(lead);
            // Read after the activities, so that whatever was recorded before them is on it.
            scene[0] = new Scene(all, History.of(all.isEmpty() ? List.of() : timelines.of(lead)), followUps.now(), book, calendars);
            return brought(all, scene[0]);
        });
        acting.refresh(lead, now, scene[0].rules());
        for (var activity : now) {
            Standing.of(activity).ifPresent(standing -> {
                tell(activity, standing, scene[0].history());
                call(activity, standing, scene[0]);
            });
        }
    }

    /** The activities as they are after it; empty if somebody else was faster with one of them. */
    private Optional<List<Activity>> brought(List<Activity> all, Scene scene) {
        var done = new ArrayList<Activity>();
        for (var activity : all) {
            var now = brought(activity, scene);
            if (now.isEmpty()) {
                return Optional.empty();
            }
            done.add(now.get());
        }
        return Optional.of(done);
    }

    private Optional<Activity> brought(Activity activity, Scene scene) {
        var was = Standing.of(activity);
        if (was.isEmpty() && !(activity.counts() && scene.scores(activity))) {
            return Optional.of(activity);
        }
        var writes = new ArrayList<Write>();
        var scored = activity.counts() && scene.scores(activity) ? scored(activity, was, scene) : was.orElseThrow();
        var now = counted(activity, queued(activity, scored, scene, writes), scene, writes);
        return was.filter(now::equals).isPresent() ? Optional.of(activity)
                : activities.replace(activity, activity.believed(now.toDoc()), writes);
    }

    /**
     * Computed anew. How similar activities end is looked up only where the activity itself has changed, and what was scored
     * under another rulebook stays so until then: otherwise each look would move every score a little.
     */
    private Standing scored(Activity activity, Optional<Standing> was, Scene scene) {
        var rules = scene.rules().credibility();
        if (was.isPresent() && was.get().facts().equals(Standing.facts(activity))) {
            return !was.get().rulebook().equals(scene.version()) ? was.get()
                    : was.get().again(Credibility.of(scene.picture(activity, Picture.Similar.UNKNOWN), rules)
                            .with(was.get().credibility().part(Dimension.SIMILAR)), scene.version(), activity, clock.now());
        }
        var similar = tallies.of(activity.type(), activity.staff(), rules.similar().quarters());
        var credibility = Credibility.of(scene.picture(activity, similar), rules);
        return was.map(before -> before.again(credibility, scene.version(), activity, clock.now()))
                .orElseGet(() -> Standing.first(credibility, scene.version(), activity, clock.now()));
    }

    /** Into the review queue or out of it, where that has changed. A file that is still to come keeps nothing from the queue that is in it. */
    private Standing queued(Activity activity, Standing standing, Scene scene, List<Write> writes) {
        var wanted = activity.counts() && (!standing.pending() || standing.queued() != null) && !accepted(activity, standing)
                && standing.credibility().total() < scene.rules().credibility().threshold();
        if (wanted == (standing.queued() != null)) {
            return standing;
        }
        var now = clock.now();
        var entry = wanted ? ReviewQueue.id(activity, now) : null;
        writes.add(wanted ? ReviewQueue.add(entry, activity, now) : ReviewQueue.remove(standing.queued()));
        return standing.queuedAs(entry);
    }

    /** A supervisor believed it as it is now. */
    private static boolean accepted(Activity activity, Standing standing) {
        return Reviews.ACCEPTED.equals(activity.review().get("verdict")) && standing.facts().equals(activity.review().get("facts"));
    }

    /** Into the counters of similar activities, or out of them, where that has changed. */
    private static Standing counted(Activity activity, Standing standing, Scene scene, List<Write> writes) {
        if (activity.counts() && standing.settled() == null) {
            var result = scene.history().result(activity.id());
            result.ifPresent(success -> writes.addAll(Tallies.count(activity, success, true)));
            return result.map(success -> standing.settledAs(success ? Standing.Settled.SUCCESS : Standing.Settled.FAILURE)).orElse(standing);
        }
        if (!activity.counts() && (standing.settled() == Standing.Settled.SUCCESS || standing.settled() == Standing.Settled.FAILURE)) {
            writes.addAll(Tallies.count(activity, standing.settled() == Standing.Settled.SUCCESS, false));
            return standing.settledAs(Standing.Settled.OUT);
        }
        return standing;
    }

    /** Puts a change of the points on the timeline, once. */
    private void tell(Activity activity, Standing standing, History history) {
        if (!history.tells(activity.id(), standing.n())) {
            timelines.appendOnce(activity.lead(), History.SCORED, "system", data(activity, standing),
                    event -> event.type().equals(History.SCORED) && activity.id().equals(event.data().get("activity"))
                            && Long.valueOf(standing.n()).equals(event.data().get("n")));
        }
    }

    private static Map<String, Object> data(Activity activity, Standing standing) {
        var data = Doc.build().put("activity", activity.id()).put("n", standing.n()).put("total", standing.credibility().total());
        standing.credibility().parts().forEach(part -> data.put(part.dimension().word(), part.points()));
        return data.put("rulebook", standing.rulebook()).done();
    }

    /** Tells the supervisors of an activity that waits for them. Whoever dies before it is noted tells them again; they get it once. */
    private void call(Activity activity, Standing standing, Scene scene) {
        if (standing.queued() == null || standing.told()) {
            return;
        }
        var lead = leads.find(activity.lead());
        if (lead.isEmpty()) {
            return;
        }
        var name = scene.rules().activity(activity.type()).map(type -> type.name()).orElse(new Sentence(activity.type(), activity.type()));
        supervisors.of(activity.staff()).forEach(person -> announcements.send(Notices.review(standing.queued(), person, activity,
                name, standing.credibility().total(), lead.get().trace()), clock.now()));
        activities.change(activity.lead(), activity.id(), now -> Standing.of(now)
                .filter(as -> standing.queued().equals(as.queued()) && !as.told()).map(as -> now.believed(as.asTold().toDoc())));
    }
}
