package dev.leadkeeper.notification;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.notice.Settlements;
import dev.leadkeeper.port.Notifier.Outcome;
import java.util.List;
import java.util.Map;

/**
 * What one attempt came to, without personal data: it stays for ever.
 *
 * @param channel the configured channel's name
 * @param outcome {@code sent}, {@code partial}, {@code retry}, {@code dead} or {@code failed}
 * @param because the outcome's word
 */
public record Receipt(String notice, String kind, String recipient, int step, int attempt, String channel, String outcome,
                      String because) {
    /** The event on the lead's timeline when somebody was reached. */
    public static final String NOTIFIED = Settlements.NOTIFIED;
    /** The event for every other outcome. */
    public static final String ATTEMPTED = "notice-attempted";

    static Receipt of(NoticeMessage message, String channel, Outcome outcome) {
        return new Receipt(message.notice().id(), message.notice().kind(), message.notice().recipient(), message.step(),
                message.attempt(), channel, word(outcome), outcome.because());
    }

    String event() {
        return outcome.equals("sent") ? NOTIFIED : ATTEMPTED;
    }

    /** The same for a repeat of the same attempt. */
    String key() {
        return key(notice, step, attempt);
    }

    static String key(String notice, int step, int attempt) {
        return notice + "#" + step + "#" + attempt;
    }

    static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Sent _ -> "sent";
            case Outcome.Partial _ -> "partial";
            case Outcome.Retry _ -> "retry";
            case Outcome.Dead _ -> "dead";
            case Outcome.Failed _ -> "failed";
        };
    }

    /** The outcome again. Whom a partial one missed is not kept: the recipient's address on the next channel is another one anyway. */
    Outcome again() {
        return switch (outcome) {
            case "sent" -> new Outcome.Sent(because);
            case "partial" -> new Outcome.Partial(because, List.of());
            case "retry" -> new Outcome.Retry(because);
            case "dead" -> new Outcome.Dead(because);
            case "failed" -> new Outcome.Failed(because);
            default -> throw new IllegalArgumentException("unknown outcome on a receipt: " + outcome);
        };
    }

    Map<String, Object> toDoc() {
        return Doc.build()
                .put("notice", notice)
                .put("about", kind)
                .put("recipient", recipient)
                .put("step", step)
                .put("attempt", attempt)
                .put("channel", channel)
                .put("outcome", outcome)
                .put("because", because)
                .done();
    }

    static Receipt fromDoc(Doc doc) {
        return new Receipt(doc.required("notice"), doc.required("about"), doc.required("recipient"),
                Math.toIntExact(doc.number("step", 0)), Math.toIntExact(doc.number("attempt", 1)), doc.required("channel"),
                doc.required("outcome"), doc.required("because"));
    }
}
