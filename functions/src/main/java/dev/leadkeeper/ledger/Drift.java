package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Schema drift (字段变更): fields that a form's mapping does not know, counted per form, field and day. */
public final class Drift {
    private static final String KIND = "drift";

    private final Store store;
    private final Clock clock;

    public Drift(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * @param form      the form's id
     * @param name      the sender's name of the field
     * @param count     leads that had it
     * @param firstSeen when the first came
     * @param lastSeen  when the latest came
     * @param days      leads by day, ISO date
     * @param notified  whether the admins have been told
     */
    public record Field(String form, String name, long count, Instant firstSeen, Instant lastSeen, Map<String, Long> days,
                        boolean notified) {}

    /** Counts the field once more. */
    public Field count(String form, String name) {
        var now = clock.now();
        var day = LocalDate.ofInstant(now, Ownership.ZONE).toString();
        while (true) {
            var again = new Write.Update(key(form, name), List.of(Change.add("count", 1),
                    Change.set("lastSeen", now.toString()), Change.add("days." + day, 1)), Condition.exists("kind"));
            if (store.write(again) instanceof Store.WriteResult.Written(var item)) {
                return field(Doc.of(item));
            }
            if (first(form, name, now, 1, Map.of(day, 1L)) instanceof Store.WriteResult.Written(var item)) {
                return field(Doc.of(item));
            }
        }
    }

    /**
     * The field as counted so far. One that was never counted is about to be, by whoever took the delivery in at this moment, and is
     * there from now on with a count of 0: it cannot be left to them to tell of it, since they may die while the message is gone.
     */
    public Field find(String form, String name) {
        var found = store.get(key(form, name));
        if (found.isPresent()) {
            return field(Doc.of(found.get()));
        }
        return switch (first(form, name, clock.now(), 0, Map.of())) {
            case Store.WriteResult.Written(var item) -> field(Doc.of(item));
            case Store.WriteResult.Refused(var current) -> field(Doc.of(current.orElseThrow()));
        };
    }

    private Store.WriteResult first(String form, String name, Instant now, long count, Map<String, Long> days) {
        var item = Doc.build().put("kind", KIND).put("id", id(form, name)).put("form", form).put("field", name)
                .put("count", count).put("firstSeen", now).put("lastSeen", now).put("days", days).done();
        return store.write(new Write.Put(key(form, name), item, Condition.missing("kind")));
    }

    /** Notes that the admins have been told about the field. */
    public void notified(Field field) {
        store.write(new Write.Update(key(field.form(), field.name()), List.of(Change.set("notified", true)),
                Condition.exists("kind")));
    }

    /** All fields, by form and name; {@code next} is a cursor, {@code null} at the end. */
    public DriftPage all(int limit, String after) {
        var page = store.query(new Store.Query(Table.SIGNALS, KIND, null, false, limit, after));
        return new DriftPage(page.items().stream().map(item -> field(Doc.of(item))).toList(), page.next());
    }

    /** @param next the cursor of the next page, {@code null} at the end */
    public record DriftPage(List<Field> fields, String next) {}

    private static Field field(Doc doc) {
        var days = new HashMap<String, Long>();
        doc.map("days").forEach((day, count) -> days.put(day, ((Number) count).longValue()));
        return new Field(doc.required("form"), doc.required("field"), doc.number("count", 0), doc.instant("firstSeen"),
                doc.instant("lastSeen"), days, doc.flag("notified"));
    }

    private static Key key(String form, String name) {
        return Key.of(Table.SIGNALS, KIND, id(form, name));
    }

    private static String id(String form, String name) {
        return form + "#" + name;
    }
}
