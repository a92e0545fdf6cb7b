package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Instant;
import java.util.List;

/** Which activities have declared files that must have come by when, in the order of time, so that a sweep reads only what is due. */
public final class Uploads {
    private static final String KIND = "upload";

    private final Store store;

    public Uploads(Store store) {
        this.store = store;
    }

    /** Files of this activity were to come by then. @param files how many it had: those that were declared later have more time */
    public record Due(String id, String lead, String activity, int files) {}

    /** What was due by now, oldest first; at most this many, 1–1000. */
    public List<Due> due(Instant now, int limit) {
        var end = millis(now) + "$"; // sorts behind every item of this millisecond: '#' is before '$'
        return store.query(new Store.Query(Table.SIGNALS, KIND, null, false, limit, null)).items().stream().map(Doc::of)
                .filter(item -> item.required("id").compareTo(end) < 0)
                .map(item -> new Due(item.required("id"), item.required("lead"), item.required("activity"),
                        Integer.parseInt(item.required("id").substring(item.required("id").lastIndexOf('#') + 1)))).toList();
    }

    /** Nothing of it is owed any more. */
    public void settle(Due due) {
        store.write(new Write.Delete(Key.of(Table.SIGNALS, KIND, due.id()), Condition.NONE));
    }

    /** The write that notes when an activity's declared files must have come, to be part of a transaction. */
    static Write expected(Activity activity, Instant by) {
        var id = millis(by) + "#" + activity.id() + "#" + activity.files().size();
        return new Write.Put(Key.of(Table.SIGNALS, KIND, id),
                Doc.build().put("kind", KIND).put("id", id).put("lead", activity.lead()).put("activity", activity.id()).done(), Condition.NONE);
    }

    /** Always with milliseconds, so that text order is time order. */
    private static String millis(Instant at) {
        return "%015d".formatted(at.toEpochMilli());
    }
}
