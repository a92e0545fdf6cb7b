package dev.leadkeeper.form;

import dev.leadkeeper.form.Verdict.Authentic;
import dev.leadkeeper.form.Verdict.Reason;
import dev.leadkeeper.form.Verdict.Refused;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks a keyed hash in a header. */
final class HmacCheck {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,15}");
    /** A signature of another version in Standard Webhooks, such as {@code v1a,…}. */
    private static final Pattern OTHER_VERSION = Pattern.compile("v[0-9]+[a-z]?,[^,]*");

    private HmacCheck() {}

    static Verdict check(Verification.Hmac scheme, FormRequest request, List<String> secrets, Instant now) {
        var header = request.header(scheme.header());
        if (header.isEmpty()) {
            return new Refused(Reason.MISSING);
        }
        var parts = scheme.separator().isEmpty() ? List.of(header.get()) : List.of(header.get().split(scheme.separator()));
        if (repeated(scheme, parts)) {
            return new Refused(Reason.REPEATED);
        }
        String timestamp = null;
        if (scheme.stamp() != null) {
            var stamp = stamp(scheme.stamp(), parts, request);
            if (stamp.isEmpty()) {
                return new Refused(Reason.MISSING);
            }
            timestamp = stamp.get();
            var reason = offTime(timestamp, scheme.stamp().millis(), now);
            if (reason.isPresent()) {
                return new Refused(reason.get());
            }
        }
        var message = scheme.message().fill(new Template.Values(request, timestamp, null, null));
        if (message.isEmpty()) {
            return new Refused(Reason.MISSING);
        }
        var given = parts.stream().map(String::strip).filter(part -> part.startsWith(scheme.prefix()))
                .map(part -> scheme.encoding().decode(part.substring(scheme.prefix().length())))
                .flatMap(Optional::stream).toList();
        return matches(scheme, message.get(), given, secrets);
    }

    private static Verdict matches(Verification.Hmac scheme, byte[] message, List<byte[]> given, List<String> secrets) {
        var authentic = false;
        var usable = false;
        for (var secret : secrets) {
            var bare = secret.startsWith(scheme.secretPrefix()) ? secret.substring(scheme.secretPrefix().length()) : secret;
            var key = scheme.secret().decode(bare).filter(bytes -> bytes.length > 0);
            if (key.isPresent()) {
                usable = true;
                var expected = Keys.hmac(scheme.algorithm(), key.get(), message);
                for (var each : given) {
                    authentic |= MessageDigest.isEqual(expected, each);
                }
            }
        }
        return authentic ? new Authentic() : new Refused(usable ? Reason.WRONG : Reason.NO_SECRET);
    }

    /** API Gateway joins repeated headers with commas; none of the parts and no timestamp may hold a comma of its own. */
    private static boolean repeated(Verification.Hmac scheme, List<String> parts) {
        if (scheme.stamp() != null && scheme.stamp().prefix() != null
                && parts.stream().filter(part -> part.strip().startsWith(scheme.stamp().prefix())).count() > 1) {
            return true;
        }
        return parts.stream().map(part -> part.startsWith(scheme.prefix()) ? part.substring(scheme.prefix().length()) : part)
                .anyMatch(part -> part.contains(",") && !OTHER_VERSION.matcher(part).matches());
    }

    private static Optional<String> stamp(Verification.Stamp stamp, List<String> parts, FormRequest request) {
        return stamp.header() != null ? request.header(stamp.header())
                : parts.stream().map(String::strip).filter(part -> part.startsWith(stamp.prefix()))
                        .map(part -> part.substring(stamp.prefix().length())).findFirst();
    }

    private static Optional<Reason> offTime(String timestamp, boolean millis, Instant now) {
        if (!DIGITS.matcher(timestamp).matches()) {
            return Optional.of(timestamp.contains(",") ? Reason.REPEATED : Reason.WRONG);
        }
        var number = Long.parseLong(timestamp);
        var signed = millis ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        if (signed.isBefore(now.minus(Verifier.TOLERANCE))) {
            return Optional.of(Reason.STALE);
        }
        return signed.isAfter(now.plus(Verifier.TOLERANCE)) ? Optional.of(Reason.EARLY) : Optional.empty();
    }
}
