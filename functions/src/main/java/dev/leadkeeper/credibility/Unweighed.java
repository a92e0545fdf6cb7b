package dev.leadkeeper.credibility;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Leads of which somebody is about to record something that must be weighed. Noted before it is recorded and forgotten once it was
 * weighed, so that of whoever dies in between a note stays, for the next minute.
 */
public final class Unweighed {
    /** A request takes at most 6 s; younger notes are of those that are at work. */
    public static final Duration AT_WORK = Duration.ofSeconds(15);
    private static final String KIND = "unweighed";

    private final Store store;
    private final Clock clock;
    private final Ids ids;

    public Unweighed(Store store, Clock clock, Ids ids) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
    }

    /** Something of this lead may not have been weighed. */
    public record Note(String id, String lead) {}

    /** Notes a lead, before something of it is recorded. */
    public Note note(String lead) {
        var note = new Note(millis(clock.now()) + "#" + ids.next(), lead);
        store.write(new Write.Put(key(note), Doc.build().put("kind", KIND).put("id", note.id()).put("lead", lead).done(), Condition.NONE));
        return note;
    }

    /** Everything of it has been weighed. */
    public void settle(Note note) {
        store.write(new Write.Delete(key(note), Condition.NONE));
    }

    /** What was noted up to then, oldest first; at most this many, 1–1000. */
    public List<Note> upTo(Instant then, int limit) {
        var end = millis(then) + "$"; // sorts behind every note of this millisecond: '#' is before '$'
        return store.query(new Store.Query(Table.SIGNALS, KIND, null, false, limit, null)).items().stream().map(Doc::of)
                .map(item -> new Note(item.required("id"), item.required("lead"))).filter(note -> note.id().compareTo(end) < 0).toList();
    }

    private static Key key(Note note) {
        return Key.of(Table.SIGNALS, KIND, note.id());
    }

    /** Always with the same number of digits, so that text order is time order. */
    private static String millis(Instant at) {
        return "%015d".formatted(at.toEpochMilli());
    }
}
