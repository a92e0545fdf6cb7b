package dev.leadkeeper.form;

import dev.leadkeeper.json.Json;
import dev.leadkeeper.json.JsonRefused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What lies inside of answers: {@code contact[phone]}, {@code {"data": {"phone": …}}}, JSON in a part or a text. */
final class Inside {
    private static final int DEEPEST = 5;

    private Inside() {}

    /** Every named value below the answers, the shallowest first in each; at most {@value Answers#MOST}. */
    static List<Answer> of(List<Answer> answers) {
        var found = new ArrayList<Answer>();
        answers.forEach(answer -> open(answer.value(), 1, found));
        return found;
    }

    private static void open(Object value, int depth, List<Answer> into) {
        if (depth > DEEPEST) {
            return;
        }
        switch (value) {
            case Map<?, ?> map -> {
                map.forEach((name, inner) -> {
                    if (into.size() < Answers.MOST && !Texts.empty(inner)) {
                        into.add(Answer.of(List.of(String.valueOf(name)), "", inner));
                    }
                });
                map.values().forEach(inner -> open(inner, depth + 1, into));
            }
            case List<?> list -> list.forEach(inner -> open(inner, depth + 1, into));
            case String text when text.startsWith("{") -> open(read(text), depth + 1, into);
            case null, default -> { }
        }
    }

    /** A text that only begins like a document is a text. */
    private static Object read(String text) {
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (JsonRefused notJson) {
            return null;
        }
    }
}
