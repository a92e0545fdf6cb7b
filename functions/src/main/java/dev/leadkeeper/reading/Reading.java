package dev.leadkeeper.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a text says. Each component but the first may be {@code null}.
 *
 * @param masked   the text without numbers that reach or identify somebody, and without sensitive words
 * @param due      the first day named that is not past
 * @param budget   yuan; of a range the lower end, which was surely meant
 * @param decider  who decides, as called there: 张总, 采购总监李明, Director Li
 * @param nextStep the clause that says what comes next
 */
public record Reading(String masked, LocalDate due, Long budget, String decider, String nextStep) {
    /** Texts are read up to here, in characters. */
    public static final int LONGEST = 20_000;
    private static final int LONGEST_SENTENCE = 300;
    private static final Pattern END = Pattern.compile("[。！？!?；;\\r\\n]+|(?<!\\b(?:Mr|Ms|Mrs|Dr))\\.(?=\\s|$)");

    /**
     * Reads a text.
     *
     * @param day       the day on which it was said, which relative days count from
     * @param sensitive words to strike out
     */
    public static Reading of(String text, LocalDate day, List<String> sensitive) {
        var masked = Masking.of(text, sensitive);
        var sentences = sentences(masked);
        var plain = sentences.stream().map(Plain::of).toList();
        return new Reading(masked, due(plain, day), plain.stream().map(Budgets::in).filter(Objects::nonNull).findFirst().orElse(null),
                Deciders.in(plain), NextSteps.in(sentences, day));
    }

    private static LocalDate due(List<String> sentences, LocalDate day) {
        return sentences.stream().flatMap(sentence -> Days.in(sentence, day).stream()).map(Days.Named::day)
                .filter(each -> !each.isBefore(day)).findFirst().orElse(null);
    }

    /** Short pieces: what belongs together stands in one sentence, and rules that look around in it stay quick. */
    private static List<String> sentences(String text) {
        var sentences = new ArrayList<String>();
        for (var sentence : END.split(text.length() > LONGEST ? text.substring(0, LONGEST) : text)) {
            for (int from = 0; from < sentence.length(); from += LONGEST_SENTENCE) {
                var piece = sentence.substring(from, Math.min(sentence.length(), from + LONGEST_SENTENCE)).strip();
                if (!piece.isEmpty()) {
                    sentences.add(piece);
                }
            }
        }
        return sentences;
    }

    /** Whether it says anything that somebody could act on. */
    public boolean saysSomething() {
        return due != null || budget != null || decider != null || nextStep != null;
    }
}
