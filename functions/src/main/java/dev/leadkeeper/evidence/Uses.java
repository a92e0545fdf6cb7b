package dev.leadkeeper.evidence;

import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which content has served as evidence where. */
final class Uses {
    private final Store store;
    private final Clock clock;

    Uses(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Notes that a content serves here, and looks for where it served before: on another lead, or for another rep. Of two that
     * come at the same moment exactly one is the later.
     *
     * @return ids of the leads of those uses, each once
     */
    List<String> note(String sha256, Place place, String staff) {
        var key = Key.of(Table.EVIDENCE, sha256, place.use());
        // Only the first time counts, so that a repeat is no later than it was.
        store.write(new Write.Put(key, Map.of("sha256", sha256, "use", place.use(), "lead", place.lead(), "staff", staff,
                "at", clock.now().toString()), Condition.missing("sha256")));
        var all = all(sha256);
        var own = all.stream().filter(each -> each.get("use").equals(place.use())).findFirst().orElseThrow();
        return all.stream().filter(each -> isBefore(each, own))
                .filter(each -> !each.get("lead").equals(place.lead()) || !each.get("staff").equals(staff))
                .map(each -> (String) each.get("lead")).distinct().toList();
    }

    private static boolean isBefore(Map<String, Object> one, Map<String, Object> other) {
        var times = ((String) one.get("at")).compareTo((String) other.get("at"));
        return times < 0 || times == 0 && ((String) one.get("use")).compareTo((String) other.get("use")) < 0;
    }

    private List<Map<String, Object>> all(String sha256) {
        var all = new ArrayList<Map<String, Object>>();
        String after = null;
        do {
            var page = store.query(new Store.Query(Table.EVIDENCE, sha256, null, false, 1000, after));
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }
}
