package dev.leadkeeper.rulebook;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what somebody meant to write. */
final class Spelling {
    private Spelling() {}

    /** {@code did you mean x?}, or the list of what is known. */
    static String hint(String written, Collection<String> known) {
        return nearest(written, known)
                .map(word -> "did you mean " + word + "?")
                .orElse(known.isEmpty() ? "nothing is allowed here" : "known: " + String.join(", ", known));
    }

    /** The known word that differs by at most a third of its letters, case and separators aside. */
    static Optional<String> nearest(String written, Collection<String> known) {
        var plain = plain(written);
        return known.stream()
                .filter(word -> distance(plain, plain(word)) <= Math.max(1, (plain(word).length() + 1) / 3))
                .min(Comparator.comparingInt((String word) -> distance(plain, plain(word))).thenComparing(word -> word));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(swap, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
