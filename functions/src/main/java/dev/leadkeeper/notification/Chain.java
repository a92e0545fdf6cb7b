package dev.leadkeeper.notification;

import dev.leadkeeper.port.Notifier.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What comes after an attempt: the same channel again, the recipient's next channel, or nothing more. Pure, so that a
 * repeat of a message decides the same again.
 */
public final class Chain {
    /** Attempts on one channel; with the waits between them and 3 s each they end after 77 s, within the 90 s that a rep may wait. */
    public static final int ATTEMPTS = 4;
    /** For room in one robot; a rep shall learn of a lead within 90 s. */
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);

    private Chain() {}

    /** What comes next. */
    public sealed interface Next {
        /** The recipient has it. */
        record Done() implements Next {}

        /** The same channel again, after a while. */
        record Again(int attempt, Duration delay) implements Next {}

        /** The channel at this position, at once. {@code missed}: whom the one before did not reach, if it named them. */
        record Onward(int step, List<String> missed) implements Next {}

        /** No channel is left. */
        record Exhausted() implements Next {}
    }

    /**
     * @param steps   how many channels the recipient has
     * @param step    the one that was tried, from 0
     * @param attempt which attempt on it this was, from 1
     */
    public static Next next(int steps, int step, int attempt, Outcome outcome) {
        return next(steps, each -> true, step, attempt, outcome);
    }

    /** The same where only some of the channels may be used. @param may by position */
    static Next next(int steps, IntPredicate may, int step, int attempt, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Sent _ -> new Next.Done();
            case Outcome.Partial partial -> onward(steps, may, step, partial.missed());
            case Outcome.Retry _ when attempt < ATTEMPTS -> new Next.Again(attempt + 1, wait(attempt));
            case Outcome.Retry _, Outcome.Dead _, Outcome.Failed _ -> onward(steps, may, step, List.of());
        };
    }

    /**
     * Whether a message waits for room in a busy robot: as long as it costs no more than {@link #LONGEST_WAIT} in all, since
     * after that the next channel is quicker; for ever where there is no other.
     *
     * @param waited how long it waited already
     * @param wait   how long it would wait now
     */
    public static boolean waitsForRoom(int steps, int step, Duration waited, Duration wait) {
        return waited.plus(wait).compareTo(LONGEST_WAIT) <= 0 || step + 1 >= steps;
    }

    /** 5 s, 15 s, 45 s. */
    static Duration wait(int attempt) {
        return FIRST_WAIT.multipliedBy((long) Math.pow(3, attempt - 1));
    }

    private static Next onward(int steps, IntPredicate may, int step, List<String> missed) {
        var next = IntStream.range(step + 1, steps).filter(may).findFirst();
        return next.isPresent() ? new Next.Onward(next.getAsInt(), missed) : new Next.Exhausted();
    }
}
