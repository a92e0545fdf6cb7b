package dev.leadkeeper.rulebook;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A word as configured and as compared: width, case and blanks around do not count.
 *
 * @param shown  as configured
 * @param folded as compared
 */
public record Word(String shown, String folded) {
    public static Word of(String text) {
        return new Word(text, fold(text));
    }

    /** The spelling in which texts are compared: NFKC, lower case, no blanks around. */
    public static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
