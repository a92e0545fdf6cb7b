package dev.leadkeeper.ledger;

import dev.leadkeeper.port.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Falsifies random histories in every known way and counts what is found out. Part of {@code -Pproof}; a property test
 * runs it small.
 */
public final class TamperTrial {
    private TamperTrial() {}

    /**
     * @param tried how often it was done
     * @param found how often the verifier named it, at the right event and in fitting words
     */
    public record Figures(long tried, long found) {
        Figures plus(boolean hit) {
            return new Figures(tried + 1, found + (hit ? 1 : 0));
        }
    }

    /**
     * @param histories how many were made, each falsified once in each way
     * @param ways      figures by way, such as {@code edit: edited-data}
     * @param missed    what was not found out, in words; empty if all was
     */
    public record Outcome(int histories, Map<String, Figures> ways, List<String> missed) {
        /** All of it. */
        public long tried() {
            return ways.values().stream().mapToLong(Figures::tried).sum();
        }

        /** What of it was found out. */
        public long found() {
            return ways.values().stream().mapToLong(Figures::found).sum();
        }
    }

    /** @param progress told of every history */
    public static Outcome run(long seed, int histories, Runnable progress) {
        var dice = new Random(seed);
        var ways = new TreeMap<String, Figures>();
        var missed = new ArrayList<String>();
        for (int n = 0; n < histories; n++) {
            var world = new World();
            var anchors = new Anchors(world.files);
            var made = new RandomHistory(world, dice, () -> anchors.take(world.store, world.clock));
            var lead = made.make();
            var other = made.make();
            for (var way : Tampering.values()) {
                trial(world, way, lead, other, dice, ways, missed);
            }
            world.clock.advance(Duration.ofHours(2));
            anchors.take(world.store, world.clock);
            for (var way : Rewriting.values()) {
                trial(world, way, lead, dice, ways, missed);
            }
            if (!(new Chains(world.store, world.files).verify(lead) instanceof ChainVerdict.Verified)) {
                missed.add("a history that nobody touched does not verify: " + lead);
            }
            progress.run();
        }
        return new Outcome(histories, Map.copyOf(ways), List.copyOf(missed));
    }

    private static void trial(World world, Tampering way, String lead, String other, Random dice, Map<String, Figures> ways,
                              List<String> missed) {
        var chains = new Chains(world.store, world.files);
        var hand = new Tamperer(world.store);
        var events = hand.events(lead);
        var record = hand.record(lead);
        var first = way.tamper(hand, lead, other, dice);
        var after = chains.verify(lead);
        hand.rewrite(lead, events);
        hand.put(Table.LEADS, record);
        var hit = after instanceof ChainVerdict.Broken broken
                && way.shownAs().contains(broken.kind()) && first(broken, first, events.size());
        count(name(way.group(), way), hit, ways, missed, "at event " + first + " of " + events.size() + ": " + after);
    }

    private static void trial(World world, Rewriting way, String lead, Random dice, Map<String, Figures> ways, List<String> missed) {
        var hand = new Tamperer(world.store);
        var events = hand.events(lead);
        var record = hand.record(lead);
        var before = audit(world);
        var first = way.rewrite(hand, lead, dice);
        var itself = new Chains(world.store, world.files).verify(way.shownAt(lead));
        var after = audit(world);
        way.undo(hand);
        hand.rewrite(lead, events);
        hand.put(Table.LEADS, record);
        var hit = before.isEmpty() && after.size() == 1 && after.get(way.shownAt(lead)) instanceof ChainVerdict.Broken broken
                && way.shownAs().contains(broken.kind()) && (broken.kind() == ChainVerdict.Kind.UNANCHORED || broken.seq() <= first);
        count(name(way.group(), way) + " and mended", hit, ways, missed, "at event " + first + " of " + events.size() + ": " + before
                + " became " + after + ", by itself " + itself);
    }

    /** What the audit finds broken, by lead. */
    private static Map<String, ChainVerdict> audit(World world) {
        var audit = new Audit(world.store, world.files);
        audit.anchors();
        var broken = new TreeMap<String, ChainVerdict>();
        audit.brokenAnchors().forEach(anchor -> broken.put("anchor " + anchor.seq(), anchor));
        audit.leads((lead, verdict) -> {
            if (!(verdict instanceof ChainVerdict.Verified)) {
                broken.put(lead, verdict);
            }
        });
        return broken;
    }

    private static void count(String name, boolean hit, Map<String, Figures> ways, List<String> missed, String what) {
        ways.merge(name, new Figures(1, hit ? 1 : 0), (had, _) -> had.plus(hit));
        if (!hit) {
            missed.add(name + " " + what);
        }
    }

    /** The event itself; where all later hashes were made to fit, only the lead's record tells, which names the last. */
    private static boolean first(ChainVerdict.Broken broken, long first, int events) {
        return switch (broken.kind()) {
            case HEAD -> broken.seq() >= first && broken.seq() <= events + 1;
            case TRUNCATED -> broken.seq() >= first;
            case EDITED, MISSING, REORDERED, INSERTED, RECORD, REWRITTEN, UNANCHORED, ANCHOR -> broken.seq() == first;
        };
    }

    private static String name(String group, Enum<?> way) {
        return group + ": " + way.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
