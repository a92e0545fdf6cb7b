package dev.leadkeeper.settings;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.rulebook.Rulebook;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The rulebooks, of which one is live. A version never changes once it is stored, so it is parsed once. */
public final class Rulebooks {
    /** Kind of a rulebook's document; its id is the version. */
    public static final String KIND = "rulebook";

    private final Documents documents;
    private final Map<String, Rulebook> parsed = new ConcurrentHashMap<>();

    public Rulebooks(Store store) {
        this.documents = new Documents(store);
    }

    /** The live rulebook; which one that is, is read anew each time. */
    public Rulebook live() {
        var version = liveVersion().orElseThrow(() -> new IllegalStateException("there is no live rulebook: seed the stack first"));
        var known = parsed.get(version);
        if (known == null) { // read outside of the map: whoever else asks meanwhile need not wait for a store
            known = Rulebook.parse(document(version).orElseThrow(() -> new IllegalStateException("the live rulebook " + version + " is not stored")));
            parsed.put(version, known);
        }
        return known;
    }

    /** The version that is live now. */
    public Optional<String> liveVersion() {
        return documents.find("live", KIND).map(document -> Doc.of(document.doc()).required("version"));
    }

    /** A version's document as people wrote it. */
    public Optional<Map<String, Object>> document(String version) {
        return documents.find(KIND, version).map(Documents.Document::doc);
    }
}
