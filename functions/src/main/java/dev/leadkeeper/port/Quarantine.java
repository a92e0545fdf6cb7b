package dev.leadkeeper.port;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Where files of strangers lie until they are checked. People put them there themselves, with a form that allows one
 * object of one name, type and length and nothing else; only the checker reads them.
 */
public interface Quarantine {
    /**
     * Permission to upload one object, once or several times, until it expires. The form is a credential: it is answered to
     * whoever asked and kept nowhere.
     *
     * @param key         the object's name
     * @param contentType exactly this type must be said with it; it proves nothing
     * @param bytes       exactly this many, from 1
     * @param validFor    for how long, some minutes at most; counted by the storage's own clock, which judges it
     */
    Form allow(String key, String contentType, long bytes, Duration validFor);

    /**
     * What lies under a name now.
     *
     * @param version the version to look at, or {@code null} for the newest
     */
    Optional<Seen> look(String key, String version);

    /**
     * The very bytes that were seen, as a stream that its taker closes; empty if they are gone or replaced. A stream that
     * ends early throws {@link java.io.IOException}.
     */
    Optional<InputStream> open(Seen seen);

    /** Removes what was seen. It may be gone already; without versions, what has replaced it goes too. */
    void delete(Seen seen);

    /**
     * Where and what to send as {@code multipart/form-data}, the fields first and in any order, then the content as a part
     * named {@code file}.
     */
    record Form(URI url, Map<String, String> fields) {
        public Form {
            fields = Map.copyOf(fields);
        }

        @Override
        public String toString() {
            return "a form of " + fields.keySet();
        }
    }

    /**
     * An object as it was at one moment.
     *
     * @param version the storage's name for this very content, or {@code null} where it keeps no versions
     * @param etag    changes whenever the content does, as far as chance is concerned; no proof against somebody who forges
     * @param bytes   length
     * @param at      when it was stored, by the storage's own clock, whole seconds
     */
    record Seen(String key, String version, String etag, long bytes, Instant at) {}
}
