package dev.leadkeeper.ledger;

import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Store;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Tries again from a fresh look where somebody else was faster. */
public final class Rounds {
    /** More rounds than this in a row are not worth waiting for; the message comes back later. */
    static final int MOST = 12;

    /** Others were faster each time. Nothing is wrong and nothing happened; a little later there is room. */
    public static final class Rivals extends Store.Fault {
        private static final long serialVersionUID = 1L;

        Rivals() {
            super("too many rivals for one item, given up for now", null);
        }
    }

    private final Clock clock;
    private final Ids ids;

    public Rounds(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Repeats {@code look}, which looks afresh each time, until it has a result.
     *
     * @throws Rivals if there is none {@value #MOST} times in a row
     */
    public <T> T until(Supplier<Optional<T>> look) {
        for (int round = 0; round < MOST; round++) {
            var result = look.get();
            if (result.isPresent()) {
                return result.get();
            }
            // Full jitter, doubling from 5 ms: enough to let a rival transaction finish, short against a 6 s time-out.
            clock.pause(Duration.ofMillis(1 + ids.below(5 << Math.min(round, 6))));
        }
        throw new Rivals();
    }
}
