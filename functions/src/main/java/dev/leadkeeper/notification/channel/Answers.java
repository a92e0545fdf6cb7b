package dev.leadkeeper.notification.channel;

import dev.leadkeeper.json.Json;
import dev.leadkeeper.json.JsonRefused;
import dev.leadkeeper.port.Notifier.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the answers of one channel mean, as data: the fields that hold a code, the code that means success, and what the
 * other codes mean. These channels answer HTTP 200 with the error in the body, so only a code that says success, in every
 * field that holds one, is a delivery. A code that nobody listed is {@link Verdict#FAILED}: on to the next channel.
 */
final class Answers {
    /** Codes go into receipts; an answer must not write anything else there. */
    private static final Pattern PRINTABLE = Pattern.compile("-?[A-Za-z0-9._-]{1,64}");

    private final List<String> fields;
    private final Object success;
    private final Map<Object, Verdict> verdicts;
    private final List<Cause> causes;
    private final Verdict withoutCode;

    private record Cause(Object code, String word, Verdict verdict) {}

    private Answers(List<String> fields, Object success, Map<Object, Verdict> verdicts, List<Cause> causes, Verdict withoutCode) {
        this.fields = fields;
        this.success = success;
        this.verdicts = verdicts;
        this.causes = causes;
        this.withoutCode = withoutCode;
    }

    /** The fields that hold a code, and the one code that means success. Whole numbers are {@link Long}. */
    static Answers in(Object success, String... fields) {
        return new Answers(List.of(fields), success, Map.of(), List.of(), Verdict.FAILED);
    }

    Answers retry(Object... codes) {
        return with(Verdict.RETRY, codes);
    }

    Answers dead(Object... codes) {
        return with(Verdict.DEAD, codes);
    }

    Answers failed(Object... codes) {
        return with(Verdict.FAILED, codes);
    }

    /** For a code that means several things: what it means if {@code errmsg} has this word. */
    Answers cause(Object code, String word, Verdict verdict) {
        var more = new ArrayList<>(causes);
        more.add(new Cause(code, word, verdict));
        return new Answers(fields, success, verdicts, List.copyOf(more), withoutCode);
    }

    /** What an object without any code means; never a delivery. */
    Answers withoutCode(Verdict verdict) {
        return new Answers(fields, success, verdicts, causes, verdict);
    }

    private Answers with(Verdict verdict, Object... codes) {
        var more = new HashMap<>(verdicts);
        for (var code : codes) {
            more.put(code, verdict);
        }
        return new Answers(fields, success, Map.copyOf(more), causes, withoutCode);
    }

    /** The outcome of a request that got this. */
    Outcome judge(Http.Reply reply) {
        return switch (reply) {
            case Http.Reply.Silence silence -> new Outcome.Retry(silence.because());
            case Http.Reply.Forbidden forbidden -> new Outcome.Dead(forbidden.because());
            case Http.Reply.Answer answer -> object(answer)
                    .map(body -> judge(answer.status(), body))
                    .orElseGet(() -> withoutObject(answer));
        };
    }

    /**
     * What the answer says of address and credential when the question was one that nobody can mean, such as a message of a type
     * that does not exist: a code that is not listed as dead shows that they were taken, since vendors look at them first.
     *
     * @param harmless codes that are dead for a message and only find fault with the question here
     */
    Outcome judgeProbe(Http.Reply reply, Object... harmless) {
        var outcome = judge(reply);
        var code = reply instanceof Http.Reply.Answer answer ? object(answer).map(body -> fields.stream().map(body::get)
                .filter(Objects::nonNull).findFirst().orElse(null)).orElse(null) : null;
        return switch (outcome) {
            case Outcome.Failed failed when code != null && !isSecurity(failed.because()) -> new Outcome.Sent(failed.because());
            case Outcome.Dead dead when code != null && List.of(harmless).contains(code) -> new Outcome.Sent(dead.because());
            case Outcome other -> other;
        };
    }

    /** A clock that is wrong refuses every message. */
    private boolean isSecurity(String because) {
        return causes.stream().anyMatch(cause -> because.endsWith(" " + cause.word()) && !cause.word().equals("keywords not in content"));
    }

    /** The answer's body if it is one JSON object. */
    static Optional<Map<String, Object>> object(Http.Reply.Answer answer) {
        if (answer.cut()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.readObject(answer.body(), Http.LARGEST));
        } catch (JsonRefused refused) {
            return Optional.empty();
        }
    }

    private static Outcome withoutObject(Http.Reply.Answer answer) {
        var verdict = Verdict.ofStatus(answer.status());
        if (verdict != Verdict.SENT) {
            return verdict.because("status " + answer.status());
        }
        return new Outcome.Failed(answer.cut() ? "answer too long" : answer.body().length == 0 ? "empty answer" : "answer is not a JSON object");
    }

    private Outcome judge(int status, Map<String, Object> body) {
        var verdict = Verdict.ofStatus(status);
        var codes = fields.stream().filter(field -> body.get(field) != null).toList();
        for (var field : codes) {
            if (!body.get(field).equals(success)) {
                return fault(field, body, verdict, status);
            }
        }
        if (verdict != Verdict.SENT) {
            return verdict.because("status " + status);
        }
        return codes.isEmpty() ? withoutCode.because("answer without a code") : new Outcome.Sent(codes.getFirst() + " " + success);
    }

    private Outcome fault(String field, Map<String, Object> body, Verdict byStatus, int status) {
        var code = body.get(field);
        var word = field + " " + (PRINTABLE.matcher(code.toString()).matches() ? code : "unreadable");
        var message = body.get("errmsg") instanceof String text ? text : "";
        for (var cause : causes) {
            if (cause.code().equals(code) && message.contains(cause.word())) {
                return cause.verdict().because(word + " " + cause.word());
            }
        }
        var known = verdicts.get(code);
        if (known != null) {
            return known.because(word);
        }
        return byStatus == Verdict.SENT ? new Outcome.Failed(word) : byStatus.because("status " + status + " " + word);
    }
}
