package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.LeadCodec;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.port.Index;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reading leads. */
public final class Leads {
    private final Store store;

    public Leads(Store store) {
        this.store = store;
    }

    /** The lead as it is now. */
    public Optional<Lead> find(String id) {
        return store.get(Key.of(Table.LEADS, id)).map(item -> LeadCodec.fromDoc(Doc.of(item)));
    }

    /** The leads of these ids as they are now, in their order; at most 100. */
    public List<Optional<Lead>> findAll(List<String> ids) {
        return ids.isEmpty() ? List.of() : store.getAll(ids.stream().map(id -> Key.of(Table.LEADS, id)).toList()).stream()
                .map(found -> found.map(item -> LeadCodec.fromDoc(Doc.of(item)))).toList();
    }

    /** The lead as it was a moment ago, if it was there: to be changed on the condition that it still is so, or to be looked for again. */
    public Optional<Lead> glance(String id) {
        return store.glance(Key.of(Table.LEADS, id)).map(item -> LeadCodec.fromDoc(Doc.of(item)));
    }

    /**
     * The leads of a holder ({@link dev.leadkeeper.codec.Holder}) in its order. A moment behind the truth, and without version,
     * head and what was seen: {@link #find} a lead before it is changed.
     *
     * @param after the cursor of the page before, or {@code null}
     */
    public LeadPage held(String holder, boolean newestFirst, int limit, String after) {
        return page(store.query(new Store.IndexQuery(Index.HELD, holder, null, newestFirst, limit, after)), LeadCodec::fromEntry);
    }

    /** The leads of a pool, oldest first, that were created before a moment as {@link dev.leadkeeper.codec.WatchCodec#dueAt} writes it. */
    public LeadPage createdBefore(String pool, String before, int limit, String after) {
        return page(store.query(new Store.IndexQuery(Index.HELD, pool, before, false, limit, after)), LeadCodec::fromEntry);
    }

    /** Some of all leads, in no order. */
    public LeadPage all(int limit, String after) {
        return page(store.scan(Table.LEADS, limit, after), LeadCodec::fromDoc);
    }

    private static LeadPage page(Store.Page page, Function<Doc, Lead> read) {
        return new LeadPage(page.items().stream().map(Doc::of).map(read).toList(), page.next());
    }

    /** @param next the cursor of the next page, {@code null} at the end */
    public record LeadPage(List<Lead> leads, String next) {}
}
