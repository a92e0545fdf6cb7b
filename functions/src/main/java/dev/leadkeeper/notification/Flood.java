package dev.leadkeeper.notification;

import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import dev.leadkeeper.settings.NoticeRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counts what comes to each person within a window of time; more than anybody reads one by one is a flood. */
final class Flood {
    private static final String KIND = "notice-flood";

    private final Store store;
    private final Clock clock;

    Flood(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Counts one more; when the window ends if it is too many. */
    Optional<Instant> over(String recipient, NoticeRules rules) {
        if (rules.flood() <= 0) {
            return Optional.empty();
        }
        var length = rules.window().toMillis();
        var number = clock.now().toEpochMilli() / length;
        var end = Instant.ofEpochMilli((number + 1) * length);
        var counted = store.write(new Write.Update(Key.of(Table.SIGNALS, KIND, recipient + "#" + number),
                List.of(Change.add("taken", 1), Change.set(Table.EXPIRES, end.plus(Duration.ofHours(1)).getEpochSecond())),
                Condition.any(Condition.missing("taken"), Condition.below("taken", (long) rules.flood()))));
        return counted instanceof Store.WriteResult.Written ? Optional.empty() : Optional.of(end);
    }
}
