package dev.leadkeeper.infra.simulation;

import static dev.leadkeeper.infra.simulation.Promises.require;

import dev.leadkeeper.codec.ActivityCodec;
import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.credibility.Standing;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.notice.HeldNotices;
import dev.leadkeeper.notice.Notices;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What must be true of decisions about activities, and of the figures that activities count in, once the world is at rest. */
final class BelievedAtRest {
    private final Store truth;
    private final Map<String, List<TimelineEvent>> histories = new HashMap<>();
    /** Successes and failures by rep, and of everybody under no name. */
    private final Map<String, Tally> ended = new TreeMap<>();

    private record Tally(long n, long successes) {
        private static final Tally NONE = new Tally(0, 0);

        private Tally plus(long more, long ofThem) {
            return new Tally(n + more, successes + ofThem);
        }
    }

    BelievedAtRest(Store truth) {
        this.truth = truth;
    }

    void check() {
        truth.scan(Table.ACTIVITIES, 1000, null).items().stream().map(item -> ActivityCodec.fromDoc(Doc.of(item))).forEach(activity -> {
            decided(activity);
            Standing.of(activity).ifPresent(standing -> count(activity, standing));
        });
        var stored = new TreeMap<String, Tally>();
        truth.query(new Store.Query(Table.SIGNALS, "success", null, false, 1000, null)).items().stream().map(Doc::of).forEach(item -> {
            var name = item.required("id").split("#", -1);
            stored.merge(name[0] + " of " + name[2], new Tally(item.number("n"), item.number("successes")), (one, other) -> one.plus(other.n(), other.successes()));
        });
        stored.values().removeIf(Tally.NONE::equals);
        require(stored.equals(ended), "activities that ended are counted as " + stored + " and are " + ended);
    }

    /** A decision is in the history once, and whose activity it was has learnt of it. */
    private void decided(Activity activity) {
        if (activity.review().isEmpty()) {
            return;
        }
        var review = Doc.of(activity.review());
        var said = history(activity.lead()).stream().filter(event -> event.type().equals("reviewed") && activity.id().equals(event.data().get("activity"))
                && review.required("facts").equals(event.data().get("facts"))).map(event -> event.data().get("verdict")).toList();
        require(said.equals(List.of(review.required("verdict"))), "activity " + activity.id() + " was " + review.required("verdict") + ", its history says " + said);
        var notice = Notices.reviewed(activity, new Sentence("", ""), "").id();
        var comesLater = new HeldNotices(truth).page(activity.staff(), 1000, null).held().stream().anyMatch(held -> held.notice().id().equals(notice));
        require(comesLater || history(activity.lead()).stream().anyMatch(event -> List.of("notified", "notice-digested", "undelivered").contains(event.type())
                && notice.equals(event.data().get("notice"))), activity.staff() + " never learned what was decided about " + activity.id());
    }

    /** What was rejected counts nowhere. */
    private void count(Activity activity, Standing standing) {
        require(activity.counts() || standing.settled() == null || standing.settled() == Standing.Settled.OUT,
                "activity " + activity.id() + " was rejected and counts as " + standing.settled());
        if (activity.counts() && standing.settled() != null) {
            long success = standing.settled() == Standing.Settled.SUCCESS ? 1 : 0;
            ended.merge(activity.type() + " of " + activity.staff(), new Tally(1, success), (one, other) -> one.plus(other.n(), other.successes()));
            ended.merge(activity.type() + " of ", new Tally(1, success), (one, other) -> one.plus(other.n(), other.successes()));
        }
    }

    private List<TimelineEvent> history(String lead) {
        return histories.computeIfAbsent(lead, each -> new Timelines(truth, null).of(each));
    }
}
