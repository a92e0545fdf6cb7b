package dev.leadkeeper.aws.differential;

import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Write;
import java.util.ArrayList;
import java.util.List;

/** One thing to ask of a store, and its answer as text that is the same for the same answer. */
sealed interface Operation {
    /** The answer, or what was thrown. */
    default String on(Store store) {
        try {
            return answer(store);
        } catch (Store.Fault fault) {
            return "fault";
        } catch (IllegalArgumentException callersError) {
            return "illegal";
        }
    }

    String answer(Store store);

    record Get(Key key) implements Operation {
        @Override
        public String answer(Store store) {
            return Rendering.of(store.get(key));
        }
    }

    record GetAll(List<Key> keys) implements Operation {
        @Override
        public String answer(Store store) {
            return Rendering.of(store.getAll(keys));
        }
    }

    record One(Write write) implements Operation {
        @Override
        public String answer(Store store) {
            return switch (store.write(write)) {
                case Store.WriteResult.Written(var item) -> "written " + Rendering.of(item);
                case Store.WriteResult.Refused(var current) -> "refused " + Rendering.of(current);
            };
        }
    }

    record All(List<Write> writes) implements Operation {
        @Override
        public String answer(Store store) {
            return switch (store.transact(writes)) {
                case Store.TransactResult.Committed() -> "committed";
                case Store.TransactResult.Cancelled(var verdicts) -> verdicts.stream().map(verdict -> switch (verdict) {
                    case Store.Verdict.Fine() -> "fine";
                    case Store.Verdict.ConditionFailed(var current) -> "failed " + Rendering.of(current);
                    case Store.Verdict.Conflict() -> "conflict";
                }).toList().toString();
            };
        }
    }

    /** All pages of a list; where pages end counts too. */
    record Pages(Store.Query query) implements Operation {
        @Override
        public String answer(Store store) {
            var pages = new ArrayList<String>();
            var page = store.query(query);
            pages.add(Rendering.of(page.items()));
            while (page.next() != null) {
                page = store.query(new Store.Query(query.table(), query.hash(), query.prefix(), query.descending(),
                        query.limit(), page.next()));
                pages.add(Rendering.of(page.items()));
            }
            return pages.toString();
        }
    }

    /** All pages of an index; among items with the same sort value any order is right. */
    record IndexPages(Store.IndexQuery query) implements Operation {
        @Override
        public String answer(Store store) {
            var order = new ArrayList<String>();
            var items = new ArrayList<String>();
            var sizes = new ArrayList<Integer>();
            String after = null;
            do {
                var page = store.query(new Store.IndexQuery(query.index(), query.hash(), query.upTo(), query.descending(),
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
