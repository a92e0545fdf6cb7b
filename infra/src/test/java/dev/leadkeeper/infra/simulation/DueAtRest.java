package dev.leadkeeper.infra.simulation;

import static dev.leadkeeper.infra.simulation.Promises.require;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.notice.HeldNotices;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What must be true of deadlines once the world is at rest: all that was due has fired, is counted, and whoever had to learn of it has, or somebody for them. */
final class DueAtRest {
    private static final long A_TICK = 70_000;
    private static final Set<String> SETTLED = Set.of("notified", "undelivered", "notice-digested");

    private final Store truth;
    private final DuePromises promises;
    private final long now;

    /** @param now virtual milliseconds since the epoch */
    DueAtRest(Store truth, DuePromises promises, long now) {
        this.truth = truth;
        this.promises = promises;
        this.now = now;
    }

    void check() {
        promises.fired(now - A_TICK);
        counted();
        promises.lives().forEach(life -> told(new Timelines(truth, null).of(life.id)));
    }

    /** By staff id: locks that were kept or missed, first answers, and locks that ended unanswered. */
    private void counted() {
        var counted = new TreeMap<String, Integer>();
        var answers = new TreeMap<String, Integer>();
        var missed = new TreeMap<String, Integer>();
        var takenBack = new TreeMap<String, Integer>();
        for (var life : promises.lives()) {
            life.counted.forEach((staff, n) -> counted.merge(staff, n, Integer::sum));
            life.answers.forEach((staff, n) -> answers.merge(staff, n, Integer::sum));
            life.breaches.forEach((staff, n) -> missed.merge(staff, n, Integer::sum));
            life.takenBack.forEach((staff, n) -> takenBack.merge(staff, n, Integer::sum));
        }
        for (var staff : counted.keySet()) {
            var said = new HashMap<String, Long>();
            truth.query(new Store.Query(Table.SIGNALS, "compliance#" + staff, null, false, 100, null)).items().stream().map(Doc::of)
                    .forEach(week -> List.of("kept", "missed", "late", "recycled").forEach(each -> said.merge(each, week.number(each, 0), Long::sum)));
            long kept = said.getOrDefault("kept", 0L);
            require(kept + said.getOrDefault("missed", 0L) == counted.get(staff) && kept + said.getOrDefault("late", 0L) == answers.getOrDefault(staff, 0)
                            && said.getOrDefault("missed", 0L) >= missed.getOrDefault(staff, 0) && said.getOrDefault("recycled", 0L) == takenBack.getOrDefault(staff, 0).longValue(),
                    staff + " had " + counted.get(staff) + " locks that ended, answered " + answers.getOrDefault(staff, 0) + " leads, lost " + takenBack.getOrDefault(staff, 0) + " and was counted as " + said);
        }
    }

    private void told(List<TimelineEvent> history) {
        var settled = new HashSet<String>();
        var reached = new HashSet<String>();
        var failed = new HashMap<String, Set<String>>();
        for (var event : history) {
            var notice = (String) event.data().get("notice");
            if (notice != null && SETTLED.contains(event.type())) {
                settled.add(notice);
                var origin = notice.replaceFirst("^undelivered:(.*):[^:]*$", "$1");
                if (event.type().equals("undelivered")) {
                    failed.computeIfAbsent(origin, _ -> new HashSet<>()).add((String) event.data().get("recipient"));
                } else {
                    reached.add(origin);
                }
            }
        }
        for (var event : history) {
            for (var notice : notices(event)) {
                var recipient = notice.substring(notice.lastIndexOf(':') + 1);
                require(settled.contains(notice) || comesLater(recipient, notice), recipient + " never learned of " + event.type() + ": " + notice);
                require(reached.contains(notice) || !failed.containsKey(notice) || failed.get(notice).containsAll(Set.of(Company.BOSS, Company.ADMIN)),
                        "notice " + notice + " reached nobody and failed for " + failed.get(notice));
            }
        }
    }

    private boolean comesLater(String recipient, String notice) {
        return new HeldNotices(truth).page(recipient, 1000, null).held().stream().anyMatch(held -> held.notice().id().equals(notice));
    }

    /** Ids of the notices that follow from an event. */
    private static List<String> notices(TimelineEvent event) {
        var owner = (String) event.data().get("owner");
        var boss = Paperwork.supervisor(owner == null ? Company.ADMIN : owner);
        Map<String, String> kinds = switch (event.type()) {
            case "response-at-risk" -> Map.of(owner, "at-risk");
            case "response-breached" -> Map.of(owner, "breached", boss, "breached");
            case "response-red" -> Map.of(boss, "red");
            case "recycled" -> Map.of(owner, "recycled", boss, "recycled");
            case "stage-frozen" -> Map.of(owner, "frozen", boss, "frozen");
            case "dormant" -> Map.of(owner, "dormant", boss, "dormant");
            default -> Map.of();
        };
        var ids = new ArrayList<String>();
        new TreeMap<>(kinds).forEach((who, kind) -> ids.add(kind + ":" + event.lead() + ":" + Long.toString(event.seq(), 36) + ":" + who));
        return ids;
    }
}
