package dev.leadkeeper.settings;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Versioned documents under {@code kind} and {@code id}. */
public final class Documents {
    private final Store store;
    private final Map<String, Text> read = new ConcurrentHashMap<>();

    /** Parsed once: each message looks at the same few documents, which hardly ever change. */
    private record Text(String json, Map<String, Object> doc) {}

    public Documents(Store store) {
        this.store = store;
    }

    /**
     * @param version 1 for the first, one more with every change
     * @param doc     the document
     */
    public record Document(long version, Map<String, Object> doc) {}

    /** The document as it is now. */
    public Optional<Document> find(String kind, String id) {
        return store.get(Key.of(Table.SETTINGS, kind, id)).map(item -> document(kind, id, item));
    }

    /** The document as of a moment ago: for what an edit may overtake anyway. */
    public Optional<Document> glance(String kind, String id) {
        return store.glance(Key.of(Table.SETTINGS, kind, id)).map(item -> document(kind, id, item)).or(() -> find(kind, id));
    }

    private Document document(String kind, String id, Map<String, Object> item) {
        var doc = Doc.of(item);
        var json = doc.required("doc");
        var text = read.compute(kind + "/" + id, (name, last) ->
                last != null && last.json().equals(json) ? last : new Text(json, Json.readKnown(json)));
        return new Document(doc.number("version", 0), text.doc());
    }

    /**
     * Stores a document if the stored one still has this version.
     *
     * @param seen the version that the change was made on, 0 for a new document
     * @return the new version; empty if somebody else changed the document in between
     */
    public Optional<Long> save(String kind, String id, long seen, Map<String, Object> doc) {
        var item = Doc.build().put("kind", kind).put("id", id).put("version", seen + 1).put("doc", Json.write(doc)).done();
        var unchanged = seen == 0 ? Condition.missing("kind") : Condition.equal("version", seen);
        return switch (store.write(new Write.Put(Key.of(Table.SETTINGS, kind, id), item, unchanged))) {
            case Store.WriteResult.Written written -> Optional.of(seen + 1);
            case Store.WriteResult.Refused refused -> Optional.empty();
        };
    }
}
