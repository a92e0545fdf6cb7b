package dev.leadkeeper.form;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** How a signature or a secret stands in text. */
enum Encoding {
    HEX {
        @Override
        Optional<byte[]> decode(String text) {
            try {
                return Optional.of(HexFormat.of().parseHex(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    },
    BASE64 {
        @Override
        Optional<byte[]> decode(String text) {
            try {
                return Optional.of(Base64.getDecoder().decode(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    },
    /** The text's own bytes. */
    TEXT {
        @Override
        Optional<byte[]> decode(String text) {
            return Optional.of(text.getBytes(StandardCharsets.UTF_8));
        }
    };

    /** The bytes, empty if the text is not in this encoding. */
    abstract Optional<byte[]> decode(String text);
}
