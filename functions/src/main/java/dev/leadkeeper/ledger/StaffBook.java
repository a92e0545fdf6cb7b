package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.StaffCodec;
import dev.leadkeeper.codec.StandingCodec;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.Standing;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Who works here, with the counters. */
public final class StaffBook {
    /** Attribute that counts how often people changed a person's item. */
    private static final String EDITS = "edits";

    /** As many as {@link Store#getAll} takes. */
    private static final int MOST_KEYS = 100;

    private final Store store;
    /** Ids of the pools' items seen so far. */
    private final Set<String> pools = ConcurrentHashMap.newKeySet();
    /** Who was read last, by id: most people's items are as they were, and to compare them costs a fraction of reading them. */
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** @param figures {@code null} where there are none */
    private record Known(Map<String, Object> item, Map<String, Object> figures, Staff staff) {}

    public StaffBook(Store store) {
        this.store = store;
    }

    /**
     * Everybody, and how many turns each weighted pool has taken.
     *
     * @param staff in the order of their ids
     * @param taken turns by pool
     */
    public record Everybody(List<Staff> staff, Map<String, Long> taken) {
        public Everybody {
            staff = List.copyOf(staff);
            taken = Map.copyOf(taken);
        }
    }

    /**
     * Reads the whole book; each item as it was at some moment of the reading, but a pool's count before the people whose
     * turns it counts: a turn taken meanwhile must leave the count looking old, so that what is decided from it is refused.
     */
    public Everybody everybody() {
        var taken = counts();
        var people = new TreeMap<String, Map<String, Object>>();
        var figures = new HashMap<String, Map<String, Object>>();
        String after = null;
        var news = false;
        do {
            var page = store.scan(Table.STAFF, 1000, after);
            for (var item : page.items()) {
                var id = Doc.of(item).required("id");
                if (id.startsWith(StaffCodec.FIGURES)) {
                    figures.put(id.substring(StaffCodec.FIGURES.length()), item);
                } else if (id.startsWith(StaffCodec.POOL)) {
                    news |= pools.add(id);
                } else {
                    people.put(id, item);
                }
            }
            after = page.next();
        } while (after != null);
        if (news) {
            return everybody();
        }
        var staff = new ArrayList<Staff>(people.size());
        people.forEach((id, item) -> staff.add(read(id, item, figures.get(id))));
        return new Everybody(staff, taken);
    }

    private Staff read(String id, Map<String, Object> item, Map<String, Object> figures) {
        var name = figures == null ? id : StaffCodec.figuresId(id);
        var last = known.get(name);
        if (last != null && item.equals(last.item()) && Objects.equals(figures, last.figures())) {
            return last.staff();
        }
        var staff = StaffCodec.fromDoc(Doc.of(item), figures == null ? null : Doc.of(figures));
        known.put(name, new Known(item, figures, staff));
        return staff;
    }

    private Map<String, Long> counts() {
        var taken = new HashMap<String, Long>();
        var ids = List.copyOf(pools);
        for (int from = 0; from < ids.size(); from += MOST_KEYS) {
            var some = ids.subList(from, Math.min(ids.size(), from + MOST_KEYS));
            store.getAll(some.stream().map(id -> Key.of(Table.STAFF, id)).toList()).forEach(item -> item.map(Doc::of).ifPresent(
                    doc -> taken.put(doc.required("id").substring(StaffCodec.POOL.length()), doc.number("taken", 0))));
        }
        return taken;
    }

    /** One person as stored now, without figures. */
    public Optional<Staff> find(String id) {
        return isPerson(id) ? store.get(Key.of(Table.STAFF, id)).map(item -> StaffCodec.fromDoc(Doc.of(item), null))
                : Optional.empty();
    }

    /** One person as of a moment ago, without figures: for what an edit may overtake anyway. */
    public Optional<Staff> glance(String id) {
        return isPerson(id) ? store.glance(Key.of(Table.STAFF, id)).map(item -> read(id, item, null)).or(() -> find(id))
                : Optional.empty();
    }

