package dev.leadkeeper.credibility;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.TimelineEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a lead's timeline tells of its activities: the same whenever it is asked, whatever has happened since. */
final class History {
    /** Event type of a score. */
    static final String SCORED = "credibility-scored";

    private final Map<String, Instant> assigned = new HashMap<>();
    private final Map<String, Boolean> results = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    private History() {}

    static History of(List<TimelineEvent> events) {
        var history = new History();
        Instant waitsSince = null;
        var inStage = new ArrayList<String>();
        for (var event : events) {
            switch (event.type()) {
                case "assigned", "reassigned" -> waitsSince = event.at();
                case "activity-recorded", "contacted" -> {
                    if (event.data().get("activity") instanceof String activity) {
                        if (waitsSince != null) {
                            history.assigned.put(activity, waitsSince);
                        }
                        inStage.add(activity);
                    }
                    waitsSince = null;
                }
                case "stage-moved" -> history.settle(inStage, true);
                case "ended" -> history.settle(inStage, Lead.WON.equals(event.data().get("outcome")));
                case SCORED -> history.told.add(name(event.data().get("activity"), event.data().get("n")));
                default -> { } // says nothing about activities
            }
        }
        return history;
    }

    private void settle(List<String> inStage, boolean success) {
        inStage.forEach(activity -> results.put(activity, success));
        inStage.clear();
    }

    /** When the lead that this activity answered first had been assigned; empty if it was no first response. */
    Optional<Instant> firstResponseTo(String activity) {
        return Optional.ofNullable(assigned.get(activity));
    }

    /** Whether the stage in which it was recorded ended in the next one or the order; empty while it goes on. */
    Optional<Boolean> result(String activity) {
        return Optional.ofNullable(results.get(activity));
    }

    /** Whether the timeline says that the activity's points changed for the {@code n}-th time. */
    boolean tells(String activity, long n) {
        return told.contains(name(activity, n));
    }

    private static String name(Object activity, Object n) {
        return activity + "#" + n;
    }
}
