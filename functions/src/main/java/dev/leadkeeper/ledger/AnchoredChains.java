package dev.leadkeeper.ledger;

import dev.leadkeeper.ledger.ChainVerdict.Broken;
import dev.leadkeeper.ledger.ChainVerdict.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Holds a history against the anchors of the hours in which it says that something happened. Who rewrites a history and
 * its times as well, so that those hours are others, is found out by {@link Audit}, which looks at all of them.
 */
public final class AnchoredChains {
    private final Chains chains;
    private final Anchors anchors;

    public AnchoredChains(Chains chains, Anchors anchors) {
        this.chains = chains;
        this.anchors = anchors;
    }

    /**
     * @param verdict the first broken link, of the chain itself or against an anchor
     * @param held    how many anchors the history was held against
     * @param latest  the number of the last anchor, 0 if there is none yet
     */
    public record Checked(ChainVerdict verdict, int held, long latest) {}

    /** The verdict on one lead. */
    public Checked verify(String lead) {
        var latest = anchors.latest();
        var chain = chains.read(lead);
        var verdict = chains.verify(chain);
        if (latest.isEmpty() || !(verdict instanceof ChainVerdict.Verified)) {
            return new Checked(verdict, 0, latest.map(Anchor::number).orElse(0L));
        }
        try {
            var heads = heads(chain, latest.get());
            return new Checked(against(chain, heads, latest).<ChainVerdict>map(broken -> broken).orElse(verdict),
                    heads.size(), latest.get().number());
        } catch (AnchorBroken broken) {
            return new Checked(Broken.at(broken.number, Kind.ANCHOR), 0, latest.get().number());
        }
    }

    /**
     * What the anchors say against a history that holds together by itself.
     *
     * @param heads  of this lead, as anchored, oldest first
     * @param latest the last anchor
     */
    static Optional<Broken> against(Chain chain, List<Heads.Head> heads, Optional<Anchor> latest) {
        long sound = 0;
        for (var head : heads) {
            if (!chain.hash(head.ver()).equals(Optional.of(head.hash()))) {
                // Up to what was anchored before all is as it was; beyond it only the end may be missing, or anything may be changed.
                return Optional.of(sound == chain.events() ? Broken.at(sound + 1, Kind.TRUNCATED) : Broken.at(sound + 1, Kind.REWRITTEN));
            }
            sound = Math.max(sound, head.ver());
        }
        var since = chain.movedAt().or(() -> chain.links().getLast().at()).orElse(Instant.EPOCH);
        var due = latest.filter(anchor -> !since.isAfter(anchor.at().minus(Anchors.OVERLAP))).isPresent();
        return due && sound < chain.ver() ? Optional.of(Broken.at(chain.ver(), Kind.UNANCHORED)) : Optional.empty();
    }

    private List<Heads.Head> heads(Chain chain, Anchor latest) {
        var seen = new HashMap<Long, Anchor>();
        seen.put(latest.number(), latest);
        var numbers = new TreeSet<Long>();
        var times = new TreeSet<Instant>();
        Stream.concat(chain.links().stream().flatMap(link -> link.at().stream()), chain.movedAt().stream()).forEach(times::add);
        var from = 1L;
        for (var time : times) {
            from = firstAfter(time, from, latest.number(), seen);
            // A clock may be off and a write under way for a moment, so that the next one has it.
            numbers.add(from);
            numbers.add(from + 1);
        }
        var heads = new ArrayList<Heads.Head>();
        for (var number : numbers) {
            if (number <= latest.number()) {
                head(chain.lead(), anchor(number, seen)).ifPresent(heads::add);
            }
        }
        return heads;
    }

    /** The number of the first anchor that was begun at this time or later, one beyond the last if there is none yet. */
    private long firstAfter(Instant time, long from, long last, Map<Long, Anchor> seen) {
        var low = from;
        var high = last + 1;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (anchor(middle, seen).at().isBefore(time)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Anchor anchor(long number, Map<Long, Anchor> seen) {
        return seen.computeIfAbsent(number, each -> sound(each).orElseThrow(() -> new AnchorBroken(each)));
    }

    private Optional<Anchor> sound(long number) {
        try {
            return anchors.find(number).filter(anchor -> anchor.number() == number && anchor.holds());
        } catch (IllegalArgumentException notAnAnchor) {
            return Optional.empty();
        }
    }

    private Optional<Heads.Head> head(String lead, Anchor anchor) {
        return anchor.parts().stream().filter(part -> part.mayHold(lead)).findFirst()
                .flatMap(part -> anchors.heads(part).orElseThrow(() -> new AnchorBroken(anchor.number())).of(lead));
    }

    /** Ends the look-up: an anchor is gone or not itself. */
    private static final class AnchorBroken extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final long number;

        AnchorBroken(long number) {
            super("anchor " + number, null, false, false);
            this.number = number;
        }
    }
}
