package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.DecisionCodec;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.CanonicalJson;
import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.port.Files;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/**
 * Decision records (AS7). They stand in the event that they led to; one over {@value #OVERFLOW} bytes lies in a file
 * whose hash the event holds, because an item holds 400 KB at the most and is charged by the kilobyte.
 */
public final class Decisions {
    static final int OVERFLOW = 100 * 1024;

    private final Files files;

    public Decisions(Files files) {
        this.files = files;
    }

    /** The event's data for a decision; writes the file first where one is needed. */
    Map<String, Object> data(Lead lead, Decision decision) {
        var doc = DecisionCodec.toDoc(decision);
        var bytes = CanonicalJson.write(doc).getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= OVERFLOW) {
            return Map.of("decision", doc);
        }
        var hash = HexFormat.of().formatHex(dev.leadkeeper.lead.LeadId.sha256(bytes));
        var name = "decisions/" + lead.id() + "/" + hash + ".json";
        files.put(name, bytes, "application/json");
        return Map.of("decision", DecisionCodec.toDoc(DecisionCodec.summary(decision)), "file", name, "fileHash", hash);
    }

    /** The whole decision of an event's data, fetched from its file where it has one. */
    public Map<String, Object> of(Map<String, Object> data) {
        if (data.get("file") instanceof String name) {
            var bytes = files.get(name).orElseThrow(() -> new IllegalStateException("the record " + name + " is gone"));
            return Json.readOwn(new String(bytes, StandardCharsets.UTF_8));
        }
        return dev.leadkeeper.codec.Doc.of(data).map("decision");
    }
}
