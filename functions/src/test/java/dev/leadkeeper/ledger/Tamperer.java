package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.EventCodec;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Somebody who may do anything to the tables, and knows how hashes are made. */
final class Tamperer {
    private final Store store;

    Tamperer(Store store) {
        this.store = store;
    }

    List<Map<String, Object>> events(String lead) {
        return new ArrayList<>(store.query(new Store.Query(Table.TIMELINE, lead, null, false, 1000, null)).items());
    }

    Map<String, Object> record(String lead) {
        return store.get(Key.of(Table.LEADS, lead)).orElseThrow();
    }

    /** An item with one attribute set. */
    static Map<String, Object> with(Map<String, Object> item, String attribute, Object value) {
        var changed = new HashMap<>(item);
        changed.put(attribute, value);
        return changed;
    }

    /** An item whose hash was made to fit. */
    static Map<String, Object> rehashed(Map<String, Object> item) {
        return with(item, "hash", TimelineEvent.hash((String) item.get("lead"), (Long) item.get("seq"), (String) item.get("type"),
                (String) item.get("at"), (String) item.get("by"), EventCodec.data(item), (String) item.get("prev")));
    }

    /** Replaces the whole history of a lead. */
    void rewrite(String lead, List<Map<String, Object>> events) {
        events(lead).forEach(item -> delete(Key.of(Table.TIMELINE, item)));
        events.forEach(item -> put(Table.TIMELINE, item));
    }

    /** Events numbered and linked anew from a place on, with every hash right; places are counted from 1. */
    static List<Map<String, Object>> relinked(List<Map<String, Object>> events, int from) {
        var all = new ArrayList<>(events.subList(0, from - 1));
        for (int place = from; place <= events.size(); place++) {
            var prev = place == 1 ? "" : (String) all.getLast().get("hash");
            all.add(rehashed(with(with(events.get(place - 1), "seq", (long) place), "prev", prev)));
        }
        return all;
    }

    /** Numbered through, and nothing else. */
    static List<Map<String, Object>> numbered(List<Map<String, Object>> events) {
        var all = new ArrayList<Map<String, Object>>();
        for (var event : events) {
            all.add(with(event, "seq", all.size() + 1L));
        }
        return all;
    }

    void edit(Map<String, Object> event, UnaryOperator<Map<String, Object>> how) {
        put(Table.TIMELINE, how.apply(event));
    }

    /** Makes the lead's record name the last event of its history. */
    void mendHead(String lead) {
        var events = events(lead);
        put(Table.LEADS, events.isEmpty() ? with(with(record(lead), "ver", 0L), "head", "")
                : with(with(record(lead), "ver", (long) events.size()), "head", events.getLast().get("hash")));
    }

    void put(Table table, Map<String, Object> item) {
        store.write(new Write.Put(Key.of(table, item), item, Condition.NONE));
    }

    void delete(Key key) {
        store.write(new Write.Delete(key, Condition.NONE));
    }
}
