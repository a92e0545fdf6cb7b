package dev.leadkeeper.lead;

import java.util.Arrays;
import java.util.Optional;

/** A constant for programs and people: a word in the API, in storage and in metrics, and what it says in both languages. */
public interface Worded {
    /** What it is called. */
    record Term(String word, Sentence sentence) {
        public Term(String word, String zh, String en) {
            this(word, new Sentence(zh, en));
        }
    }

    Term term();

    /** The word in the API, in storage and in metrics. */
    default String word() {
        return term().word();
    }

    /** For people. */
    default Sentence sentence() {
        return term().sentence();
    }

    /** The one of these with this word, if there is one. */
    static <T extends Worded> Optional<T> find(T[] all, String word) {
        return Arrays.stream(all).filter(each -> each.word().equals(word)).findFirst();
    }
}
