package dev.leadkeeper.aws.differential;

import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store.TransactResult.Cancelled;
import dev.leadkeeper.port.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ways in which a store in memory could be wrong, each a deliberately broken one. */
enum PlantedBug {
    PUT_FORGETS_ITS_CONDITION {
        @Override
        InMemoryStore planted() {
            return new InMemoryStore() {
                @Override
                public WriteResult write(Write write) {
                    return super.write(write instanceof Write.Put put ? new Write.Put(put.key(), put.item(), Condition.NONE) : write);
                }
            };
        }
    },
    ADD_SETS {
        @Override
        InMemoryStore planted() {
            return changing(change -> change instanceof Change.Add add ? Change.set(add.path(), add.amount()) : change);
        }
    },
    REMOVE_OF_AN_ENTRY_DOES_NOTHING {
        @Override
        InMemoryStore planted() {
            return changing(change -> change instanceof Change.Remove remove && remove.path().contains(".")
                    ? Change.remove("nothing") : change);
        }
    },
    DELETE_KEEPS {
        @Override
        InMemoryStore planted() {
            return new InMemoryStore() {
                @Override
                public WriteResult write(Write write) {
                    return write instanceof Write.Delete delete && delete.condition().equals(Condition.NONE)
                            ? new WriteResult.Written(Map.of()) : super.write(write);
                }
            };
        }
    },
    A_REFUSAL_DOES_NOT_SHOW_THE_ITEM {
        @Override
        InMemoryStore planted() {
            return new InMemoryStore() {
                @Override
                public WriteResult write(Write write) {
                    return super.write(write) instanceof WriteResult.Written written
                            ? written : new WriteResult.Refused(Optional.empty());
                }
            };
        }
    },
    A_TRANSACTION_IS_NOT_ATOMIC {
        @Override
        InMemoryStore planted() {
            return new InMemoryStore() {
                @Override
                public TransactResult transact(List<Write> writes) {
                    var result = super.transact(writes);
                    if (result instanceof Cancelled cancelled && cancelled.verdicts().getFirst() instanceof Verdict.Fine) {
                        super.transact(writes.subList(0, 1));
                    }
                    return result;
                }
            };
        }
    },
    VERDICTS_COME_IN_THE_WRONG_ORDER {
        @Override
        InMemoryStore planted() {
            return new InMemoryStore() {
                @Override
                public TransactResult transact(List<Write> writes) {
                    return super.transact(writes) instanceof Cancelled(var verdicts)
                            ? new Cancelled(verdicts.reversed()) : new TransactResult.Committed();
                }
            };
        }
    },
    CHECKS_ALWAYS_HOLD {
        @Override
        InMemoryStore planted() {
            return new InMemoryStore() {
                @Override
                public TransactResult transact(List<Write> writes) {
                    return super.transact(writes.stream()
                            .map(write -> write instanceof Write.Check check ? new Write.Check(check.key(), Condition.NONE) : write)
                            .toList());
                }
            };
        }
    },
    THE_SAME_ITEM_TWICE_IS_FINE {
        @Override
        InMemoryStore planted() {
            return new InMemoryStore() {
                @Override
                public TransactResult transact(List<Write> writes) {
                    return super.transact(writes.stream().map(Write::key).distinct()
                            .map(key -> writes.stream().filter(write -> write.key().equals(key)).findFirst().orElseThrow()).toList());
                }
            };
        }
    },
    A_LIST_IGNORES_ITS_PREFIX {
        @Override
        InMemoryStore planted() {
            return new InMemoryStore() {
                @Override
                public Page query(Query query) {
                    return super.query(new Query(query.table(), query.hash(), null, query.descending(), query.limit(), query.after()));
                }
            };
        }
    },
    A_LIST_IS_ORDERED_BY_UTF_16 {
        @Override
        InMemoryStore planted() {
            return new InMemoryStore() {
                @Override
                public Page query(Query query) {
                    var page = super.query(query);
                    return query.table().numericSort() || query.descending() ? page : new Page(page.items().stream()
                            .sorted((a, b) -> id(a).compareTo(id(b))).toList(), page.next());
                }

                private static String id(Map<String, Object> item) {
                    return (String) item.getOrDefault("id", "");
                }
            };
        }
    },
    A_FULL_PAGE_LOSES_ITS_CURSOR {
        @Override
        InMemoryStore planted() {
            return new InMemoryStore() {
                @Override
                public Page query(Query query) {
                    return new Page(super.query(query).items(), null);
                }
            };
        }
    },
    AN_INDEX_EXCLUDES_ITS_BOUND {
        @Override
        InMemoryStore planted() {
            return new InMemoryStore() {
                @Override
                public Page query(IndexQuery query) {
                    var page = super.query(query);
                    return new Page(page.items().stream()
                            .filter(item -> !item.get(query.index().sort()).equals(query.upTo())).toList(), page.next());
                }
            };
        }
    },
    AN_INDEX_ONLY_GROWS {
        @Override
        InMemoryStore planted() {
            return changing(change -> change instanceof Change.Remove remove && remove.path().equals("holder")
                    ? Change.remove("nothing") : change);
        }
    },
    MANY_ITEMS_COME_WITHOUT_THE_MISSING {
        @Override
        InMemoryStore planted() {
            return new InMemoryStore() {
                @Override
                public List<Optional<Map<String, Object>>> getAll(List<Key> keys) {
                    return super.getAll(keys).stream().filter(Optional::isPresent).toList();
                }
            };
        }
    },
    ANOTHER_TRANSACTION_IS_NO_OBSTACLE {
        @Override
        InMemoryStore planted() {
            return new InMemoryStore() {
                @Override
                public synchronized void hold(Key key) {
                    // what another transaction holds may be written all the same
                }
            };
        }
    },
    A_CONFLICT_LOOKS_LIKE_A_REFUSAL {
        @Override
        InMemoryStore planted() {
            return new InMemoryStore() {
                @Override
                public TransactResult transact(List<Write> writes) {
                    return super.transact(writes) instanceof Cancelled(var verdicts) ? new Cancelled(verdicts.stream()
                            .map(verdict -> verdict instanceof Verdict.Conflict ? new Verdict.ConditionFailed(Optional.empty()) : verdict).toList())
                            : new TransactResult.Committed();
                }
            };
        }
    };

    /** A store with this bug. */
    abstract InMemoryStore planted();

    private interface Changing {
        Change of(Change change);
    }

    private static InMemoryStore changing(Changing changing) {
        return new InMemoryStore() {
            @Override
            public WriteResult write(Write write) {
                return super.write(write instanceof Write.Update update
                        ? new Write.Update(update.key(), update.changes().stream().map(changing::of).distinct().toList(), update.condition())
                        : write);
            }
        };
    }
}
