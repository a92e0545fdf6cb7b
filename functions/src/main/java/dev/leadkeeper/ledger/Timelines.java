package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.EventCodec;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The append-only histories of leads. */
public final class Timelines {
    private final Store store;
    private final Leads leads;
    private final Clock clock;

    public Timelines(Store store, Clock clock) {
        this.store = store;
        this.leads = new Leads(store);
        this.clock = clock;
    }

    /** The whole history, oldest first. */
    public List<TimelineEvent> of(String lead) {
        var events = new ArrayList<TimelineEvent>();
        String after = null;
        do {
            var page = store.query(new Store.Query(Table.TIMELINE, lead, null, false, 1000, after));
            page.items().forEach(item -> events.add(EventCodec.lazily(item, Json::readKnown)));
            after = page.next();
        } while (after != null);
        return events;
    }

    /**
     * A page of the history, oldest first.
     *
     * @param after the cursor of the page before, or {@code null}
     */
    public Page page(String lead, int limit, String after) {
        var page = store.query(new Store.Query(Table.TIMELINE, lead, null, false, limit, after));
        return new Page(page.items().stream().map(Entry::of).toList(), page.next());
    }

    /** @param next the cursor of the next page, {@code null} at the end */
    public record Page(List<Entry> entries, String next) {}

    /** @param event empty if what stands there is no event of ours */
    public record Entry(long seq, Optional<TimelineEvent> event) {
        private static Entry of(Map<String, Object> item) {
            try {
                return new Entry((Long) item.get("seq"), Optional.of(EventCodec.fromDoc(item, Json::readOwn)));
            } catch (IllegalArgumentException | DateTimeException tampered) {
                return new Entry((Long) item.get("seq"), Optional.empty());
            }
        }
    }

    /**
     * Appends an event that changes nothing about the lead itself, unless the history already holds it. The event is
     * written first and the lead's head follows; a crash in between is mended by whoever comes next.
     *
     * @param already recognises the event if it was appended before
     * @return the event, new or old; empty if there is no such lead
     */
    public Optional<TimelineEvent> appendOnce(String lead, String type, String by, Map<String, Object> data,
                                              Predicate<TimelineEvent> already) {
        return appendOnce(lead, of(lead), type, by, data, already);
    }

    /**
     * The same for whoever has just read the history.
     *
     * @param seen the whole history; if it has grown since, it is read again
     */
    public Optional<TimelineEvent> appendOnce(String lead, List<TimelineEvent> seen, String type, String by,
                                              Map<String, Object> data, Predicate<TimelineEvent> already) {
        for (var events = seen; ; events = of(lead)) {
            var found = events.stream().filter(already).findFirst();
            if (found.isPresent()) {
                catchUp(lead, events.getLast());
                return found;
            }
            if (events.isEmpty()) {
                return Optional.empty();
            }
            var last = events.getLast();
            var event = TimelineEvent.of(lead, last.seq() + 1, type, clock.now(), by, data, last.hash());
            if (store.write(Step.put(event)) instanceof Store.WriteResult.Written) {
                catchUp(lead, event);
                return Optional.of(event);
            }
            // Somebody else appended at the same moment; look again.
        }
    }

    /**
     * The first such event that {@link #appendOnce} appended before. Moves the head on as well: whoever finds the event
     * has no other reason to append it once more, and a crash may have left the head behind.
     */
    public Optional<TimelineEvent> find(String lead, Predicate<TimelineEvent> wanted) {
        return find(lead, of(lead), wanted);
    }

    /** The same in a history that was just read. */
    public Optional<TimelineEvent> find(String lead, List<TimelineEvent> events, Predicate<TimelineEvent> wanted) {
        var found = events.stream().filter(wanted).findFirst();
        found.ifPresent(event -> catchUp(lead, events.getLast()));
        return found;
    }

    /** Moves the lead's head on to the last event of its history, where a crash left it behind. */
    public void catchUp(String lead) {
        var events = of(lead);
        if (!events.isEmpty()) {
            catchUp(lead, events.getLast());
        }
    }

    private void catchUp(String lead, TimelineEvent last) {
        store.write(new Write.Update(Key.of(Table.LEADS, lead),
                Moves.to(last.seq(), last.hash(), clock.now()),
                Condition.all(Condition.exists("id"), Condition.below("ver", last.seq()))));
    }
}
