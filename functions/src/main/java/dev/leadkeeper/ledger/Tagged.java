package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.ActivityCodec;
import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Activities by tag, month of their record and time, across leads, so that whoever asks for a tag reads what has it and nothing
 * else. An entry is written with its activity and holds ids only; two write units for each tag of a record.
 */
public final class Tagged {
    private final Store store;

    public Tagged(Store store) {
        this.store = store;
    }

    /** @param next the cursor of the next page of the month, {@code null} at its end */
    public record Page(List<Activity> activities, String next) {
        public Page {
            activities = List.copyOf(activities);
        }
    }

    /**
     * What was recorded with this tag in a month, newest first. Activities whose person has been erased are gone.
     *
     * @param limit most of the page, 1–100
     * @param after the cursor of the page before, {@code null} to begin
     */
    public Page page(String tag, YearMonth month, int limit, String after) {
        var page = store.query(new Store.Query(Table.SIGNALS, kind(tag, month), null, true, limit, after));
        var keys = page.items().stream().map(Doc::of).map(item -> Key.of(Table.ACTIVITIES, item.required("lead"), item.required("activity"))).toList();
        return new Page(keys.isEmpty() ? List.of() : store.getAll(keys).stream().flatMap(Optional::stream)
                .map(item -> ActivityCodec.fromDoc(Doc.of(item))).toList(), page.next());
    }

    /** The writes that enter an activity under its tags, to be part of the transaction that records it. */
    static List<Write> entries(Activity activity) {
        var id = "%015d#%s#%s".formatted(activity.at().toEpochMilli(), activity.lead(), activity.id());
        return activity.tags().stream().sorted().<Write>map(tag -> {
            var kind = kind(tag, month(activity.at()));
            return new Write.Put(Key.of(Table.SIGNALS, kind, id), Doc.build().put("kind", kind).put("id", id).put("lead", activity.lead())
                    .put("activity", activity.id()).done(), Condition.NONE);
        }).toList();
    }

    /** The month that something falls into where people work. */
    public static YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(Staff.COUNTED_IN));
    }

    private static String kind(String tag, YearMonth month) {
        return "tag#" + tag + "#" + month;
    }
}
