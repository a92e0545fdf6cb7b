package dev.leadkeeper.infra.proof;

import dev.leadkeeper.codec.EventCodec;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.TimelineEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** A lead's history as it is stored, and the head that the lead holds of it. */
final class StoredHistory {
    private static final String LEAD = "k3v7q2m5x4n6p7r2s3t4u5w6y7";
    private static final List<String> TYPES = List.of("scored", "assigned", "notified", "pooled", "waiting", "revised", "needs-attention");
    private static final List<String> PEOPLE = List.of("system", "rep-1", "rep-2", "manager");
    private static final int MOST_EVENTS = 12;
    private static final Instant BEGIN = Instant.parse("2026-03-02T02:00:00Z");

    /** As items of the table, in the order in which a query finds them. */
    private final List<Map<String, Object>> items;
    private final long version;
    private final String head;

    private StoredHistory(List<TimelineEvent> events) {
        this.items = new ArrayList<>(events.stream().map(event -> new HashMap<>(EventCodec.toDoc(event))).toList());
        this.version = events.size();
        this.head = events.getLast().hash();
    }

    /** Two to twelve events with data of any kind and size. */
    static StoredHistory random(SplittableRandom random) {
        var events = new ArrayList<TimelineEvent>();
        var at = BEGIN.plusSeconds(random.nextInt(10_000_000));
        for (int seq = 1, all = 2 + random.nextInt(MOST_EVENTS - 1); seq <= all; seq++) {
            at = at.plusMillis(random.nextInt(100_000_000));
            events.add(TimelineEvent.of(LEAD, seq, TYPES.get(random.nextInt(TYPES.size())), at, PEOPLE.get(random.nextInt(PEOPLE.size())),
                    data(random), seq == 1 ? "" : events.getLast().hash()));
        }
        return new StoredHistory(events);
    }

    private static Map<String, Object> data(SplittableRandom random) {
        var data = new HashMap<String, Object>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            data.put("field" + i, switch (random.nextInt(5)) {
                case 0 -> random.nextLong();
                case 1 -> random.nextBoolean();
                case 2 -> List.of("a", random.nextLong(), Map.of("code", "full"));
                case 3 -> "rule-" + random.nextInt(1_000) + "上海".repeat(random.nextInt(200));
                default -> Map.of("points", (long) random.nextInt(100), "because", "core");
            });
        }
        return data;
    }

    List<Map<String, Object>> items() {
        return items;
    }

    /** The event in this place. */
    TimelineEvent event(int place) {
        return EventCodec.fromDoc(items.get(place), Json::readOwn);
    }

    /** Puts an event in this place, as it would be stored. */
    void set(int place, TimelineEvent event) {
        items.set(place, new HashMap<>(EventCodec.toDoc(event)));
    }

    /** Begins anew with hashes from this place on, as somebody would who knows how they are made. */
    void rechain(int from) {
        for (int i = from; i < items.size(); i++) {
            var event = event(i);
            set(i, TimelineEvent.of(event.lead(), i + 1, event.type(), event.at(), event.by(), event.data(), i == 0 ? "" : event(i - 1).hash()));
        }
    }

    /** What is wrong with it, if anything. */
    Optional<String> broken() {
        var prev = "";
        for (int i = 0; i < items.size(); i++) {
            var event = event(i);
            if (event.seq() != i + 1 || !event.lead().equals(LEAD) || !event.prev().equals(prev) || !event.verifies()) {
                return Optional.of("event " + (i + 1));
            }
            prev = event.hash();
        }
        return items.size() == version && prev.equals(head) ? Optional.empty() : Optional.of("head");
    }
}
