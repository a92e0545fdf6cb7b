package dev.leadkeeper.lead;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Makes a lead's id from what the sender calls it, so that the same delivery is the same lead without a look-up. */
public final class LeadId {
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    private LeadId() {}

    /**
     * @param form the form's id
     * @param key  the delivery key: the vendor's id of this submission, or a hash of its content
     * @return 26 characters of base 32 (130 bits of a SHA-256 over both)
     */
    public static String of(String form, String key) {
        return base32(sha256(form + "\0" + key));
    }

    /** SHA-256 of the text's UTF-8 bytes. */
    public static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of the bytes. */
    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** The first 130 bits as 26 lower-case characters. */
    public static String base32(byte[] bytes) {
        var out = new StringBuilder(26);
        long buffer = 0;
        int bits = 0;
        for (int i = 0; out.length() < 26; ) {
            if (bits < 5) {
                buffer = (buffer << 8) | (bytes[i++] & 0xff);
                bits += 8;
            }
            out.append(BASE32.charAt((int) (buffer >> (bits - 5)) & 31));
            bits -= 5;
        }
        return out.toString();
    }
}
