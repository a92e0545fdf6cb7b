package dev.leadkeeper.infra.proof;

import dev.leadkeeper.lead.TimelineEvent;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;

/** Ways to change a history behind the product's back, from clumsy to knowing how hashes are made. */
enum Tampering {
    EDIT("a value edited") {
        @Override
        boolean on(StoredHistory history, SplittableRandom random) {
            return edited(history, place(history, random), random, false);
        }
    },
    EDIT_WITH_HASH("a value edited, its hash made anew") {
        @Override
        boolean on(StoredHistory history, SplittableRandom random) {
            return edited(history, place(history, random), random, true);
        }
    },
    EDIT_AND_RECHAIN("a value edited, all hashes after it made anew") {
        @Override
        boolean on(StoredHistory history, SplittableRandom random) {
            int place = place(history, random);
            edited(history, place, random, true);
            history.rechain(place);
            return true;
        }
    },
    EDIT_A_HASH("a hash edited") {
        @Override
        boolean on(StoredHistory history, SplittableRandom random) {
            var item = history.items().get(place(history, random));
            var field = random.nextBoolean() ? "hash" : "prev";
            var hash = item.get(field).toString();
            item.put(field, hash.isEmpty() ? "00" : (hash.charAt(0) == '0' ? "1" : "0") + hash.substring(1));
            return true;
        }
    },
    DELETE("an event deleted") {
        @Override
        boolean on(StoredHistory history, SplittableRandom random) {
            history.items().remove(random.nextInt(history.items().size() - 1));
            return true;
        }
    },
    DELETE_AND_RECHAIN("an event deleted, all hashes after it made anew") {
        @Override
        boolean on(StoredHistory history, SplittableRandom random) {
            int place = random.nextInt(history.items().size() - 1);
            history.items().remove(place);
            history.rechain(place);
            return true;
        }
    },
    REORDER("two events exchanged") {
        @Override
        boolean on(StoredHistory history, SplittableRandom random) {
            exchange(history, random);
            return true;
        }
    },
    REORDER_AND_RECHAIN("two events exchanged, all hashes made anew") {
        @Override
        boolean on(StoredHistory history, SplittableRandom random) {
            exchange(history, random);
            history.rechain(0);
            return true;
        }
    },
    TRUNCATE("the last events cut off") {
        @Override
        boolean on(StoredHistory history, SplittableRandom random) {
            history.items().subList(1 + random.nextInt(history.items().size() - 1), history.items().size()).clear();
            return true;
        }
    },
    INSERT("an event inserted") {
        @Override
        boolean on(StoredHistory history, SplittableRandom random) {
            insert(history, random.nextInt(history.items().size()));
            return true;
        }
    },
    INSERT_AND_RECHAIN("an event inserted, all hashes after it made anew") {
        @Override
        boolean on(StoredHistory history, SplittableRandom random) {
            int place = random.nextInt(history.items().size());
            insert(history, place);
            history.rechain(place);
            return true;
        }
    };

    private static final List<String> FIELDS = List.of("type", "at", "by", "data", "seq", "lead");

    private final String words;

    Tampering(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Changes the history; false if this one cannot be changed so. */
    abstract boolean on(StoredHistory history, SplittableRandom random);

    private static int place(StoredHistory history, SplittableRandom random) {
        return random.nextInt(history.items().size());
    }

    private static boolean edited(StoredHistory history, int place, SplittableRandom random, boolean hashed) {
        var event = history.event(place);
        var field = FIELDS.get(random.nextInt(FIELDS.size() - (hashed ? 2 : 0)));
        var data = new HashMap<>(event.data());
        data.put("field0", "edited " + random.nextInt());
        var edited = new TimelineEvent(field.equals("lead") ? event.lead() + "x" : event.lead(), field.equals("seq") ? event.seq() + 1 : event.seq(),
                field.equals("type") ? event.type() + "x" : event.type(), field.equals("at") ? event.at().plusSeconds(1) : event.at(),
                field.equals("by") ? event.by() + "x" : event.by(), field.equals("data") ? data : event.data(), event.prev(), event.hash());
        history.set(place, hashed ? TimelineEvent.of(edited.lead(), edited.seq(), edited.type(), edited.at(), edited.by(), edited.data(), edited.prev())
                : edited);
        return true;
    }

    /** Both keep the numbers of their new places. */
    private static void exchange(StoredHistory history, SplittableRandom random) {
        int one = place(history, random);
        int other = (one + 1 + random.nextInt(history.items().size() - 1)) % history.items().size();
        Collections.swap(history.items(), one, other);
        for (int i = 0; i < history.items().size(); i++) {
            history.items().get(i).put("seq", i + 1L);
        }
    }

    /** All after it move on by one. */
    private static void insert(StoredHistory history, int place) {
        var next = history.event(place);
        history.items().add(place, new HashMap<>());
        history.set(place, TimelineEvent.of(next.lead(), place + 1, "assigned", next.at(), "manager", next.data(), next.prev()));
        for (int i = 0; i < history.items().size(); i++) {
            history.items().get(i).put("seq", i + 1L);
        }
    }
}
