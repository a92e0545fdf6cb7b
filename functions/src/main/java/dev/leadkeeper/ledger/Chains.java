package dev.leadkeeper.ledger;

import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.LeadId;
import dev.leadkeeper.ledger.ChainVerdict.Broken;
import dev.leadkeeper.ledger.ChainVerdict.Kind;
import dev.leadkeeper.port.Files;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recomputes histories from what is stored, bit for bit, and names the first broken link. What it cannot know alone is
 * whether somebody wrote a whole history, or its end, anew with all hashes right: that takes {@link Anchors}.
 */
public final class Chains {
    private final Store store;
    private final Files files;

    public Chains(Store store, Files files) {
        this.store = store;
        this.files = files;
    }

    /** The verdict on one lead, decision records in files included. */
    public ChainVerdict verify(String lead) {
        return verify(read(lead));
    }

    /** The verdict on a chain that was read. */
    public ChainVerdict verify(Chain chain) {
        var verdict = chain.verdict();
        return switch (verdict) {
            case ChainVerdict.Verified _ -> records(chain).<ChainVerdict>map(broken -> broken).orElse(verdict);
            case Broken _, ChainVerdict.Unknown _ -> verdict;
        };
    }

    /**
     * The lead's record and history. The record is read first: events that come in between are then ahead of it, which is
     * told from a head that a crash left behind by reading the record again.
     */
    public Chain read(String lead) {
        var record = record(lead);
        var events = events(lead);
        var chain = new Chain(lead, record, events);
        if (record.isPresent() && chain.ver() >= events.size()) {
            return chain;
        }
        var again = new Chain(lead, record(lead), events);
        return again.ver() > events.size() ? chain : again;
    }

    private Optional<Map<String, Object>> record(String lead) {
        return store.get(Key.of(Table.LEADS, lead));
    }

    private List<Map<String, Object>> events(String lead) {
        var events = new ArrayList<Map<String, Object>>();
        String after = null;
        do {
            var page = store.query(new Store.Query(Table.TIMELINE, lead, null, false, 1000, after));
            events.addAll(page.items());
            after = page.next();
        } while (after != null);
        return events;
    }

    /** The first event whose decision record is not what it was. */
    private Optional<Broken> records(Chain chain) {
        return chain.links().stream().filter(link -> link.data().contains("\"fileHash\":") && !kept(Json.readOwn(link.data())))
                .findFirst().map(link -> Broken.at(link.seq(), Kind.RECORD));
    }

    private boolean kept(Map<String, Object> data) {
        return !(data.get("file") instanceof String name) || files.get(name)
                .filter(bytes -> HexFormat.of().formatHex(LeadId.sha256(bytes)).equals(data.get("fileHash"))).isPresent();
    }
}
