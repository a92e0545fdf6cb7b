package dev.leadkeeper.reading;

/** Text with full-width letters, digits and signs made half-width, character by character, so that places stay the same. */
final class Plain {
    private Plain() {}

    static String of(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.append(of(text.charAt(i)));
        }
        return out.toString();
    }

    /** U+FF01–FF5E mirror ASCII; U+3000 is the ideographic space, U+00A0 the one that does not break. */
    private static char of(char c) {
        return c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c == '\u3000' || c == '\u00A0' ? ' ' : c;
    }
}
