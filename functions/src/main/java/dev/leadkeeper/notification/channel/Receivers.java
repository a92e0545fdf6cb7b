package dev.leadkeeper.notification.channel;

import dev.leadkeeper.port.Notifier.Attempt;
import dev.leadkeeper.port.Notifier.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the channels share that send data to somebody's own receiver: the document, and what its answer means. */
final class Receivers {
    /** Answers in plain text that receivers give when all is well. */
    private static final Set<String> WELL = Set.of("", "ok", "success", "accepted");
    private static final List<String> CODES = List.of("errcode", "code", "StatusCode");
    private static final List<String> FLAGS = List.of("success", "ok");
    private static final List<String> ERRORS = List.of("error", "errors");

    private Receivers() {}

    /** The message as data: the ids, title and text in both languages as given by the reference, and the link. */
    static Map<String, Object> document(Attempt attempt) {
        var document = new LinkedHashMap<String, Object>(attempt.reference());
        document.putIfAbsent("title", attempt.title());
        document.putIfAbsent("text", attempt.text());
        if (!attempt.addresses().isEmpty()) {
            document.put("addresses", attempt.addresses());
        }
        if (attempt.link() != null) {
            document.put("link", attempt.link());
        }
        return document;
    }

    /**
     * A status of 200–299 confirms, unless the body says otherwise: a code other than 0, {@code success} or {@code ok}
     * other than true, an {@code error}, or anything that is neither JSON, a usual word nor nothing (a proxy's page).
     */
    static Outcome judge(Http.Reply reply) {
        return switch (reply) {
            case Http.Reply.Silence silence -> new Outcome.Retry(silence.because());
            case Http.Reply.Forbidden forbidden -> new Outcome.Dead(forbidden.because());
            case Http.Reply.Answer answer -> {
                var status = "status " + answer.status();
                var verdict = Verdict.ofStatus(answer.status());
                yield verdict != Verdict.SENT || understood(answer) ? verdict.because(status)
                        : new Outcome.Failed(status + " with a body that does not confirm");
            }
        };
    }

    private static boolean understood(Http.Reply.Answer answer) {
        if (answer.cut()) {
            return false;
        }
        var text = new String(answer.body(), StandardCharsets.UTF_8).strip().toLowerCase(Locale.ROOT);
        return WELL.contains(text) || Answers.object(answer).map(Receivers::confirms).orElse(false);
    }

    private static boolean confirms(Map<String, Object> body) {
        return CODES.stream().map(body::get).allMatch(code -> code == null || code.equals(0L) || code.equals("0"))
                && FLAGS.stream().map(body::get).allMatch(flag -> flag == null || flag.equals(true))
                && ERRORS.stream().map(body::get).allMatch(error -> error == null || error.equals(List.of()));
    }
}
