package dev.leadkeeper.credibility;

import dev.leadkeeper.codec.ActivityCodec;
import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Activities that a supervisor must look at, oldest first. An entry is written and removed in the transaction that says so
 * in the activity, so there is exactly one or none.
 */
public final class ReviewQueue {
    private static final String KIND = "review";

    private final Store store;

    public ReviewQueue(Store store) {
        this.store = store;
    }

    /** @param since when it came into the queue */
    public record Entry(Activity activity, Instant since) {}

    /** @param next the cursor of the next page, {@code null} at the end */
    public record Page(List<Entry> entries, String next) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /** At most 100 of the queue; {@code after} is the cursor of the page before, or {@code null}. */
    public Page page(int limit, String after) {
        var page = store.query(new Store.Query(Table.SIGNALS, KIND, null, false, limit, after));
        var docs = page.items().stream().map(Doc::of).toList();
        var activities = docs.isEmpty() ? List.<Optional<Map<String, Object>>>of() : store.getAll(docs.stream()
                .map(doc -> Key.of(Table.ACTIVITIES, doc.required("lead"), doc.required("activity"))).toList());
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < docs.size(); i++) {
            var since = docs.get(i).instant("since");
            // Nothing can be decided about a record whose person has been erased.
            activities.get(i).map(item -> new Entry(ActivityCodec.fromDoc(Doc.of(item)), since)).ifPresent(entries::add);
        }
        return new Page(entries, page.next());
    }

    /** What people call an entry: the lead's id and the activity's. */
    public static String name(Activity activity) {
        return activity.lead() + "-" + activity.id();
    }

    /** The lead's id and the activity's of such a name; empty if it is none. */
    public static Optional<Named> named(String name) {
        return name.matches("[a-z2-7]{26}-[a-z2-7]{26}") ? Optional.of(new Named(name.substring(0, 26), name.substring(27))) : Optional.empty();
    }

    /** Ids of a lead and an activity. */
    public record Named(String lead, String activity) {}

    /** Id of an entry, with milliseconds in front, so that text order is time order. */
    static String id(Activity activity, Instant since) {
        return "%015d#%s#%s".formatted(since.toEpochMilli(), activity.lead(), activity.id());
    }

    /** The write that adds an entry. */
    static Write add(String id, Activity activity, Instant since) {
        var item = Doc.build().put("kind", KIND).put("id", id).put("lead", activity.lead()).put("activity", activity.id())
                .put("since", since).done();
        return new Write.Put(Key.of(Table.SIGNALS, KIND, id), item, Condition.NONE);
    }

    /** The write that removes it. */
    static Write remove(String id) {
        return new Write.Delete(Key.of(Table.SIGNALS, KIND, id), Condition.NONE);
    }
}
