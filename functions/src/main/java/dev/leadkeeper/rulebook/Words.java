package dev.leadkeeper.rulebook;

import dev.leadkeeper.lead.Sentence;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Sentences with figures to fill in: {@code {budget}} (yuan), {@code {interactions}} (count) and {@code {word}} (the
 * configured word that matched). Nothing that the person typed can be filled in, so that explanations hold no personal data.
 */
public final class Words {
    private static final List<String> KNOWN = List.of("budget", "interactions", "word");
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    private Words() {}

    /** Reads {@code {zh, en}}, noting what cannot be filled in. */
    static Sentence parse(Node node) {
        node.only("zh", "en");
        for (var language : List.of("zh", "en")) {
            PLACE.matcher(node.at(language).required()).results().map(place -> place.group(1))
                    .filter(place -> !KNOWN.contains(place))
                    .forEach(place -> node.at(language).problem("{" + place + "} cannot be filled in; " + Spelling.hint(place, KNOWN)));
        }
        return plain(node);
    }

    /** Reads {@code {zh, en}} as it is. */
    static Sentence plain(Node node) {
        var missing = node.missing();
        if (missing) {
            node.problem("is missing; give {zh: …, en: …}");
        }
        return new Sentence(missing ? "" : node.at("zh").required(), missing ? "" : node.at("en").required());
    }

    /** The sentence with each place filled; a place without a figure stays empty. */
    public static Sentence fill(Sentence sentence, Map<String, String> figures) {
        UnaryOperator<String> fill = text -> text.indexOf('{') < 0 ? text : PLACE.matcher(text).replaceAll((MatchResult place) ->
                java.util.regex.Matcher.quoteReplacement(figures.getOrDefault(place.group(1), "")));
        return new Sentence(fill.apply(sentence.zh()), fill.apply(sentence.en()));
    }
}
