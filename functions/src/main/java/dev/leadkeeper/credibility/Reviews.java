package dev.leadkeeper.credibility;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.ledger.Activities;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.notice.Announcements;
import dev.leadkeeper.notice.Notices;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.rulebook.CredibilityRules;
import dev.leadkeeper.settings.FollowUps;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What supervisors decide about activities that are hard to believe. */
public final class Reviews {
    /** The {@code verdict} of a review after which an activity counts as it is. */
    public static final String ACCEPTED = "accepted";
    private static final String REVIEWED = "reviewed";

    private final Activities activities;
    private final Timelines timelines;
    private final Leads leads;
    private final Believing believing;
    private final Unweighed unweighed;
    private final FollowUps followUps;
    private final Announcements announcements;
    private final Rounds rounds;
    private final Clock clock;

    public Reviews(Store store, Queue queue, Clock clock, Ids ids) {
        this.activities = new Activities(store, clock, ids);
        this.timelines = new Timelines(store, clock);
        this.leads = new Leads(store);
        this.believing = new Believing(store, queue, clock, ids);
        this.unweighed = new Unweighed(store, clock, ids);
        this.followUps = new FollowUps(store);
        this.announcements = new Announcements(queue);
        this.rounds = new Rounds(clock, ids);
        this.clock = clock;
    }

    /**
     * What somebody wants to decide.
     *
     * @param verdict {@link #ACCEPTED} or {@link Activity#REJECTED}
     * @param reason  from the rulebook's list
     * @param text    in their own words, {@code null} if they said no more
     * @param by      their staff id
     * @param seen    the version of the activity that they looked at, {@code null} if they did not say
     */
    public record Wanted(String verdict, CredibilityRules.Reason reason, String text, String by, Long seen) {}

    /** What became of it. */
    public sealed interface Decided {
        /** It is decided so, now or before by the same person. */
        record Done(Activity activity) implements Decided {}

        /** Somebody decided before. */
        record Before(Activity activity) implements Decided {}

        /** The activity is not as it was looked at. */
        record Changed(Activity activity) implements Decided {}

        /** Nobody has to decide about it. */
        record NotWaiting() implements Decided {}

        /** It is their own. */
        record TheirOwn() implements Decided {}

        /** There is no such activity. */
        record Unknown() implements Decided {}
    }

    /**
     * Decides about an activity in the queue, once. Asked again for the same it tells everybody again, who get it once. Of whoever
     * dies before everybody was told a note stays.
     */
    public Decided decide(String lead, String activity, Wanted wanted) {
        var note = unweighed.note(lead);
        var decided = rounds.until(() -> attempt(lead, activity, wanted));
        if (decided instanceof Decided.Done(var done)) {
            tell(done);
            believing.refresh(lead);
            leads.find(lead).ifPresent(found -> announcements.send(Notices.reviewed(done, wanted.reason().text(), found.trace()), clock.now()));
        }
        unweighed.settle(note);
        return decided;
    }

    /** Tells of whatever was decided about a lead's activities once more: whoever decided may have died right after. */
    public void finish(String lead) {
        var reviewed = activities.of(lead).stream().filter(activity -> !activity.review().isEmpty()).toList();
        if (reviewed.isEmpty()) {
            return;
        }
        var reasons = followUps.live().credibility();
        var trace = leads.find(lead).map(Lead::trace).orElse("");
        for (var activity : reviewed) {
            tell(activity);
            var reason = Doc.of(activity.review()).required("reason");
            announcements.repeat(Notices.reviewed(activity, reasons.reason(reason).map(CredibilityRules.Reason::text)
                    .orElse(new Sentence(reason, reason)), trace), Doc.of(activity.review()).instant("at"));
        }
    }

    private Optional<Decided> attempt(String lead, String id, Wanted wanted) {
        var found = activities.find(lead, id);
        var standing = found.flatMap(Standing::of);
        if (standing.isEmpty()) {
            return Optional.of(found.isEmpty() ? new Decided.Unknown() : new Decided.NotWaiting());
        }
        var activity = found.get();
        if (standing.get().queued() == null) {
            return Optional.of(activity.review().isEmpty() ? new Decided.NotWaiting()
                    : isSame(activity.review(), wanted) ? new Decided.Done(activity) : new Decided.Before(activity));
        }
        if (activity.staff().equals(wanted.by())) {
            return Optional.of(new Decided.TheirOwn());
        }
        if (wanted.seen() != null && wanted.seen() != activity.ver()) {
            return Optional.of(new Decided.Changed(activity));
        }
        var then = activity.reviewed(review(standing.get(), wanted)).believed(standing.get().queuedAs(null).toDoc());
        return activities.replace(activity, then, List.of(ReviewQueue.remove(standing.get().queued()))).map(Decided.Done::new);
    }

    private static boolean isSame(Map<String, Object> review, Wanted wanted) {
        return wanted.verdict().equals(review.get("verdict")) && wanted.by().equals(review.get("by"))
                && wanted.reason().id().equals(review.get("reason"));
    }

    private Map<String, Object> review(Standing standing, Wanted wanted) {
        return Doc.build()
                .put("verdict", wanted.verdict())
                .put("reason", wanted.reason().id())
                .put("text", wanted.text())
                .put("by", wanted.by())
                .put("at", clock.now())
                .put("n", standing.n())
                .put("total", standing.credibility().total())
                .put("facts", standing.facts())
                .done();
    }

    /** Puts the decision on the timeline, once; of what was said in own words only a salted hash. */
    private void tell(Activity activity) {
        var review = Doc.of(activity.review());
        var text = review.text("text");
        var data = Doc.build().put("activity", activity.id()).put("verdict", review.required("verdict"))
                .put("reason", review.required("reason")).put("n", review.number("n")).put("total", review.number("total"))
                .put("facts", review.required("facts"))
                .put("text", text == null ? null : activity.salted(text)).done();
        timelines.appendOnce(activity.lead(), REVIEWED, review.required("by"), data, event -> event.type().equals(REVIEWED)
                && activity.id().equals(event.data().get("activity")) && review.required("facts").equals(event.data().get("facts")));
    }
}
