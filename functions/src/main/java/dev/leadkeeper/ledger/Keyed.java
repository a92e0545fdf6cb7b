package dev.leadkeeper.ledger;

import dev.leadkeeper.port.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes of what people said, under a secret: without it nobody can try out values against what is stored, also after the
 * person was erased from the details.
 */
final class Keyed {
    private final Secrets secrets;

    Keyed(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * The first bytes of an HMAC-SHA256, in hexadecimal.
     *
     * @throws IllegalStateException if the secret is missing
     */
    String hash(String text, int bytes) {
        var secret = secrets.live(Customers.SECRET);
        if (secret.isEmpty()) {
            throw new IllegalStateException("the secret " + Customers.SECRET + " is missing: seed the stack first");
        }
        try {
            var mac = Mac.getInstance("HmacSHA256");
            // The oldest live secret: hashes must stay what they are, so this one is rotated by re-keying only.
            mac.init(new SecretKeySpec(secret.getLast().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has HMAC-SHA256", e);
        }
    }
}
