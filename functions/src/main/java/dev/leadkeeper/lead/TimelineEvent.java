package dev.leadkeeper.lead;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/**
 * One event of a lead's history. Holds ids, codes, figures and hashes, never personal data, so that a person can be
 * erased and the chain stays whole.
 *
 * @param lead the lead's id
 * @param seq  1 for the first, then without gaps
 * @param type what happened, such as {@code assigned}
 * @param at   when
 * @param by   who: {@code system} or a staff id
 * @param data what belongs to it; values as in storage (text, whole numbers, booleans, lists, maps)
 * @param prev the hash of the event before, empty for the first
 * @param hash SHA-256 over all of the above in canonical JSON, in hexadecimal
 */
public record TimelineEvent(String lead, long seq, String type, Instant at, String by, Map<String, Object> data,
                            String prev, String hash) {

    /** The event that follows {@code seq} − 1 whose hash is {@code prev}. */
    public static TimelineEvent of(String lead, long seq, String type, Instant at, String by, Map<String, Object> data,
                                   String prev) {
        return new TimelineEvent(lead, seq, type, at, by, data, prev, hash(lead, seq, type, at, by, data, prev));
    }

    /** Whether the hash fits the content. */
    public boolean verifies() {
        return hash.equals(hash(lead, seq, type, at, by, data, prev));
    }

    private static String hash(String lead, long seq, String type, Instant at, String by, Map<String, Object> data,
                               String prev) {
        return hash(lead, seq, type, at.toString(), by, CanonicalJson.write(data), prev);
    }

    /**
     * The hash of an event from its parts as they are stored. Every byte of them counts, so that no other spelling of the
     * same content passes.
     *
     * @param at   as ISO 8601
     * @param data in canonical JSON
     */
    public static String hash(String lead, long seq, String type, String at, String by, String data, String prev) {
        // The names in the order of canonical JSON.
        var all = new StringBuilder(data.length() + 256);
        CanonicalJson.appendText(all.append("{\"at\":"), at);
        CanonicalJson.appendText(all.append(",\"by\":"), by);
        CanonicalJson.appendText(all.append(",\"data\":").append(data).append(",\"lead\":"), lead);
        CanonicalJson.appendText(all.append(",\"prev\":"), prev);
        CanonicalJson.appendText(all.append(",\"seq\":").append(seq).append(",\"type\":"), type);
        return HexFormat.of().formatHex(LeadId.sha256(all.append('}').toString()));
    }
}
