package dev.leadkeeper.notification;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.Instants;
import dev.leadkeeper.codec.NoticeCodec;
import dev.leadkeeper.lead.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One message of the queue of notices: one attempt to be made.
 *
 * @param step    position in the recipient's chain of channels, from 0
 * @param attempt on that channel, from 1
 * @param waited  how long this attempt waited for room in a busy robot
 * @param missed  whom the channel before named as not reached
 * @param since   when the cause happened, for the time from post to notice
 */
public record NoticeMessage(Notice notice, int step, int attempt, Duration waited, List<String> missed, Instant since) {
    public NoticeMessage {
        missed = List.copyOf(missed);
    }

    /** The first message of a notice. */
    public static NoticeMessage first(Notice notice, Instant since) {
        return new NoticeMessage(notice, 0, 1, Duration.ZERO, List.of(), since);
    }

    NoticeMessage again(int nextAttempt) {
        return new NoticeMessage(notice, step, nextAttempt, Duration.ZERO, missed, since);
    }

    NoticeMessage onward(int nextStep, List<String> nextMissed) {
        return new NoticeMessage(notice, nextStep, 1, Duration.ZERO, nextMissed, since);
    }

    NoticeMessage waiting(Duration wait) {
        return new NoticeMessage(notice, step, attempt, waited.plus(wait), missed, since);
    }

    public Map<String, Object> toDoc() {
        return Doc.build()
                .put("notice", NoticeCodec.toDoc(notice))
                .put("step", step)
                .put("attempt", attempt)
                .put("waitedMs", waited.toMillis())
                .put("missed", missed)
                .put("since", since)
                .done();
    }

    /** A message without position is the first of its notice. */
    public static NoticeMessage fromDoc(Doc doc) {
        return new NoticeMessage(NoticeCodec.fromDoc(doc.doc("notice")), Math.toIntExact(doc.number("step", 0)),
                Math.toIntExact(doc.number("attempt", 1)), Duration.ofMillis(doc.number("waitedMs", 0)),
                doc.texts("missed"), Instants.parse(doc.required("since")));
    }
}
