package dev.leadkeeper.workbench;

import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.people.Sheet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An event of a lead's history as the API shows it. */
final class EventSheet {
    private EventSheet() {}

    static Map<String, Object> of(TimelineEvent event) {
        return new Sheet()
                .put("seq", event.seq())
                .put("type", event.type())
                .put("at", event.at())
                .put("by", event.by())
                .put("data", plain(event.data()))
                .put("prev", event.prev())
                .put("hash", event.hash())
                .done();
    }

    /** What stands there is no event of ours; verifying says more. */
    static Map<String, Object> unreadable(long seq) {
        return new Sheet().put("seq", seq).put("type", "unreadable").put("at", null).put("by", null)
                .put("data", Map.of()).put("prev", null).put("hash", null).done();
    }

    /** What is nested is the score and the decision, which have their own place, where their figures are redacted. */
    private static Map<String, Object> plain(Map<String, Object> data) {
        var plain = new TreeMap<String, Object>();
        data.forEach((name, value) -> {
            if (!(value instanceof Map) && !(value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance))) {
                plain.put(name, value);
            }
        });
        return plain;
    }
}
