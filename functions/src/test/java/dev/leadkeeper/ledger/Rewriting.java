package dev.leadkeeper.ledger;

import static dev.leadkeeper.ledger.Tamperer.relinked;
import static dev.leadkeeper.ledger.Tamperer.with;

import dev.leadkeeper.ledger.ChainVerdict.Kind;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Table;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The ways to falsify a history so that it holds together again, every hash and the lead's own record mended: only the
 * anchors show them. Each says which event is the first that is not as it was.
 */
enum Rewriting {
    EDITED("edit", Kind.REWRITTEN) {
        @Override
        long rewrite(Tamperer hand, String lead, Random dice) {
            var events = hand.events(lead);
            var place = dice.nextInt(events.size());
            events.set(place, with(events.get(place), "by", "nobody"));
            mend(hand, lead, relinked(events, place + 1));
            return place + 1;
        }
    },
    DELETED("delete", Kind.REWRITTEN, Kind.TRUNCATED) {
        @Override
        long rewrite(Tamperer hand, String lead, Random dice) {
            var events = hand.events(lead);
            var place = dice.nextInt(events.size());
            events.remove(place);
            mend(hand, lead, relinked(events, place + 1));
            return place + 1;
        }
    },
    EXCHANGED("reorder", Kind.REWRITTEN) {
        @Override
        long rewrite(Tamperer hand, String lead, Random dice) {
            var events = hand.events(lead);
            var place = dice.nextInt(events.size() - 1);
            Collections.swap(events, place, place + 1);
            mend(hand, lead, relinked(events, place + 1));
            return place + 1;
        }
    },
    CUT_OFF("truncate", Kind.TRUNCATED, Kind.HEAD, Kind.REWRITTEN) {
        @Override
        long rewrite(Tamperer hand, String lead, Random dice) {
            var events = hand.events(lead);
            var kept = dice.nextInt(events.size());
            mend(hand, lead, events.subList(0, kept));
            return kept + 1;
        }
    },
    ALL_GONE("truncate", Kind.TRUNCATED) {
        @Override
        long rewrite(Tamperer hand, String lead, Random dice) {
            hand.rewrite(lead, List.of());
            hand.delete(Key.of(Table.LEADS, lead));
            return 1;
        }
    },
    PUT_BETWEEN("insert", Kind.REWRITTEN) {
        @Override
        long rewrite(Tamperer hand, String lead, Random dice) {
            var events = hand.events(lead);
            var place = dice.nextInt(events.size());
            events.add(place, with(events.get(dice.nextInt(events.size())), "by", "nobody"));
            mend(hand, lead, relinked(events, place + 1));
            return place + 1;
        }
    },
    PUT_BEHIND("insert", Kind.UNANCHORED) {
        @Override
        long rewrite(Tamperer hand, String lead, Random dice) {
            var events = hand.events(lead);
            events.add(with(events.getLast(), "by", "nobody"));
            mend(hand, lead, relinked(events, events.size()));
            return events.size();
        }
    },
    MADE_UP("insert", Kind.UNANCHORED) {
        @Override
        long rewrite(Tamperer hand, String lead, Random dice) {
            var events = hand.events(lead).stream().map(event -> with(event, "lead", MADE_UP_LEAD)).toList();
            hand.put(Table.LEADS, with(hand.record(lead), "id", MADE_UP_LEAD));
            mend(hand, MADE_UP_LEAD, relinked(events, 1));
            return 1;
        }

        @Override
        String shownAt(String lead) {
            return MADE_UP_LEAD;
        }

        @Override
        void undo(Tamperer hand) {
            hand.rewrite(MADE_UP_LEAD, List.of());
            hand.delete(Key.of(Table.LEADS, MADE_UP_LEAD));
        }
    };

    private static final String MADE_UP_LEAD = "a".repeat(26);

    private final String group;
    private final Set<Kind> shownAs;

    Rewriting(String group, Kind first, Kind... more) {
        this.group = group;
        this.shownAs = EnumSet.of(first, more);
    }

    String group() {
        return group;
    }

    Set<Kind> shownAs() {
        return shownAs;
    }

    /** Does it. @return the first event that is not as it was written */
    abstract long rewrite(Tamperer hand, String lead, Random dice);

    /** At which lead it shows. */
    String shownAt(String lead) {
        return lead;
    }

    /** Takes away what does not belong to the lead itself. */
    void undo(Tamperer hand) {}

    private static void mend(Tamperer hand, String lead, List<Map<String, Object>> events) {
        hand.rewrite(lead, events);
        hand.mendHead(lead);
    }
}
