package dev.leadkeeper.aws;

import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Store;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Repeats calls that fail for a moment. The SDK repeats nothing by itself, because only here it is known what a repeat
 * would do: a conditional write that happened although its answer was lost would, repeated, be refused by its own
 * effect, and a counter would count twice.
 */
final class Attempts {
    /** What a repeat of a call would do. */
    enum Repeat {
        /** A read: nothing, so it is repeated after any failure that may pass. */
        READ,
        /** A write that AWS recognises when it comes again (client token), or that may come twice: the same. */
        SAFE_WRITE,
        /** Any other write: it is repeated only after an answer that says that nothing happened. */
        UNSAFE_WRITE
    }

    private static final int MOST = 4;
    // With 2.5 s for an attempt (AwsClients) the last one ends within 5 s, and a function has 6.
    private static final Duration LAST_BEGINS_WITHIN = Duration.ofMillis(2_500);
    private static final int FIRST_PAUSE_MS = 25;

    private final Clock clock;
    private final Ids ids;

    Attempts(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * @param what for the fault's message: the call and where it went, no data
     * @throws Store.Fault if it did not work within {@value #MOST} attempts or at all
     * @throws Store.AmbiguousFault if it is a write of which nobody knows whether it happened
     */
    <T> T run(String what, Repeat repeat, Supplier<T> call) {
        var began = clock.now();
        var unclear = false;
        for (int attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (SdkException e) {
                var failure = Failure.of(e);
                unclear |= failure == Failure.UNCLEAR && repeat != Repeat.READ;
                var again = switch (failure) {
                    case FINAL -> false;
                    case WITHOUT_EFFECT -> true;
                    case UNCLEAR -> repeat != Repeat.UNSAFE_WRITE;
                };
                var late = Duration.between(began, clock.now()).compareTo(LAST_BEGINS_WITHIN) > 0;
                if (!again || late || attempt == MOST) {
                    var message = what + ": " + Failure.name(e);
                    throw unclear ? new Store.AmbiguousFault(message, e) : new Store.Fault(message, e);
                }
                pause(attempt);
            }
        }
    }

    /** A random share of a pause that doubles: those who collided must not meet again. */
    void pause(int attempt) {
        clock.pause(Duration.ofMillis(1 + ids.below(FIRST_PAUSE_MS << attempt)));
    }
}
