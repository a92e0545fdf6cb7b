package dev.leadkeeper.rulebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Words that make a lead urgent (SC2).
 *
 * @param fields where they count
 * @param words  such as 急, 招标中, 预算已批
 * @param except phrases that hold such a word but mean something else, such as 不急 or 急诊; struck out before looking
 */
public record Urgency(List<String> fields, List<Word> words, List<Word> except) {

    /** The first word found, if there is one. */
    public Optional<String> word(Fields lead) {
        return fields.stream().flatMap(field -> inValue(lead.value(field)).stream()).findFirst();
    }

    private Optional<String> inValue(Object value) {
        return switch (value) {
            case String text -> inText(Word.fold(text));
            case List<?> list -> list.stream().flatMap(each -> inValue(each).stream()).findFirst();
            case Map<?, ?> map -> map.values().stream().flatMap(each -> inValue(each).stream()).findFirst();
            case null, default -> Optional.empty();
        };
    }

    private Optional<String> inText(String folded) {
        var text = folded;
        for (var phrase : except) {
            text = text.replace(phrase.folded(), "\n"); // no word holds a line break, so nothing new is formed
        }
        var plain = text;
        return words.stream().filter(word -> plain.contains(word.folded())).map(Word::shown).findFirst();
    }
}
