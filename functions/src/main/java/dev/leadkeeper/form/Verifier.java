package dev.leadkeeper.form;

import dev.leadkeeper.form.Verdict.Authentic;
import dev.leadkeeper.form.Verdict.Reason;
import dev.leadkeeper.form.Verdict.Refused;
import dev.leadkeeper.form.Verdict.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Decides whether a post is authentic: over raw bytes, in constant time, for each live secret. */
public final class Verifier {
    /** How far the time of signing may be off. Standard Webhooks and every vendor with a timestamp recommend five minutes. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private Verifier() {}

    /**
     * @param secrets the form's live secrets; one that matches is enough
     * @return authentic if one of the form's schemes holds; otherwise the most telling reason of all
     */
    public static Verdict verify(FormDefinition form, FormRequest request, List<String> secrets, Instant now) {
        if (secrets.isEmpty()) {
            return new Refused(Reason.NO_SECRET);
        }
        var refusals = new ArrayList<Verdict>();
        for (var scheme : form.verification()) {
            var verdict = switch (scheme) {
                case Verification.Hmac hmac -> HmacCheck.check(hmac, request, secrets, now);
                case Verification.Digest digest -> BodyCheck.digest(digest, form, request, secrets);
                case Verification.SharedSecret shared -> BodyCheck.shared(shared, form, request, secrets);
            };
            if (verdict instanceof Authentic) {
                return verdict;
            }
            refusals.add(verdict);
        }
        return mostTelling(refusals);
    }

    private static Verdict mostTelling(List<Verdict> refusals) {
        for (var reason : Reason.values()) {
            if (reason == Reason.MISSING && refusals.contains(new Unreadable())) {
                return new Unreadable();
            }
            if (refusals.contains(new Refused(reason))) {
                return new Refused(reason);
            }
        }
        return new Unreadable();
    }
}
