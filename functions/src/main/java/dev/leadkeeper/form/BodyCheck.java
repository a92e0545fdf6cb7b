package dev.leadkeeper.form;

import dev.leadkeeper.form.Verdict.Authentic;
import dev.leadkeeper.form.Verdict.Reason;
import dev.leadkeeper.form.Verdict.Refused;
import dev.leadkeeper.form.Verdict.Unreadable;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Checks a proof that may stand in the body, which therefore has to be read first. */
final class BodyCheck {
    private BodyCheck() {}

    static Verdict digest(Verification.Digest scheme, FormDefinition form, FormRequest request, List<String> secrets) {
        return switch (Decoder.decode(form.body(), request.contentType(), request.body())) {
            case Decoded.Unreadable unreadable -> new Unreadable();
            case Decoded.Document(var document) -> {
                var given = Texts.of(scheme.signature().find(document));
                if (given == null) {
                    yield new Refused(Reason.MISSING);
                }
                var bytes = Encoding.HEX.decode(given);
                var authentic = false;
                for (var secret : secrets) {
                    var message = scheme.message().fill(new Template.Values(request, null, secret, document));
                    authentic |= message.isPresent() && bytes.isPresent()
                            && MessageDigest.isEqual(Keys.digest(scheme.algorithm(), message.get()), bytes.get());
                }
                yield authentic ? new Authentic() : new Refused(Reason.WRONG);
            }
        };
    }

    static Verdict shared(Verification.SharedSecret scheme, FormDefinition form, FormRequest request, List<String> secrets) {
        var given = new ArrayList<String>();
        request.firstParameter(scheme.query()).ifPresent(given::add);
        scheme.headers().forEach(name -> request.header(name)
                .map(value -> value.regionMatches(true, 0, "Bearer ", 0, 7) ? value.substring(7).strip() : value)
                .ifPresent(given::add));
        if (Keys.any(given, secrets)) {
            return new Authentic();
        }
        if (!given.isEmpty() || scheme.body().isEmpty()) {
            return new Refused(given.isEmpty() ? Reason.MISSING : Reason.WRONG);
        }
        return switch (Decoder.decode(form.body(), request.contentType(), request.body())) {
            case Decoded.Unreadable unreadable -> new Unreadable();
            case Decoded.Document(var document) -> {
                scheme.body().stream().map(path -> Texts.of(path.find(document))).filter(Objects::nonNull).forEach(given::add);
                yield Keys.any(given, secrets) ? new Authentic()
                        : new Refused(given.isEmpty() ? Reason.MISSING : Reason.WRONG);
            }
        };
    }
}
