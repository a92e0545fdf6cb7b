package dev.leadkeeper.port;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Storage as the product uses it: items under keys, conditional writes, transactions, two sparse indexes. Text is ordered
 * by its UTF-8 bytes, numbers by value. Items that a store returns share nothing with the ones it was given, and cannot
 * be modified. Every method may throw a {@link Fault}; after an {@link AmbiguousFault} of a write the effect may or may
 * not have happened, and what a caller then sees under a condition may be its own write.
 */
public interface Store {
    /** The item, read consistently, so that it holds every write that was acknowledged before. */
    Optional<Map<String, Object>> get(Key key);

    /** The items, in the order of the keys, each read consistently; at most 100 keys, which may repeat. */
    List<Optional<Map<String, Object>>> getAll(List<Key> keys);

    /**
     * The item as it was a moment ago, nothing if it was not there yet: half the price of {@link #get}. For what never changes once it is
     * there, and for what only a condition on it decides; what is not seen is to be asked for with {@link #get}, unless a condition says
     * that it is missing.
     */
    default Optional<Map<String, Object>> glance(Key key) {
        return get(key);
    }

    /** As {@link #glance}, of each of the items; otherwise as {@link #getAll}. */
    default List<Optional<Map<String, Object>>> glanceAll(List<Key> keys) {
        return getAll(keys);
    }

    /** Items of one partition of a table, in the order of the sort key. */
    Page query(Query query);

    /** Items of one partition of an index, in the order of its sort attribute; eventually consistent. {@link Index#entry Entries}. */
    Page query(IndexQuery query);

    /**
     * Some items of a whole table, in no order. For small tables and rare questions.
     *
     * @param limit most items of the page, 1–1000
     * @param after where the last page ended, {@code null} to begin
     */
    Page scan(Table table, int limit, String after);

    /**
     * As {@link #scan(Table, int, String)}, but of each item only these attributes, and a moment behind the truth: half the
     * price, and much less to carry.
     *
     * @param attributes names, the key's among them
     */
    default Page scan(Table table, Set<String> attributes, int limit, String after) {
        var page = scan(table, limit, after);
        return new Page(page.items().stream().map(item -> {
            Map<String, Object> some = new HashMap<>(item);
            some.keySet().retainAll(attributes);
            return Map.copyOf(some);
        }).toList(), page.next());
    }

    /**
     * One conditional write. Somebody else's transaction on the item is waited for, briefly, and then a {@link Fault}.
     *
     * @throws IllegalArgumentException for a {@link Write.Check}, which writes nothing
     */
    WriteResult write(Write write);

    /**
     * All of these writes or none, each on an item of its own; 1–100.
     *
     * @throws IllegalArgumentException if two of them name the same item, or there are none or too many
     */
    TransactResult transact(List<Write> writes);

    /**
     * @param prefix     only sort keys that begin with this; {@code null} for all; strings only
     * @param descending newest first
     * @param limit      most items of the page, 1–1000
     * @param after      the cursor of the page before, {@code null} to begin; one that no page gave is an
     *                   {@link IllegalArgumentException} of the query
     */
    record Query(Table table, String hash, String prefix, boolean descending, int limit, String after) {
        public Query {
            if (table.sort().isEmpty() || table.numericSort() && prefix != null) {
                throw new IllegalArgumentException("no such order in " + table);
            }
            checkPage(hash, limit);
            checkText(prefix);
        }
    }

    /**
     * As {@link Query}, on an index. Items with the same sort value come in no particular order.
     *
     * @param upTo only sort values up to and including this; {@code null} for all
     */
    record IndexQuery(Index index, String hash, String upTo, boolean descending, int limit, String after) {
        public IndexQuery {
            checkPage(hash, limit);
            checkText(upTo);
        }
    }

    private static void checkPage(String hash, int limit) {
        if (hash.isEmpty() || limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("a page is 1-1000 items of a named partition");
        }
    }

    private static void checkText(String bound) {
        if (bound != null && bound.isEmpty()) {
            throw new IllegalArgumentException("an empty bound; null is none");
        }
    }

    /**
     * @param items what was found; a page may hold fewer than the limit, even none, and still have a next one
     * @param next  the cursor of the next page, opaque and printable; {@code null} at the end
     */
    record Page(List<Map<String, Object>> items, String next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** What became of a {@link #write}. */
    sealed interface WriteResult {
        /** It happened; {@code item} is what is stored now (empty after a delete). */
        record Written(Map<String, Object> item) implements WriteResult {}

        /** The condition did not hold; {@code current} is the item as it is, empty if there is none. */
        record Refused(Optional<Map<String, Object>> current) implements WriteResult {}
    }

    /** What became of a {@link #transact}. */
    sealed interface TransactResult {
        /** All writes happened. */
        record Committed() implements TransactResult {}

        /** Nothing happened; one verdict per write, in order. */
        record Cancelled(List<Verdict> verdicts) implements TransactResult {
            public Cancelled {
                verdicts = List.copyOf(verdicts);
            }

            /** Whether the only obstacle was somebody else's transaction, so that the same one may simply be tried again. */
            public boolean onlyConflicts() {
                return verdicts.stream().noneMatch(Verdict.ConditionFailed.class::isInstance);
            }
        }
    }

    /** Why one write of a cancelled transaction did not happen. */
    sealed interface Verdict {
        /** This one was in order. */
        record Fine() implements Verdict {}

        /** Its condition did not hold; {@code current} is the item as it is, empty if there is none. */
        record ConditionFailed(Optional<Map<String, Object>> current) implements Verdict {}

        /** Another transaction held the item at that moment. */
        record Conflict() implements Verdict {}
    }

    /** Something did not work that should have, or can never work as it was asked; it has not happened. Retried by whoever delivered the work. */
    class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Fault(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** A fault after which nobody knows whether the effect happened (a time-out, a broken connection). */
    class AmbiguousFault extends Fault {
        private static final long serialVersionUID = 1L;

        public AmbiguousFault(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
