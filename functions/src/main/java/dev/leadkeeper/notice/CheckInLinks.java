package dev.leadkeeper.notice;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.port.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The link by which an owner checks in from a notice, without logging in. It is signed over the lead, its owner and the moment
 * of the assignment, none of which it shows but the lead: once the lead has another owner, was contacted or {@link #VALID} is
 * over, it opens nothing. It is made when a notice is delivered and lies in no queue and no table.
 */
public final class CheckInLinks {
    /** Name of the secret that signs links; without one there are none. */
    public static final String SECRET = "links/check-in";
    /** From the assignment on: as long as a lead may lie before it is given to somebody else (48 hours). */
    public static final Duration VALID = Duration.ofHours(48);
    /** 128 bits of the signature are enough where each guess costs a request. */
    private static final int SIGNATURE_BYTES = 16;

    private final Secrets secrets;

    public CheckInLinks(Secrets secrets) {
        this.secrets = secrets;
    }

    /** What stands behind {@code /check-in/}; empty without a secret. */
    public Optional<String> token(String lead, String owner, Instant assignedAt) {
        return secrets.live(SECRET).stream().findFirst().map(secret -> lead + "." + signature(secret, lead, owner, assignedAt));
    }

    /** The lead that a token names; empty if it cannot be one. Says nothing about whether it opens. */
    public static Optional<String> lead(String token) {
        return token.matches("[a-z2-7]{26}\\.[A-Za-z0-9_-]{22}") ? Optional.of(token.substring(0, 26)) : Optional.empty();
    }

    /** Whether the token is for this lead with its present owner, and still valid. */
    public boolean opens(String token, Lead lead, Instant now) {
        return lead.state() == LeadState.ASSIGNED && lead.outcome() == null && now.isBefore(lead.assignedAt().plus(VALID))
                && secrets.live(SECRET).stream().anyMatch(secret -> MessageDigest.isEqual(token.getBytes(StandardCharsets.US_ASCII),
                (lead.id() + "." + signature(secret, lead.id(), lead.owner(), lead.assignedAt())).getBytes(StandardCharsets.US_ASCII)));
    }

    private static String signature(String secret, String lead, String owner, Instant assignedAt) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var all = mac.doFinal(("check-in\n" + lead + "\n" + owner + "\n" + assignedAt.toEpochMilli()).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(all, SIGNATURE_BYTES));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has HmacSHA256", e);
        }
    }
}
