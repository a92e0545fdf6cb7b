package dev.leadkeeper.codec;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Timer;
import dev.leadkeeper.lead.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@link Watch} as two attributes of a lead's item, {@code timers} and {@code watch}, and the lead's place in the index of what is
 * due. Moments are epoch milliseconds: an ISO text takes three times the bytes, and a lead must stay within one write unit.
 */
public final class WatchCodec {
    /** Partitions of a lane, so that none of them takes more writes than DynamoDB lets one partition take. */
    public static final int SHARDS = 4;

    private WatchCodec() {}

    /** The partitions of the index in which leads stand whose next timer is of this lane. */
    public static List<String> lanes(Timer.Lane lane) {
        var lanes = new ArrayList<String>();
        for (int shard = 0; shard < SHARDS; shard++) {
            lanes.add(lane.word() + "#" + shard);
        }
        return lanes;
    }

    /** A moment in the order of the index. */
    public static String dueAt(Instant at) {
        var millis = Long.toString(at.toEpochMilli());
        return "0".repeat(15 - millis.length()) + millis;
    }

    /** The moment of an entry of the index. */
    public static Instant dueAt(String stored) {
        return Instant.ofEpochMilli(Long.parseLong(stored));
    }

    static Map<String, Object> timers(Watch watch) {
        var timers = new TreeMap<String, Object>();
        watch.timers().forEach((timer, at) -> timers.put(timer.word(), at.toEpochMilli()));
        return timers.isEmpty() ? null : timers;
    }

    static Map<String, Object> watch(Watch watch) {
        var past = new TreeMap<String, Object>();
        watch.past().forEach((staff, at) -> past.put(staff, at.toEpochMilli()));
        var doc = Doc.build()
                .put("team", watch.team().isEmpty() ? null : watch.team())
                .putAll("settled", watch.settled().stream().map(Timer::word).toList())
                .put("acted", millis(watch.actedAt()))
                .put("kept", millis(watch.keptUntil()))
                .put("staged", millis(watch.stageAt()))
                .put("frozen", millis(watch.frozenAt()))
                .put("dormant", millis(watch.dormantAt()))
                .put("round", watch.round() == 0 ? null : watch.round())
                .put("past", past.isEmpty() ? null : past)
                .put("earlier", millis(watch.earlier()))
                .done();
        return doc.isEmpty() ? null : doc;
    }

    static String lane(Lead lead) {
        return lead.watch().listed().map(due -> due.timer().lane().word() + "#" + Math.floorMod(lead.id().hashCode(), SHARDS)).orElse(null);
    }

    static String dueAt(Lead lead) {
        return lead.watch().listed().map(due -> dueAt(due.at())).orElse(null);
    }

    static Watch read(Doc lead) {
        var timers = lead.doc("timers");
        var watch = lead.doc("watch");
        if (timers == null && watch == null) {
            return Watch.NONE;
        }
        var rest = watch == null ? Doc.of(Map.of()) : watch;
        return new Watch(rest.text("team") == null ? "" : rest.text("team"), moments(lead.map("timers"), Timer::of),
                rest.texts("settled").stream().map(Timer::of).collect(Collectors.toSet()), moment(rest, "acted"), moment(rest, "kept"),
                moment(rest, "staged"), moment(rest, "frozen"), moment(rest, "dormant"), (int) rest.number("round", 0),
                moments(rest.map("past"), Function.identity()), moment(rest, "earlier"));
    }

    private static <K> Map<K, Instant> moments(Map<String, Object> stored, Function<String, K> key) {
        var doc = Doc.of(stored);
        return stored.keySet().stream().collect(Collectors.toMap(key, each -> moment(doc, each)));
    }

    private static Long millis(Instant at) {
        return at == null ? null : at.toEpochMilli();
    }

    private static Instant moment(Doc doc, String field) {
        var millis = doc.number(field);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
