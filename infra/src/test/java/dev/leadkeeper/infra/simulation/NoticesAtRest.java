package dev.leadkeeper.infra.simulation;

import static dev.leadkeeper.infra.simulation.Promises.require;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.notice.ChangesOfHands;
import dev.leadkeeper.notice.HeldNotices;
import dev.leadkeeper.notice.Settlements;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must be true of notices once the world is at rest: whoever got a lead learned of it, or somebody learned that they did not. */
final class NoticesAtRest {
    private final Store truth;
    private final SimulatedNotifier notifier;

    NoticesAtRest(Store truth, SimulatedNotifier notifier) {
        this.truth = truth;
        this.notifier = notifier;
    }

    /** What is kept for later has its entry in the order of time, and nothing is listed as if it were still tried. */
    void owed() {
        var pending = truth.query(new Store.Query(Table.SIGNALS, "notice-pending", null, false, 1, null)).items();
        require(pending.isEmpty(), "a notice is listed as pending and nobody tries it: " + pending);
        var due = new HashSet<String>();
        truth.query(new Store.Query(Table.SIGNALS, "notice-due", null, false, 1000, null)).items().forEach(item -> due.add(item.get("id").toString()));
        new HeldNotices(truth).page(null, 1000, null).held().forEach(held -> require(
                due.contains("%015d#%s".formatted(held.until().toEpochMilli(), held.notice().recipient())), "somebody is owed a notice and nothing says when: " + held));
    }

    /** Every ownership that stands was notified, by its one notice, or escalated to somebody. */
    void told(Lead lead, TimelineEvent last, List<TimelineEvent> events) {
        var expected = newLead(lead, last);
        var before = earlier(lead, last, events);
        var notices = new HashSet<String>();
        var settled = false;
        for (var event : events) {
            var data = Doc.of(event.data());
            var notice = data.text("notice");
            if (event.seq() < last.seq() || notice == null || !notice.startsWith("new-lead:" + lead.id() + ":") || !lead.owner().equals(data.text("recipient"))
                    || before.contains(notice)) {
                continue;
            }
            notices.add(notice);
            switch (event.type()) {
                case "notified" -> {
                    settled = true;
                    require(notifier.reached(notice), "a receipt says notified and no channel ever took notice " + notice);
                }
                case "undelivered" -> {
                    settled = true;
                    for (var told : data.texts("told")) {
                        require(truth.get(Key.of(Table.TODOS, told, "undelivered:" + notice + ":" + told)).isPresent(),
                                told + " was to learn that nobody told " + lead.owner() + " of lead " + lead.id() + " and has no to-do");
                    }
                }
                case "notice-digested" -> {
                    settled = true;
                    digested(notice, data.required("digest"));
                }
                default -> { }
            }
        }
        climbed(lead, events);
        // A digest may be hours away: then it is owed, and owed() sees to it that it will come.
        settled = settled || isOwed(lead.owner(), expected);
        require(settled, lead.owner() + " never learned of lead " + lead.id());
        require(Set.of(expected).containsAll(notices), lead.owner() + " got one lead by other notices than " + expected + ": " + notices);
    }

    /**
     * Of whoever had the lead before: a slow channel may tell them only now that they have it again. Clocks differ, so the stamps do not say which
     * ownership was the earlier one; the history does.
     */
    private static Set<String> earlier(Lead lead, TimelineEvent last, List<TimelineEvent> events) {
        var notices = new HashSet<String>();
        events.stream().filter(event -> event.seq() < last.seq() && ChangesOfHands.GIVEN.contains(event.type())
                && lead.owner().equals(Doc.of(event.data()).doc("decision").doc("target").required("rep"))).forEach(event -> notices.add(newLead(lead, event)));
        notices.remove(newLead(lead, last));
        return notices;
    }

    private static String newLead(Lead lead, TimelineEvent given) {
        return "new-lead:" + lead.id() + ":" + Long.toString(given.at().toEpochMilli(), 36);
    }

    /** Whoever had the lead learned that somebody else moved it, or is owed the notice with their digest. */
    void left(Lead lead, String former, String notice, List<TimelineEvent> events) {
        var settled = false;
        for (var event : events) {
            if (notice.equals(event.data().get("notice"))) {
                settled |= Set.of("notified", "undelivered", "notice-digested").contains(event.type());
                if (event.type().equals("notice-digested")) {
                    digested(notice, (String) event.data().get("digest"));
                }
            }
        }
        require(settled || isOwed(former, notice), former + " never learned that lead " + lead.id() + " is not theirs any more");
    }

    /** The same of many leads that were moved at once. */
    void leftWithOthers(Lead lead, String former, String notice) {
        require(new Settlements(truth, null).settled(notice, null) || isOwed(former, notice), former + " never learned that lead " + lead.id() + " is not theirs any more");
    }

    private void digested(String notice, String digest) {
        require(notifier.reached(digest) || new Settlements(truth, null).settled(digest, null),
                "notice " + notice + " went into digest " + digest + ", which reached nobody and was not escalated");
    }

    private boolean isOwed(String recipient, String notice) {
        return new HeldNotices(truth).page(recipient, 1000, null).held().stream().anyMatch(held -> held.notice().id().equals(notice));
    }

    /** What reached nobody climbs until somebody is reached or nobody is left: in this company the boss and then the admin. */
    private void climbed(Lead lead, List<TimelineEvent> events) {
        var reached = new HashSet<String>();
        var tried = new HashMap<String, Set<String>>();
        var failed = new HashMap<String, Set<String>>();
        for (var event : events) {
            var data = Doc.of(event.data());
            var notice = data.text("notice");
            if (notice == null || !notice.contains("new-lead:" + lead.id())) {
                continue;
            }
            var origin = notice.replaceFirst("^undelivered:(.*):[^:]*$", "$1");
            switch (event.type()) {
                case "notified", "notice-digested" -> reached.add(origin);
                case "undelivered" -> {
                    failed.computeIfAbsent(origin, _ -> new HashSet<>()).add(data.required("recipient"));
                    tried.computeIfAbsent(origin, _ -> new HashSet<>()).addAll(data.texts("told"));
                }
                default -> { }
            }
        }
        failed.forEach((origin, people) -> require(reached.contains(origin) || people.containsAll(Set.of(Company.BOSS, Company.ADMIN)),
                "notice " + origin + " reached nobody, failed for " + people + " and was told to " + tried.get(origin)));
    }
}
