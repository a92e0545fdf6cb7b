package dev.leadkeeper.normalise;

import java.text.Normalizer;

/** What every normaliser does first with typed text. */
final class Text {
    private Text() {}

    /**
     * Full-width letters, digits and signs become half-width (Unicode NFKC), every kind of blank or line break becomes a
     * space, invisible characters (zero-width, direction marks, controls, halves of surrogate pairs) vanish, the ends are trimmed.
     */
    static String fold(String text) {
        String wide = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var out = new StringBuilder(wide.length());
        wide.codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                out.append(' ');
            } else if (!invisible(c)) {
                out.appendCodePoint(c);
            }
        });
        return out.toString().strip();
    }

    private static boolean invisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    static boolean isHan(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }
}
