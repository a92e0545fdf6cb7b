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
 * @param way     by which of the recipient's channels
 * @param step    position in the recipient's chain of channels, from 0
 * @param attempt on that channel, from 1
 * @param waited  how long this attempt waited for room in a busy robot
 * @param missed  whom the channel before named as not reached
 * @param since   when the cause happened, for the time from post to notice
 * @param climb   {@code null} unless it tells of a notice that reached nobody
 */
public record NoticeMessage(Notice notice, Way way, int step, int attempt, Duration waited, List<String> missed, Instant since, Climb climb) {
    public NoticeMessage {
        missed = List.copyOf(missed);
    }

    /** The first message of a notice. */
    public static NoticeMessage first(Notice notice, Instant since) {
        return new NoticeMessage(notice, Way.OPEN, 0, 1, Duration.ZERO, List.of(), since, null);
    }

    /** The first message of a notice that tells of another one which reached nobody. */
    static NoticeMessage climbing(Notice notice, Instant since, Climb climb) {
        return new NoticeMessage(notice, Way.OPEN, 0, 1, Duration.ZERO, List.of(), since, climb);
    }

    /** From the beginning, by this way. */
    NoticeMessage by(Way decided, int firstStep) {
        return new NoticeMessage(notice, decided, firstStep, 1, Duration.ZERO, List.of(), since, climb);
    }

    NoticeMessage again(int nextAttempt) {
        return new NoticeMessage(notice, way, step, nextAttempt, Duration.ZERO, missed, since, climb);
    }

    NoticeMessage onward(int nextStep, List<String> nextMissed) {
        return new NoticeMessage(notice, way, nextStep, 1, Duration.ZERO, nextMissed, since, climb);
    }

    NoticeMessage waiting(Duration wait) {
        return new NoticeMessage(notice, way, step, attempt, waited.plus(wait), missed, since, climb);
    }

    /** Whether no attempt was due before this one, so that nobody can have listed the notice as pending. */
    boolean isFirst() {
        return way != Way.LATE && step == 0 && attempt == 1 && waited.isZero();
    }

    public Map<String, Object> toDoc() {
        return Doc.build()
                .put("notice", NoticeCodec.toDoc(notice))
                .put("way", way == Way.OPEN ? null : way.word())
                .put("step", step)
                .put("attempt", attempt)
                .put("waitedMs", waited.toMillis())
                .put("missed", missed)
                .put("since", since)
                .put("climb", climb == null ? null : climb.toDoc())
                .done();
    }

    /** A message without position is the first of its notice. */
    public static NoticeMessage fromDoc(Doc doc) {
        return new NoticeMessage(NoticeCodec.fromDoc(doc.doc("notice")), Way.of(doc.text("way")), Math.toIntExact(doc.number("step", 0)),
                Math.toIntExact(doc.number("attempt", 1)), Duration.ofMillis(doc.number("waitedMs", 0)),
                doc.texts("missed"), Instants.parse(doc.required("since")), Climb.fromDoc(doc.doc("climb")));
    }
}
