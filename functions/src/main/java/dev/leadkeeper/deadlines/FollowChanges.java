package dev.leadkeeper.deadlines;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.Holder;
import dev.leadkeeper.codec.WatchCodec;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import dev.leadkeeper.settings.Calendars;
import dev.leadkeeper.settings.Documents;
import dev.leadkeeper.settings.Rulebooks;
import java.util.Map;
import java.util.Optional;

/**
 * Sees that the rulebook or the calendars are others than a minute ago, and has every owned lead planned anew, a bounded number a
 * tick. A timer that would now fire later waits anyway when it comes to it; this is for those that shall fire sooner. How far it is
 * stands in one item among the signals, so that a tick that dies is gone on with by the next.
 */
public final class FollowChanges {
    /** Leads a tick. */
    private static final int MOST = 1000;
    private static final int PAGE = 200;
    private static final Key MARK = Key.of(Table.SIGNALS, "plans", "followed");

    private final Store store;
    private final Rulebooks rulebooks;
    private final Documents documents;
    private final StaffBook book;
    private final Leads leads;
    private final Queue queue;
    private final Clock clock;

    public FollowChanges(Store store, Queue queue, Clock clock) {
        this.store = store;
        this.rulebooks = new Rulebooks(store);
        this.documents = new Documents(store);
        this.book = new StaffBook(store);
        this.leads = new Leads(store);
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * How far a walk is.
     *
     * @param rules  under which leads are planned
     * @param to     staff id of whose leads are next, {@code null} where all are done
     * @param after  the cursor within their leads, {@code null} to begin
     */
    private record Walk(String rules, String to, String after) {
        Map<String, Object> toDoc() {
            return Doc.build().put("kind", MARK.hash()).put("id", "followed").put("rules", rules).put("to", to).put("after", after).done();
        }
    }

    /** @return how many leads it asked to have planned anew */
    public int follow() {
        var rules = rulebooks.liveVersion().orElse("") + "/" + documents.glance(Calendars.KIND, Calendars.ID).map(Documents.Document::version).orElse(0L);
        var stored = store.get(MARK);
        var known = stored.map(Doc::of).map(doc -> new Walk(doc.required("rules"), doc.text("to"), doc.text("after")));
        if (known.isEmpty()) { // the first tick ever: what there is was planned under these
            keep(stored, new Walk(rules, null, null));
            return 0;
        }
        var walk = known.get().rules().equals(rules) ? known.get() : new Walk(rules, "", null);
        if (walk.to() == null) {
            return 0;
        }
        var asked = 0;
        var staff = book.everybody().staff().stream().map(Staff::id).iterator(); // in the order of their ids
        while (walk.to() != null && asked < MOST) {
            var id = staff.hasNext() ? staff.next() : null;
            if (id == null) {
                walk = new Walk(rules, null, null);
            } else if (id.compareTo(walk.to()) >= 0) {
                var from = id.equals(walk.to()) ? walk.after() : null;
                do {
                    var page = leads.held(Holder.rep(id), false, PAGE, from);
                    page.leads().forEach(this::ask);
                    asked += page.leads().size();
                    from = page.next();
                } while (from != null && asked < MOST);
                walk = from == null ? new Walk(rules, id + "\u0000", null) : new Walk(rules, id, from);
            }
        }
        keep(stored, walk);
        return asked;
    }

    private void ask(Lead lead) {
        queue.send(Queue.Channel.DUE, Map.of("lead", lead.id(), "at", WatchCodec.dueAt(clock.now())));
    }

    /** Where two ticks walk at once, one of them stays with what the other has kept; asking twice does no harm. */
    private void keep(Optional<Map<String, Object>> seen, Walk walk) {
        var as = seen.map(Doc::of).map(doc -> Condition.all(Condition.unchanged("rules", doc.text("rules")), Condition.unchanged("to", doc.text("to")),
                Condition.unchanged("after", doc.text("after")))).orElse(Condition.missing("kind"));
        store.write(new Write.Put(MARK, walk.toDoc(), as));
    }
}
