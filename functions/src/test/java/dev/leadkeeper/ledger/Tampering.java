package dev.leadkeeper.ledger;

import static dev.leadkeeper.ledger.Tamperer.numbered;
import static dev.leadkeeper.ledger.Tamperer.rehashed;
import static dev.leadkeeper.ledger.Tamperer.relinked;
import static dev.leadkeeper.ledger.Tamperer.with;

import dev.leadkeeper.codec.EventCodec;
import dev.leadkeeper.ledger.ChainVerdict.Kind;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Table;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The ways to falsify a history that the chain alone must show. Each does its work on one lead with at least two events
 * and says which event is the first that is not as it was.
 */
enum Tampering {
    EDITED_ATTRIBUTE("edit", Kind.EDITED) {
        @Override
        long tamper(Tamperer hand, String lead, String other, Random dice) {
            var event = any(hand.events(lead), dice);
            var attribute = List.of("type", "at", "by", "prev", "hash").get(dice.nextInt(5));
            hand.edit(event, item -> with(item, attribute, item.get(attribute) + "x"));
            return seq(event);
        }
    },
    EDITED_DATA("edit", Kind.EDITED) {
        @Override
        long tamper(Tamperer hand, String lead, String other, Random dice) {
            var event = any(hand.events(lead), dice);
            var data = EventCodec.data(event);
            var place = dice.nextInt(data.length());
            var changed = data.substring(0, place) + (char) (data.charAt(place) ^ 1) + data.substring(place + 1);
            hand.edit(event, item -> with(item, "data", changed));
            return seq(event);
        }
    },
    SPELLED_OTHERWISE("edit", Kind.EDITED) {
        @Override
        long tamper(Tamperer hand, String lead, String other, Random dice) {
            var event = any(hand.events(lead), dice);
            var data = EventCodec.data(event);
            hand.edit(event, item -> switch (dice.nextInt(4)) {
                case 0 -> with(item, "data", data.replaceFirst(":", ": "));
                case 1 -> with(item, "data", data + "\n");
                case 2 -> with(item, "at", item.get("at").toString().replace("Z", "+00:00"));
                default -> with(item, "hash", item.get("hash").toString().toUpperCase(Locale.ROOT));
            });
            return seq(event);
        }
    },
    ANOTHER_ATTRIBUTE("edit", Kind.EDITED) {
        @Override
        long tamper(Tamperer hand, String lead, String other, Random dice) {
            var event = any(hand.events(lead), dice);
            hand.edit(event, item -> with(item, "note", "seen and approved"));
            return seq(event);
        }
    },
    BYTES_BEHIND_THE_DATA("edit", Kind.EDITED) {
        @Override
        long tamper(Tamperer hand, String lead, String other, Random dice) {
            var event = any(hand.events(lead), dice);
            hand.edit(event, item -> with(item, "data", item.get("data") instanceof byte[] bytes
                    ? Arrays.copyOf(bytes, bytes.length + 1) : item.get("data") + " "));
            return seq(event);
        }
    },
    EDITED_AND_HASHED("edit", Kind.EDITED, Kind.HEAD) {
        @Override
        long tamper(Tamperer hand, String lead, String other, Random dice) {
            var event = any(hand.events(lead), dice);
            hand.edit(event, item -> rehashed(with(item, "by", "nobody")));
            return seq(event);
        }
    },
    DELETED_FIRST("delete", Kind.MISSING) {
        @Override
        long tamper(Tamperer hand, String lead, String other, Random dice) {
            hand.delete(Key.of(Table.TIMELINE, lead, 1L));
            return 1;
        }
    },
    DELETED_MIDDLE("delete", Kind.MISSING) {
        @Override
        long tamper(Tamperer hand, String lead, String other, Random dice) {
            long seq = 1 + dice.nextInt(hand.events(lead).size() - 1);
            hand.delete(Key.of(Table.TIMELINE, lead, seq));
            return seq;
        }
    },
    DELETED_LAST("delete", Kind.TRUNCATED) {
        @Override
        long tamper(Tamperer hand, String lead, String other, Random dice) {
            long seq = hand.events(lead).size();
            hand.delete(Key.of(Table.TIMELINE, lead, seq));
            return seq;
        }
    },
    DELETED_AND_NUMBERED("delete", Kind.MISSING) {
        @Override
        long tamper(Tamperer hand, String lead, String other, Random dice) {
            var events = hand.events(lead);
            var gone = dice.nextInt(events.size() - 1);
            events.remove(gone);
            hand.rewrite(lead, numbered(events));
            if (dice.nextBoolean()) {
                hand.mendHead(lead);
            }
            return gone + 1;
        }
    },
    DELETED_AND_LINKED("delete", Kind.HEAD, Kind.TRUNCATED) {
        @Override
        long tamper(Tamperer hand, String lead, String other, Random dice) {
            var events = hand.events(lead);
            var gone = dice.nextInt(events.size() - 1);
            events.remove(gone);
            hand.rewrite(lead, relinked(events, gone + 1));
            return gone + 1;
        }
    },
    TWO_EXCHANGED("reorder", Kind.REORDERED) {
        @Override
        long tamper(Tamperer hand, String lead, String other, Random dice) {
            var events = hand.events(lead);
            var first = dice.nextInt(events.size() - 1);
            Collections.swap(events, first, first + 1 + dice.nextInt(events.size() - 1 - first));
            hand.rewrite(lead, numbered(events));
            return first + 1;
        }
    },
    TWO_EXCHANGED_AND_HASHED("reorder", Kind.REORDERED, Kind.EDITED) {
        @Override
        long tamper(Tamperer hand, String lead, String other, Random dice) {
            var events = hand.events(lead);
            var first = dice.nextInt(events.size() - 1);
            Collections.swap(events, first, first + 1);
            hand.rewrite(lead, numbered(events).stream().map(Tamperer::rehashed).toList());
            return first + 1;
        }
    },
    CUT_OFF("truncate", Kind.TRUNCATED) {
        @Override
        long tamper(Tamperer hand, String lead, String other, Random dice) {
            var events = hand.events(lead);
            var kept = dice.nextInt(events.size());
            hand.rewrite(lead, events.subList(0, kept));
            return kept + 1;
        }
    },
    CUT_OFF_AND_HALF_MENDED("truncate", Kind.HEAD) {
        @Override
        long tamper(Tamperer hand, String lead, String other, Random dice) {
            var events = hand.events(lead);
            var kept = 1 + dice.nextInt(events.size() - 1);
            hand.rewrite(lead, events.subList(0, kept));
            hand.put(Table.LEADS, with(hand.record(lead), "ver", (long) kept));
            return kept;
        }
    },
    PUT_BETWEEN("insert", Kind.INSERTED) {
        @Override
        long tamper(Tamperer hand, String lead, String other, Random dice) {
            var events = hand.events(lead);
            var place = dice.nextInt(events.size());
            events.add(place, with(any(events, dice), "by", "nobody"));
            hand.rewrite(lead, numbered(events));
            return place + 1;
        }
    },
    PUT_BETWEEN_AND_LINKED("insert", Kind.HEAD) {
        @Override
        long tamper(Tamperer hand, String lead, String other, Random dice) {
            var events = hand.events(lead);
            var place = dice.nextInt(events.size());
            events.add(place, with(any(events, dice), "by", "nobody"));
            hand.rewrite(lead, relinked(events, place + 1));
            return place + 1;
        }
    },
    PUT_BEHIND("insert", Kind.EDITED, Kind.INSERTED) {
        @Override
        long tamper(Tamperer hand, String lead, String other, Random dice) {
            var events = hand.events(lead);
            var seq = events.size() + 1L;
            var copy = with(any(events, dice), "seq", seq);
            hand.put(Table.TIMELINE, dice.nextBoolean() ? copy : with(copy, "prev", events.getLast().get("hash")));
            return seq;
        }
    },
    PUT_BEFORE_THE_FIRST("insert", Kind.INSERTED) {
        @Override
        long tamper(Tamperer hand, String lead, String other, Random dice) {
            var seq = -dice.nextInt(3);
            hand.put(Table.TIMELINE, rehashed(with(any(hand.events(lead), dice), "seq", (long) seq)));
            return seq;
        }
    },
    OF_ANOTHER_LEAD("insert", Kind.EDITED) {
        @Override
        long tamper(Tamperer hand, String lead, String other, Random dice) {
            var mine = any(hand.events(lead), dice);
            var theirs = any(hand.events(other), dice);
            hand.edit(mine, _ -> with(with(theirs, "lead", lead), "seq", mine.get("seq")));
            return seq(mine);
        }
    },
    WHOLE_HISTORY_OF_ANOTHER("insert", Kind.EDITED) {
        @Override
        long tamper(Tamperer hand, String lead, String other, Random dice) {
            hand.rewrite(lead, hand.events(other).stream().map(event -> with(event, "lead", lead)).toList());
            return 1;
        }
    },
    ANOTHER_HEAD("head", Kind.HEAD) {
        @Override
        long tamper(Tamperer hand, String lead, String other, Random dice) {
            hand.put(Table.LEADS, with(hand.record(lead), "head", hand.record(other).get("head")));
            return hand.events(lead).size();
        }
    },
    NO_RECORD("head", Kind.HEAD) {
        @Override
        long tamper(Tamperer hand, String lead, String other, Random dice) {
            hand.delete(Key.of(Table.LEADS, lead));
            return 1;
        }
    };

    private final String group;
    private final Set<Kind> shownAs;

    Tampering(String group, Kind first, Kind... more) {
        this.group = group;
        this.shownAs = EnumSet.of(first, more);
    }

    /** {@code edit}, {@code delete}, {@code reorder}, {@code truncate}, {@code insert} or {@code head}. */
    String group() {
        return group;
    }

    /** How it may look to who only has the tables. */
    Set<Kind> shownAs() {
        return shownAs;
    }

    /** Does it. @return the first event that is not as it was written */
    abstract long tamper(Tamperer hand, String lead, String other, Random dice);

    private static Map<String, Object> any(List<Map<String, Object>> events, Random dice) {
        return events.get(dice.nextInt(events.size()));
    }

    private static long seq(Map<String, Object> event) {
        return (Long) event.get("seq");
    }
}
