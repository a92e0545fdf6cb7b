package dev.leadkeeper.infra.simulation;

import static dev.leadkeeper.infra.simulation.Promises.require;

import dev.leadkeeper.lead.TimelineEvent;
import java.util.HashSet;
import java.util.List;

/** What happens once is noted once, however many find it at the same moment: an attempt at a notice, how a notice ended, a verdict on a file. */
final class NotedOnce {
    private NotedOnce() {}

    /** @param history of one lead, whole */
    static void check(List<TimelineEvent> history) {
        var noted = new HashSet<String>();
        for (var event : history) {
            var what = what(event);
            require(what == null || noted.add(what), "the history of " + event.lead() + " notes twice: " + what);
        }
    }

    private static String what(TimelineEvent event) {
        var data = event.data();
        return switch (event.type()) {
            case "notified", "notice-attempted" -> "attempt " + data.get("attempt") + " at step " + data.get("step") + " of " + data.get("notice");
            case "undelivered", "notice-digested" -> event.type() + " " + data.get("notice");
            case "evidence-valid", "evidence-rejected", "upload-expired" -> "verdict on " + data.get("file") + " of " + data.get("activity");
            default -> null;
        };
    }
}
