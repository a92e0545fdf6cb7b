package dev.leadkeeper.ledger;

import dev.leadkeeper.ledger.ChainVerdict.Broken;
import dev.leadkeeper.ledger.ChainVerdict.Kind;
import dev.leadkeeper.port.Files;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Recomputes everything: all anchors, all histories, and each history against all anchors. Nobody needs to be trusted for
 * it but who holds the object lock. Reads every event, so it is a command and no function.
 */
public final class Audit {
    /** How many numbers behind a gap are looked at, so that a missing anchor is told from the end: two days. */
    private static final int BEYOND = 48;
    private static final int PAGE = 500;

    private final Store store;
    private final Chains chains;
    private final Anchors anchors;
    private final Map<String, List<Heads.Head>> anchored = new HashMap<>();
    private final List<Broken> brokenAnchors = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private Optional<Anchor> latest = Optional.empty();

    public Audit(Store store, Files files) {
        this.store = store;
        this.chains = new Chains(store, files);
        this.anchors = new Anchors(files);
    }

    /**
     * Looks at all anchors; before anything else.
     *
     * @return the last one
     */
    public Optional<Anchor> anchors() {
        var missing = 0;
        for (long number = 1; missing <= BEYOND; number++) {
            var anchor = anchor(number);
            if (anchor.isEmpty()) {
                missing++;
            } else {
                for (long gone = number - missing; gone < number; gone++) {
                    brokenAnchors.add(Broken.at(gone, Kind.ANCHOR));
                }
                missing = 0;
                take(anchor.get());
            }
        }
        return latest;
    }

    /** What is wrong with the anchors themselves, by number. */
    public List<Broken> brokenAnchors() {
        return List.copyOf(brokenAnchors);
    }

    private Optional<Anchor> anchor(long number) {
        try {
            return anchors.find(number);
        } catch (IllegalArgumentException notAnAnchor) {
            return Optional.of(new Anchor(number, Instant.EPOCH, Instant.EPOCH, "", List.of(), ""));
        }
    }

    private void take(Anchor anchor) {
        var number = latest.map(Anchor::number).orElse(0L) + 1;
        var previous = latest.map(Anchor::root).orElse("");
        var sound = anchor.holds() && anchor.number() >= number && (anchor.number() > number || anchor.previous().equals(previous));
        for (var part : anchor.parts()) {
            var heads = anchors.heads(part);
            sound &= heads.isPresent();
            heads.ifPresent(all -> all.heads().forEach(head ->
                    anchored.computeIfAbsent(head.lead(), _ -> new ArrayList<>(2)).add(head)));
        }
        if (!sound) {
            brokenAnchors.add(Broken.at(anchor.number(), Kind.ANCHOR));
        }
        latest = Optional.of(anchor);
    }

    /**
     * Looks at all leads, those of which only events or anchors are left included.
     *
     * @param told of each lead's verdict
     */
    public void leads(BiConsumer<String, ChainVerdict> told) {
        each(Table.LEADS, "id", told);
        each(Table.TIMELINE, "lead", told);
        anchored.keySet().stream().filter(lead -> !seen.contains(lead)).sorted()
                .forEach(lead -> told.accept(lead, Broken.at(1, Kind.TRUNCATED)));
    }

    private void each(Table table, String name, BiConsumer<String, ChainVerdict> told) {
        var key = new HashSet<>(Set.of(name));
        table.sort().ifPresent(key::add);
        String after = null;
        do {
            var page = store.scan(table, key, PAGE, after);
            for (var item : page.items()) {
                var lead = (String) item.get(name);
                if (seen.add(lead)) {
                    told.accept(lead, verdict(lead));
                }
            }
            after = page.next();
        } while (after != null);
    }

    private ChainVerdict verdict(String lead) {
        var chain = chains.read(lead);
        var verdict = chains.verify(chain);
        return verdict instanceof ChainVerdict.Verified
                ? AnchoredChains.against(chain, anchored.getOrDefault(lead, List.of()), latest).<ChainVerdict>map(broken -> broken)
                        .orElse(verdict)
                : verdict;
    }
}
