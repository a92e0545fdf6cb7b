package dev.leadkeeper.credibility;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Instant;
import java.util.List;

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
    public record Entry(String lead, String activity, Instant since) {}

    /** @param next the cursor of the next page, {@code null} at the end */
    public record Page(List<Entry> entries, String next) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /** The queue; {@code after} is the cursor of the page before, or {@code null}. */
    public Page page(int limit, String after) {
        var page = store.query(new Store.Query(Table.SIGNALS, KIND, null, false, limit, after));
        return new Page(page.items().stream().map(Doc::of)
                .map(doc -> new Entry(doc.required("lead"), doc.required("activity"), doc.instant("since"))).toList(), page.next());
    }

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
