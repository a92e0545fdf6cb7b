package dev.leadkeeper.ledger;

import dev.leadkeeper.ledger.ChainVerdict.Broken;
import dev.leadkeeper.ledger.ChainVerdict.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A lead's record and history as they are stored, judged by themselves: no table is read here. */
public final class Chain {
    private final String lead;
    private final Optional<Map<String, Object>> record;
    private final List<Link> links;

    /**
     * @param lead   the lead's id
     * @param record its item, if there is one
     * @param events the items of its timeline, in the order of {@code seq}
     */
    public Chain(String lead, Optional<Map<String, Object>> record, List<Map<String, Object>> events) {
        this.lead = lead;
        this.record = record;
        this.links = events.stream().map(Link::new).toList();
    }

    public String lead() {
        return lead;
    }

    /** How many events are stored. */
    public long events() {
        return links.size();
    }

    List<Link> links() {
        return links;
    }

    /** The stored hash of an event, empty if there is none. */
    Optional<String> hash(long seq) {
        return links.stream().filter(link -> link.seq() == seq).map(Link::hash).findFirst();
    }

    /** The last event that the lead's record names; 0 if it names none. */
    long ver() {
        return record.map(item -> item.get("ver")).map(ver -> ver instanceof Long number ? number : 0L).orElse(0L);
    }

    /** When the head moved last, as the lead's record says; empty if it says nothing readable. */
    Optional<Instant> movedAt() {
        return record.flatMap(Moves::of);
    }

    /** Recomputes every hash and follows every link. */
    public ChainVerdict verdict() {
        if (record.isEmpty() && links.isEmpty()) {
            return new ChainVerdict.Unknown();
        }
        var prev = "";
        for (int i = 0; i < links.size(); i++) {
            var link = links.get(i);
            if (link.seq() != i + 1) {
                return unexpected(i + 1, link);
            }
            if (!link.holds()) {
                return notItself(link);
            }
            if (!link.prev().equals(prev)) {
                return unlinked(link);
            }
            prev = link.hash();
        }
        return head(prev);
    }

    /** There is a gap before this link, or it stands before the first. */
    private Broken unexpected(long place, Link link) {
        if (link.seq() < place) {
            return Broken.at(link.seq(), Kind.INSERTED);
        }
        return Broken.at(place, elsewhere(place) ? Kind.REORDERED : Kind.MISSING);
    }

    /** The hash of this link does not fit: it, or something else, stands where it should not. */
    private Broken notItself(Link link) {
        var place = link.seq();
        var home = link.home(links.size() + 1L).orElse(0);
        if (elsewhere(place)) {
            return Broken.at(place, home > 0 && home != place ? Kind.REORDERED : Kind.INSERTED);
        }
        return Broken.at(place, home > place ? Kind.MISSING : home > 0 ? Kind.INSERTED : Kind.EDITED);
    }

    /**
     * This link fits its own hash and does not follow the one before. If another one does, or this one follows another,
     * they were moved; otherwise the one before is not what it was when this one followed it.
     */
    private Broken unlinked(Link link) {
        var before = link.seq() == 1 ? "" : links.get((int) link.seq() - 2).hash();
        var moved = links.stream().anyMatch(other -> other.hash().equals(link.prev()) || other.prev().equals(before));
        return moved ? Broken.at(link.seq(), Kind.REORDERED) : Broken.at(Math.max(1, link.seq() - 1), Kind.EDITED);
    }

    /** Whether the event that belongs here stands in another place. */
    private boolean elsewhere(long place) {
        return links.stream().anyMatch(link -> link.seq() != place
                && link.home(links.size() + 1L).orElse(0) == place);
    }

    private ChainVerdict head(String last) {
        var ver = ver();
        if (ver > links.size()) {
            return Broken.at(links.size() + 1L, Kind.TRUNCATED);
        }
        var named = record.map(item -> item.get("head")).orElse(null);
        if (ver < 1 || !Objects.equals(named, links.get((int) ver - 1).hash())) {
            return Broken.at(Math.max(ver, 1), Kind.HEAD);
        }
        return new ChainVerdict.Verified(links.size(), last, ver < links.size());
    }
}
