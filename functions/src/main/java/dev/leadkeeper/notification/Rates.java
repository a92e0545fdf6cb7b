package dev.leadkeeper.notification;

import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How much a channel may be asked, counted in one place for all instances: windows of a second and of a minute that fill up.
 * A window is not a sliding one, so across its edge up to twice as many may pass; the channel's own throttling is a
 * {@code retry} and no harm.
 */
public final class Rates {
    private static final String KIND = "rate";

    /** What the vendors allow each robot, where the settings {@code perSecond} and {@code perMinute} say nothing else. */
    private static final Map<String, Limits> VENDORS = Map.of(
            "wecom-robot", new Limits(0, 20),
            "dingtalk-robot", new Limits(0, 20),
            "feishu-robot", new Limits(5, 100));
    private static final Limits NONE = new Limits(0, 0);

    private final Store store;
    private final Clock clock;

    public Rates(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** 0 for no limit. */
    private record Limits(long perSecond, long perMinute) {}

    /** Takes a place; how long to wait for the next window if there is none, zero if there is. */
    Duration take(String channel, Map<String, Object> settings) {
        var vendors = settings.get("type") instanceof String type ? VENDORS.getOrDefault(type, NONE) : NONE;
        var wait = take(channel, number(settings, "perSecond", vendors.perSecond()), Duration.ofSeconds(1));
        return wait.isZero() ? take(channel, number(settings, "perMinute", vendors.perMinute()), Duration.ofMinutes(1)) : wait;
    }

    private static long number(Map<String, Object> settings, String name, long otherwise) {
        return settings.get(name) instanceof Long number ? number : otherwise;
    }

    private Duration take(String channel, long limit, Duration window) {
        if (limit <= 0) {
            return Duration.ZERO;
        }
        var now = clock.now();
        var number = now.toEpochMilli() / window.toMillis();
        var end = Instant.ofEpochMilli((number + 1) * window.toMillis());
        var key = Key.of(Table.SIGNALS, KIND, channel + "#" + window.toSeconds() + "s#" + number);
        var added = store.write(new Write.Update(key,
                List.of(Change.add("taken", 1), Change.set(Table.EXPIRES, end.plus(Duration.ofHours(1)).getEpochSecond())),
                Condition.any(Condition.missing("taken"), Condition.below("taken", limit))));
        return added instanceof Store.WriteResult.Written ? Duration.ZERO : Duration.between(now, end);
    }
}
