package dev.leadkeeper.aws.differential;

import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Write;
import java.util.ArrayList;
import java.util.List;

/** One thing to ask of a store, and its answer as text that is the same for the same answer. */
sealed interface Operation {
    /** The answer, or what was thrown. */
    default String on(Side side) {
        try {
            return answer(side);
        } catch (Store.Fault fault) {
            return "fault";
        } catch (IllegalArgumentException callersError) {
            return "illegal";
        }
    }

    /** The answer of its store. */
    String answer(Side side);

    record Get(Key key) implements Operation {
        @Override
        public String answer(Side side) {
            return Rendering.of(side.store().get(key));
        }
    }

    record GetAll(List<Key> keys) implements Operation {
        @Override
        public String answer(Side side) {
            return Rendering.of(side.store().getAll(keys));
        }
    }

    record One(Write write) implements Operation {
        @Override
        public String answer(Side side) {
            return switch (side.store().write(write)) {
                case Store.WriteResult.Written(var item) -> "written " + Rendering.of(item);
                case Store.WriteResult.Refused(var current) -> "refused " + Rendering.of(current);
            };
        }
    }

    record All(List<Write> writes) implements Operation {
        @Override
        public String answer(Side side) {
            return switch (side.store().transact(writes)) {
                case Store.TransactResult.Committed() -> "committed";
                case Store.TransactResult.Cancelled(var verdicts) -> verdicts.stream().map(verdict -> switch (verdict) {
                    case Store.Verdict.Fine() -> "fine";
                    case Store.Verdict.ConditionFailed(var current) -> "failed " + Rendering.of(current);
                    case Store.Verdict.Conflict() -> "conflict";
                }).toList().toString();
            };
        }
    }

    /** Somebody else's transaction is at work on an item, from now on or no longer. */
    record Held(Key key, boolean now) implements Operation {
        @Override
        public String answer(Side side) {
            (now ? side.hold() : side.release()).accept(key);
            return "";
        }
    }

    /** All pages of a list; where pages end counts too. */
    record Pages(Store.Query query) implements Operation {
        @Override
        public String answer(Side side) {
            var pages = new ArrayList<String>();
            var page = side.store().query(query);
            pages.add(Rendering.of(page.items()));
            while (page.next() != null) {
                page = side.store().query(new Store.Query(query.table(), query.hash(), query.prefix(), query.descending(),
                        query.limit(), page.next()));
                pages.add(Rendering.of(page.items()));
            }
            return pages.toString();
        }
    }

    /** All pages of an index; among items with the same sort value any order is right. */
    record IndexPages(Store.IndexQuery query) implements Operation {
        @Override
        public String answer(Side side) {
            var order = new ArrayList<String>();
            var items = new ArrayList<String>();
            var sizes = new ArrayList<Integer>();
            String after = null;
            do {
                var page = side.store().query(new Store.IndexQuery(query.index(), query.hash(), query.upTo(), query.descending(),
                        query.limit(), after));
                page.items().forEach(item -> {
                    order.add((String) item.get(query.index().sort()));
                    items.add(Rendering.of(item));
                });
                sizes.add(page.items().size());
                after = page.next();
            } while (after != null);
            return order + " " + items.stream().sorted().toList() + " " + sizes;
        }
    }
}
