package dev.leadkeeper.notification;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.settings.Documents;
import dev.leadkeeper.settings.NoticeRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The organisation's configured channels, by name, and who learns of what reached nobody. */
public final class ChannelBook {
    /** Where the book is stored. */
    static final Key KEY = Key.of(Table.SETTINGS, "organisation", "channels");

    private final Documents documents;

    public ChannelBook(Documents documents) {
        this.documents = documents;
    }

    /** @param undeliveredTo staff ids, empty for the recipient's supervisors */
    record Book(Map<String, Map<String, Object>> channels, List<String> undeliveredTo, NoticeRules rules) {
        Optional<Map<String, Object>> find(String name) {
            return Optional.ofNullable(channels.get(name));
        }
    }

    /** The book as of a moment ago; empty if there is none. */
    Book read() {
        var doc = documents.glance("organisation", "channels").map(Documents.Document::doc).orElse(Map.of());
        var channels = new HashMap<String, Map<String, Object>>();
        if (doc.get("channels") instanceof Map<?, ?> named) {
            named.forEach((name, settings) -> channels.put(name.toString(), settings(settings)));
        }
        var to = doc.get("undeliveredTo") instanceof List<?> list ? list.stream().map(Object::toString).toList() : List.<String>of();
        return new Book(channels, to, NoticeRules.of(Doc.of(doc)));
    }

    @SuppressWarnings("unchecked") // JSON objects have text keys
    private static Map<String, Object> settings(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
