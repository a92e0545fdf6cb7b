package dev.leadkeeper.infra.seed;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Secrets that did not exist before, in the shape that a form's scheme wants. */
final class NewSecret {
    /** 256 bits: as many as the hash of the signatures has. */
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private NewSecret() {}

    /** Names of the secrets of a form: its own, and that of a handshake which has a token of its own. */
    static List<String> names(Map<String, Object> form) {
        var names = new ArrayList<String>();
        names.add("forms/" + form.get("id"));
        if (form.get("handshake") instanceof Map<?, ?> handshake && handshake.get("secret") instanceof String token) {
            names.add("forms/" + token);
        }
        return names;
    }

    /** One for this form, as the first scheme of its verification wants it. */
    static String forForm(Map<String, Object> form) {
        var first = switch (form.get("verification")) {
            case List<?> schemes when schemes.getFirst() instanceof Map<?, ?> scheme -> scheme;
            case Map<?, ?> scheme -> scheme;
            case null, default -> Map.of();
        };
        var prefix = first.get("secretPrefix") instanceof String text ? text : "";
        if ("standard-webhooks".equals(first.get("scheme"))) {
            return "whsec_" + base64();
        }
        return switch (String.valueOf(first.get("secret"))) {
            case "base64" -> prefix + base64();
            case "hex" -> prefix + HexFormat.of().formatHex(bytes());
            default -> prefix + word();
        };
    }

    /** One that may stand in a URL as it is. */
    static String word() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    private static String base64() {
        return Base64.getEncoder().encodeToString(bytes());
    }

    private static byte[] bytes() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