    /** One person as stored now, with figures. */
    public Optional<Staff> findWithFigures(String id) {
        if (!isPerson(id)) {
            return Optional.empty();
        }
        var items = store.getAll(List.of(Key.of(Table.STAFF, id), Key.of(Table.STAFF, StaffCodec.figuresId(id))));
        return items.getFirst().map(item -> StaffCodec.fromDoc(Doc.of(item), items.getLast().map(Doc::of).orElse(null)));
    }

    /**
     * Somebody as somebody is about to change them.
     *
     * @param edits how often people changed them, {@code null} if never
     */
    public record Edited(Staff staff, Long edits) {}

    /** One person as stored now, without figures, to be changed. */
    public Optional<Edited> findToEdit(String id) {
        return isPerson(id) ? store.get(Key.of(Table.STAFF, id)).map(Doc::of)
                .map(item -> new Edited(StaffCodec.fromDoc(item, null), item.number(EDITS))) : Optional.empty();
    }

    /**
     * Stores what people configure about somebody, if nobody else changed that since it was read; counters and figures
     * stay as they are, and so does the standing unless it was lifted.
     *
     * @param seen what the change was made on
     * @return whether it was stored
     */
    public boolean edit(Edited seen, Staff changed) {
        var before = StandingCodec.text(seen.staff().ledger().standing());
        var after = StandingCodec.text(changed.ledger().standing());
        var lifted = Objects.equals(before, after) ? List.<Change>of() : List.of(Change.put("standing", after));
        var asSeen = lifted.isEmpty() ? Condition.NONE : Condition.unchanged("standing", before);
        return update(changed, lifted, Condition.all(Condition.exists("id"), Condition.unchanged(EDITS, seen.edits()), asSeen));
    }

    /** Keeps what a week means for somebody, once: if they are as seen. @param seen {@code null} if no week of theirs was judged before */
    public boolean judge(String id, Standing seen, Standing now) {
        return store.write(new Write.Update(Key.of(Table.STAFF, id), List.of(Change.set("standing", StandingCodec.text(now))),
                Condition.all(Condition.exists("id"), Condition.unchanged("standing", StandingCodec.text(seen))))) instanceof Store.WriteResult.Written;
    }

    /** Adds somebody who was not there before; {@code false} if they are. */
    public boolean add(Staff staff) {
        var item = new HashMap<>(StaffCodec.profile(staff));
        item.putAll(StaffCodec.newCounters());
        return store.write(new Write.Put(Key.of(Table.STAFF, staff.id()), item, Condition.missing("id")))
                instanceof Store.WriteResult.Written;
    }

    /** Stores what people configure about somebody and leaves the counters alone; a new person starts with empty ones. */
    public void save(Staff staff) {
        while (!update(staff, List.of(), Condition.exists("id")) && !add(staff)) {
            // somebody else added the same person in between
        }
        store.write(new Write.Put(Key.of(Table.STAFF, StaffCodec.figuresId(staff.id())), StaffCodec.figuresDoc(staff),
                Condition.NONE));
    }

    private boolean update(Staff staff, List<Change> more, Condition condition) {
        var profile = StaffCodec.profile(staff);
        var changes = new ArrayList<Change>(more);
        profile.forEach((attribute, value) -> {
            if (!attribute.equals("id")) {
                changes.add(Change.set(attribute, value));
            }
        });
        for (var optional : List.of("dayCap", "backlogCap", "hours", "preferences")) {
            if (!profile.containsKey(optional)) {
                changes.add(Change.remove(optional));
            }
        }
        changes.add(Change.add(EDITS, 1));
        return store.write(new Write.Update(Key.of(Table.STAFF, staff.id()), changes, condition))
                instanceof Store.WriteResult.Written;
    }

    private static boolean isPerson(String id) {
        return !id.isEmpty() && !id.startsWith(StaffCodec.FIGURES) && !id.startsWith(StaffCodec.POOL);
    }
}
