package dev.leadkeeper.settings;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Store;
import java.time.Instant;

/** The assignment breaker (分配熔断开关): while it is open no lead is assigned automatically; they wait in order. */
public final class Breaker {
    private static final String KIND = "switch";
    private static final String ID = "breaker";

    private final Documents documents;
    private final Clock clock;

    public Breaker(Store store, Clock clock) {
        this.documents = new Documents(store);
        this.clock = clock;
    }

    /**
     * @param open   whether automatic assignment is stopped
     * @param reason why, in the words of who switched it; {@code null} if it was never switched
     * @param by     staff id, {@code null} as well
     * @param at     since when, {@code null} as well
     */
    public record Position(boolean open, String reason, String by, Instant at) {}

    /** The position as it is now, read consistently. */
    public Position read() {
        return documents.find(KIND, ID).map(document -> {
            var doc = Doc.of(document.doc());
            return new Position(doc.flag("open"), doc.text("reason"), doc.text("by"), doc.instant("at"));
        }).orElse(new Position(false, null, null, null));
    }

    /** Switches it; the last one wins. Whoever closes it has the waiting list worked through afterwards. */
    public Position set(boolean open, String reason, String by) {
        while (true) {
            var seen = documents.find(KIND, ID).map(Documents.Document::version).orElse(0L);
            var position = new Position(open, reason, by, clock.now());
            var doc = Doc.build().put("open", open).put("reason", reason).put("by", by).put("at", position.at()).done();
            if (documents.save(KIND, ID, seen, doc).isPresent()) {
                return position;
            }
        }
    }
}
