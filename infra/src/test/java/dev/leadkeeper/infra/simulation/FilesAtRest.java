package dev.leadkeeper.infra.simulation;

import static dev.leadkeeper.infra.simulation.Promises.require;

import dev.leadkeeper.codec.ActivityCodec;
import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.credibility.Reviews;
import dev.leadkeeper.credibility.Standing;
import dev.leadkeeper.fake.InMemoryVault;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.notice.EvidenceNotices;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must be true of activities and their files once the world is at rest and the time for all uploads is over. */
final class FilesAtRest {
    private static final Map<String, EvidenceFile.State> VERDICTS = Map.of("evidence-valid", EvidenceFile.State.VALID,
            "evidence-rejected", EvidenceFile.State.REJECTED, "upload-expired", EvidenceFile.State.EXPIRED);
    /** As the usual rulebook has it. */
    private static final int THRESHOLD = 60;

    private final Store truth;
    private final FilePromises promises;
    private final InMemoryVault vault;
    private final Map<String, List<TimelineEvent>> histories = new HashMap<>();

    FilesAtRest(Store truth, FilePromises promises, InMemoryVault vault) {
        this.truth = truth;
        this.promises = promises;
        this.vault = vault;
    }

    void check() {
        var waiting = new HashSet<String>();
        all(Table.SIGNALS).stream().filter(item -> item.text("kind").equals("review"))
                .forEach(item -> require(waiting.add(item.text("lead") + "/" + item.text("activity")), "activity " + item.text("activity") + " waits for two reviews"));
        var there = new HashSet<String>();
        var referred = new HashSet<String>();
        for (var item : all(Table.ACTIVITIES)) {
            var activity = ActivityCodec.fromDoc(item);
            there.add(activity.lead() + "/" + activity.id());
            activity.files().values().forEach(file -> {
                judged(activity, file);
                if (file.state() == EvidenceFile.State.VALID || promises.uploads(file.key()) > 1) {
                    referred.add(file.sha256()); // what was checked and replaced before its verdict stood may be kept as well
                }
            });
            reviewed(activity, waiting);
        }
        require(there.containsAll(promises.answered()), "an activity was answered with 200 and is nowhere");
        vault.kept().keySet().forEach(sha256 -> require(referred.contains(sha256), "the vault keeps " + sha256 + ", which no verdict names"));
    }

    /** A file has exactly one verdict, here and in the history, and whoever must know of it does. */
    private void judged(Activity activity, EvidenceFile file) {
        require(file.state().isFinal(), file.key() + " is still " + file.state());
        var verdicts = new ArrayList<EvidenceFile.State>();
        for (var event : history(activity.lead())) {
            if (VERDICTS.containsKey(event.type()) && activity.id().equals(event.data().get("activity")) && file.id().equals(event.data().get("file"))) {
                verdicts.add(VERDICTS.get(event.type()));
            }
        }
        require(verdicts.equals(List.of(file.state())), file.key() + " is " + file.state() + " and its history says " + verdicts);
        if (file.state() == EvidenceFile.State.REJECTED) {
            told(activity, file, EvidenceNotices.REJECTED, activity.staff());
        }
        if (file.found().flags().contains(EvidenceFile.TOO_OLD)) {
            told(activity, file, EvidenceNotices.TOO_OLD, activity.staff());
        }
        if (file.found().flags().contains(EvidenceFile.DUPLICATE)) {
            told(activity, file, EvidenceNotices.DUPLICATE, Paperwork.supervisor(activity.staff()));
        }
    }

    private void told(Activity activity, EvidenceFile file, String kind, String recipient) {
        var notice = String.join(":", kind, activity.lead(), activity.id(), file.id(), recipient);
        require(history(activity.lead()).stream().anyMatch(event -> Set.of("notified", "undelivered", "notice-digested").contains(event.type())
                && notice.equals(event.data().get("notice"))), recipient + " never learned of " + kind + " of " + file.key());
    }

    /** What is hard to believe waits for a supervisor until they decide, and nothing else does. */
    private void reviewed(Activity activity, Set<String> waiting) {
        var name = activity.lead() + "/" + activity.id();
        var standing = Standing.of(activity);
        if (standing.isEmpty()) {
            require(!waiting.contains(name), "activity " + name + " has no points and waits for a review");
            require(activity.type().equals(Activity.CHECK_IN), "nobody weighed activity " + name);
            return;
        }
        var now = standing.get();
        require(!now.pending() || !activity.counts(), "the points of activity " + name + " await files that have their verdicts");
        var accepted = Reviews.ACCEPTED.equals(activity.review().get("verdict")) && now.facts().equals(activity.review().get("facts"));
        var wanted = activity.counts() && !accepted && now.credibility().total() < THRESHOLD;
        require(wanted == (now.queued() != null), "activity " + name + " has " + now.credibility().total() + " points, was "
                + activity.review().get("verdict") + " and is " + (now.queued() == null ? "not " : "") + "said to wait");
        require(wanted == waiting.contains(name), "activity " + name + " is " + (wanted ? "" : "not ") + "to be reviewed, the queue says otherwise");
    }

    private List<TimelineEvent> history(String lead) {
        return histories.computeIfAbsent(lead, each -> new Timelines(truth, null).of(each));
    }

    private List<Doc> all(Table table) {
        var all = new ArrayList<Doc>();
        String after = null;
        do {
            var page = truth.scan(table, 1000, after);
            page.items().forEach(item -> all.add(Doc.of(item)));
            after = page.next();
        } while (after != null);
        return all;
    }
}
