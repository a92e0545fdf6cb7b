package dev.leadkeeper.ledger;

import dev.leadkeeper.lead.LeadId;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Files;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The chain of anchors: {@code anchors/<number>.json}, each written once and never again, so that there is neither a fork
 * nor a gap in it, whoever ticks, how often and when. The heads lie in {@code anchors/heads/<sha256>.json}.
 */
public final class Anchors {
    /**
     * How far each anchor reaches back behind the one before: more than any clock is off and any write is under way, so
     * that a head that moved while somebody looked is seen by the next.
     */
    public static final Duration OVERLAP = Duration.ofMinutes(15);

    private static final String TYPE = "application/json";
    private static final int PAGE = 1000;

    private final Files files;
    private long known;

    public Anchors(Files files) {
        this.files = files;
    }

    /** What became of a tick; either way {@code anchor} is now the last one. */
    public sealed interface Taken {
        Anchor anchor();

        /** A new one. */
        record New(Anchor anchor) implements Taken {}

        /** This hour has its anchor already, from an earlier tick or one at the same moment. */
        record Already(Anchor anchor) implements Taken {}
    }

    /** Anchors what has moved, unless this hour has its anchor. Hours that were missed are in it. */
    public Taken take(Store store, Clock clock) {
        var last = latest();
        var at = clock.now();
        if (last.isPresent() && !hour(at).isAfter(hour(last.get().at()))) {
            return new Taken.Already(last.get());
        }
        var since = last.map(anchor -> anchor.at().minus(OVERLAP)).orElse(Instant.EPOCH);
        var parts = new ArrayList<Anchor.Part>();
        for (var heads : Heads.parts(moved(store, since))) {
            var part = heads.part();
            files.put(file(part), heads.bytes(), TYPE);
            parts.add(part);
        }
        return commit(Anchor.after(last, at, since, parts));
    }

    /** Whose anchor comes second finds the first one's under the number, and what it saw is in the next. */
    private Taken commit(Anchor anchor) {
        try {
            files.put(file(anchor.number()), anchor.bytes(), TYPE);
            return new Taken.New(anchor);
        } catch (Store.Fault fault) {
            var there = find(anchor.number()).orElseThrow(() -> fault);
            return there.equals(anchor) ? new Taken.New(anchor) : new Taken.Already(there);
        }
    }

    /**
     * The heads that moved since then, by lead; each is one that the lead really had, and one that moves meanwhile is in
     * the next anchor as well. A lead that does not say when it moved is always in it.
     */
    private static List<Heads.Head> moved(Store store, Instant since) {
        var heads = new ArrayList<Heads.Head>();
        String after = null;
        do {
            var page = store.scan(Table.LEADS, Set.of("id", "ver", "head", Moves.MOVED_AT), PAGE, after);
            for (var item : page.items()) {
                if (!Moves.of(item).filter(at -> at.isBefore(since)).isPresent()) {
                    head(item).ifPresent(heads::add);
                }
            }
            after = page.next();
        } while (after != null);
        heads.sort(Heads.Head.ORDER);
        return heads;
    }

    private static Optional<Heads.Head> head(Map<String, Object> item) {
        return item.get("id") instanceof String lead && item.get("ver") instanceof Long ver && item.get("head") instanceof String hash
                ? Optional.of(new Heads.Head(lead, ver, hash)) : Optional.empty();
    }

    /**
     * The anchor of this number.
     *
     * @throws IllegalArgumentException if what lies there is no anchor
     */
    public Optional<Anchor> find(long number) {
        return files.get(file(number)).map(Anchor::of);
    }

    /** The last anchor; found by doubling and halving, since numbers have no gaps and files no list. */
    public synchronized Optional<Anchor> latest() {
        long there = known;
        long step = 1;
        while (find(there + step).isPresent()) {
            there += step;
            step *= 2;
        }
        for (step /= 2; step >= 1; step /= 2) {
            if (find(there + step).isPresent()) {
                there += step;
            }
        }
        known = there;
        return there == 0 ? Optional.empty() : find(there);
    }

    /**
     * The heads of a part.
     *
     * @return empty if the file is gone or is not the one that the anchor means
     */
    Optional<Heads> heads(Anchor.Part part) {
        return files.get(file(part)).filter(bytes -> MerkleTree.hex(LeadId.sha256(bytes)).equals(part.sha256()))
                .map(Heads::of).filter(heads -> heads.part().equals(part));
    }

    private static Instant hour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }

    static String file(long number) {
        return "anchors/%010d.json".formatted(number);
    }

    static String file(Anchor.Part part) {
        return "anchors/heads/" + part.sha256() + ".json";
    }
}
