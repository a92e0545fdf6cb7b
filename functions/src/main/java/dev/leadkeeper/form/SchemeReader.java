package dev.leadkeeper.form;

import dev.leadkeeper.form.Verification.Digest;
import dev.leadkeeper.form.Verification.Hmac;
import dev.leadkeeper.form.Verification.SharedSecret;
import dev.leadkeeper.form.Verification.Stamp;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the {@code verification} and the {@code handshake} of a form's document. */
final class SchemeReader {
    private static final Map<String, String> KEYED = Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha512", "HmacSHA512");
    private static final Map<String, String> PLAIN = Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256");

    private SchemeReader() {}

    static Verification verification(Section scheme) {
        var word = scheme.required("scheme");
        var made = switch (word) {
            case "standard-webhooks" -> standardWebhooks();
            case "hmac" -> hmac(scheme);
            case "digest" -> new Digest(algorithm(scheme, PLAIN), template(scheme, "message", ""), scheme.path("signature", null));
            case "secret" -> secret(scheme);
            default -> {
                scheme.problem("scheme", "must be standard-webhooks, hmac, digest or secret");
                yield secret(scheme);
            }
        };
        scheme.done();
        return made;
    }

    /** https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
    private static Verification standardWebhooks() {
        return new Hmac("HmacSHA256", Encoding.BASE64, "webhook-signature", " ", "v1,",
                Template.of("{header:webhook-id}.{timestamp}.{body}"), new Stamp("webhook-timestamp", null, false),
                Encoding.BASE64, "whsec_");
    }

    private static Verification hmac(Section scheme) {
        var message = template(scheme, "message", "{body}");
        var stamp = stamp(scheme.section("timestamp"));
        if (message.usesTimestamp() && stamp == null) {
            scheme.problem("timestamp", "is missing, the message needs it");
        }
        return new Hmac(algorithm(scheme, KEYED), scheme.word("encoding", Encoding.class, Encoding.HEX), lower(scheme.required("header")),
                scheme.text("separator", ""), scheme.text("prefix", ""), message, stamp,
                scheme.word("secret", Encoding.class, Encoding.TEXT), scheme.text("secretPrefix", ""));
    }

    private static Stamp stamp(Section stamp) {
        if (stamp == null) {
            return null;
        }
        if (stamp.has("header") == stamp.has("prefix")) {
            stamp.problem("header", "either header or prefix says where the timestamp is");
        }
        var unit = stamp.text("unit", "seconds");
        if (!List.of("seconds", "millis").contains(unit)) {
            stamp.problem("unit", "must be seconds or millis");
        }
        var header = stamp.text("header");
        var made = new Stamp(header == null ? null : lower(header), stamp.text("prefix"), unit.equals("millis"));
        stamp.done();
        return made;
    }

    /** Without parameters: {@code ?key=} or the header {@code x-leadkeeper-key}. */
    private static Verification secret(Section scheme) {
        var query = scheme.has("query") ? scheme.texts("query") : List.of("key");
        var headers = scheme.has("headers") ? scheme.texts("headers") : List.of("x-leadkeeper-key");
        return new SharedSecret(query, headers.stream().map(SchemeReader::lower).toList(), scheme.paths("body"));
    }

    static Handshake handshake(Section handshake) {
        if (handshake == null) {
            return null;
        }
        var made = switch (handshake.required("kind")) {
            case "echo-query" -> new Handshake.EchoQuery(handshake.required("echo"), handshake.required("token"), handshake.required("secret"));
            case "sign-query" -> new Handshake.SignQuery(handshake.required("code"), handshake.required("response"));
            case "echo-body" -> new Handshake.EchoBody(handshake.path("when", null), handshake.path("value", null), handshake.required("name"));
            default -> {
                handshake.problem("kind", "must be echo-query, sign-query or echo-body");
                yield null;
            }
        };
        handshake.done();
        return made;
    }

    private static String algorithm(Section scheme, Map<String, String> algorithms) {
        var word = scheme.text("algorithm", "sha256");
        if (!algorithms.containsKey(word)) {
            scheme.problem("algorithm", "must be one of " + algorithms.keySet().stream().sorted().toList());
        }
        return algorithms.getOrDefault(word, "");
    }

    private static Template template(Section scheme, String key, String otherwise) {
        try {
            var text = scheme.text(key, otherwise);
            if (text.isEmpty()) {
                scheme.problem(key, "is missing");
            }
            return Template.of(text);
        } catch (IllegalArgumentException e) {
            scheme.problem(key, e.getMessage());
            return Template.of("");
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
