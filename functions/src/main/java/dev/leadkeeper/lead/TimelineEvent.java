package dev.leadkeeper.lead;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.TreeMap;
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
        var all = new TreeMap<String, Object>();
        all.put("lead", lead);
        all.put("seq", seq);
        all.put("type", type);
        all.put("at", at.toString());
        all.put("by", by);
        all.put("data", data);
        all.put("prev", prev);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(CanonicalJson.write(all).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
